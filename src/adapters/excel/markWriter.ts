import { WorkbookError, type DrawnMark, type MarkRule } from "../../ports/workbookPorts";
import { groupBySheet } from "./cellPlaces";
import type { ExcelAccess } from "./excelAccess";
import { inspect, inspectionOf, requireUnprotected } from "./inspection";
import { clearMarkOrders, markOrders } from "./markOrders";
import { customRules, findOwnMarks, ownAmong } from "./ownMarks";
import { NOTHING, toParts } from "./writeParts";

/** Conditional formats on sheets that stand, by a press of their own. */
export class MarkWriter {
  constructor(private readonly access: ExcelAccess) {}

  async draw(marks: readonly DrawnMark[]): Promise<void> {
    if (marks.length === 0) return;
    const { runs } = this.access;
    const bySheet = groupBySheet(marks);
    const inspection = await inspect(
      runs,
      new Map([...bySheet.keys()].map((name) => [name, undefined])),
    );
    requireUnprotected(...Array.from(bySheet.keys(), inspection.get));
    const orders = Array.from(bySheet, ([sheet, conditionalFormats]) =>
      markOrders({ conditionalFormats }, sheet, new Map()),
    );
    try {
      await this.access.write(toParts(orders.flat(), NOTHING, NOTHING));
    } catch (error) {
      await this.clear(marks);
      throw error;
    }
  }

  async clear(own: readonly MarkRule[]): Promise<void> {
    if (own.length === 0) return;
    const bySheet = groupBySheet(own);
    const inspected = inspectionOf(new Map([...bySheet.keys()].map((name) => [name, undefined])));
    const { runs } = this.access;
    const asked = customRules(own);
    const { inspection, rules } = await runs.look((context) => {
      const answers = [inspected(context), asked(context)] as const;
      return () => ({ inspection: answers[0](), rules: answers[1]() });
    }, true);
    requireUnprotected(...Array.from(bySheet.keys(), inspection.get));
    const marks = await ownAmong(runs, rules);
    if (marks.length === 0) return;
    const orders = Array.from(groupBySheet(marks), ([name, each]) => clearMarkOrders(each, name));
    try {
      await this.access.write(toParts(orders.flat(), NOTHING, NOTHING));
    } catch (error) {
      const left = await findOwnMarks(runs, own).catch(() => undefined);
      if (left?.length === 0) return;
      // Nothing was done.
      if (left?.length === marks.length) throw error;
      throw new WorkbookError("marksLeft", left && String(groupBySheet(left).size));
    }
  }
}
