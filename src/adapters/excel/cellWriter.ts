import { type CellRange, rangeContains } from "../../domain/workbook/cellAddress";
import {
  WorkbookError,
  type WorkbookEditor,
  type WorkbookErrorCode,
  type WorkbookSnapshot,
  type WritePlan,
  type WriteProgress,
  type WriteReceipt,
  type WriteStep,
  type WrittenCell,
} from "../../ports/workbookPorts";
import { checkCell, checkPlan } from "../guard/planLimits";
import { requireUnchanged } from "../guard/unchanged";
import { boundsBySheet, groupBySheet, idsOf, placeOf, position } from "./cellPlaces";
import { type CellContent, contentOf, isAsPlanned, sameContent, sameValue } from "./cellText";
import { type CellEntry, entryOrders } from "./entryOrders";
import { type ExcelAccess, NOBODY } from "./excelAccess";
import { inspect, type Inspection, requireUnprotected } from "./inspection";
import { readMerges } from "./mergeReader";
import { findOwnMarks } from "./ownMarks";
import { EMPTY_SHEET } from "./sheetContents";
import type { SheetOrder } from "./sheetOrder";
import { restoreOrders } from "./sheetOrders";
import { NOTHING, toParts } from "./writeParts";

type CellWrite = Parameters<WorkbookEditor["writeCells"]>[0][number];

const REFUSED_AS_A_WHOLE: ReadonlySet<WorkbookErrorCode> = new Set([
  "editingCell",
  "writeTooLarge",
]);

/** Writes cells of sheets that are there, reads them back, and puts them back when that fails. */
export class CellWriter {
  constructor(private readonly access: ExcelAccess) {}

  async write(cells: readonly CellWrite[]): Promise<WriteReceipt> {
    if (cells.length === 0) return { addedSheets: [], written: [] };
    const bySheet = groupBySheet(cells);
    for (const cell of cells) checkCell(cell, placeOf(cell));
    const inspection = await inspect(this.access.runs, boundsBySheet(bySheet));
    const sheets = cells.map((cell) => inspection.get(cell.sheet));
    const contents = await this.access.contentsOf(sheets);
    const merges = await readMerges(this.access.runs, idsOf(sheets));
    requireUnprotected(...sheets);
    const taken = new Set<string>();
    const written = cells.map((cell, index): WrittenCell => {
      const sheet = sheets[index] ?? inspection.get(cell.sheet);
      const { row, column } = cell;
      const before = contents.get(sheet.id)?.at(cell) ?? { value: null };
      checkWrite({ ...cell, sheet: sheet.name }, before, merges.get(sheet.id) ?? [], taken);
      return { sheet: sheet.name, row, column, before, after: contentOf(cell) };
    });
    return this.writeAndReadBack(written, inspection, [
      ...this.entriesOf(written, inspection, ({ after }) => after),
    ]);
  }

  async restore(
    plan: WritePlan,
    progress: WriteProgress = NOBODY,
    seen?: WorkbookSnapshot,
  ): Promise<WriteReceipt> {
    progress({ kind: "checking" });
    checkPlan(plan);
    const inspection = await inspect(
      this.access.runs,
      new Map(plan.sheets.map(({ name }) => [name, undefined])),
    );
    const sheets = plan.sheets.map(({ name }) => inspection.get(name));
    requireUnprotected(...sheets);
    const contents = await this.access.contentsOf(sheets);
    const marks = groupBySheet(
      await findOwnMarks(
        this.access.runs,
        plan.sheets.flatMap(({ conditionalFormats }, index) =>
          conditionalFormats.map((format) => ({ ...format, sheet: sheets[index]?.name ?? "" })),
        ),
      ),
    );
    const orders = plan.sheets.flatMap((sheet, index) => {
      const own = sheets[index];
      const before = (own && contents.get(own.id)) ?? EMPTY_SHEET;
      const known = seen?.sheets.find(({ name }) => name === own?.name);
      if (known) requireUnchanged(sheet, known, (cell) => before.at(cell));
      const lost = sheet.cells.filter(
        (cell) => cell.formula !== undefined && !sameContent(before.at(cell), contentOf(cell)),
      );
      const written = lost.map(({ row, column, ...cell }): WrittenCell => {
        return {
          sheet: own?.name ?? sheet.name,
          row,
          column,
          before: before.at({ row, column }),
          after: contentOf(cell),
        };
      });
      const entries = written.map((cell) => ({
        ...position(cell),
        content: cell.after,
        isTextCell: false,
      }));
      const name = own?.name ?? sheet.name;
      return [
        { written, orders: restoreOrders(sheet, name, plan, entries, marks.get(name) ?? []) },
      ];
    });
    let last: WriteStep = { kind: "checking" };
    try {
      return await this.writeAndReadBack(
        orders.flatMap(({ written }) => written),
        inspection,
        orders.flatMap((sheet) => sheet.orders),
        (step) => {
          if (step.kind !== "takingBack") last = step;
          progress(step);
        },
      );
    } catch (error) {
      // Looks, marks and validations cannot be taken back; another press brings what is missing.
      throw isUndone(error, last) ? error : new WorkbookError("repairPartly", String(error));
    }
  }

  /** Orders that give cells what `contentOfCell` says. */
  entriesOf(
    cells: readonly WrittenCell[],
    inspection: Inspection,
    contentOfCell: (cell: WrittenCell) => CellContent,
  ): SheetOrder[] {
    return Array.from(groupBySheet(cells), ([name, own]) => {
      const sheet = inspection.get(name);
      const entries = own.map((cell): CellEntry => {
        return {
          ...position(cell),
          content: contentOfCell(cell),
          isTextCell: sheet.isTextCell(cell),
        };
      });
      return entryOrders(sheet.name, entries);
    }).flat();
  }

  private async writeAndReadBack(
    written: readonly WrittenCell[],
    inspection: Inspection,
    orders: SheetOrder[],
    progress: WriteProgress = NOBODY,
  ): Promise<WriteReceipt> {
    const sheets = [...new Set(written.map(({ sheet }) => sheet))].map((name) =>
      inspection.get(name),
    );
    try {
      if (orders.length > 0) await this.access.write(toParts(orders, NOTHING, NOTHING), progress);
      progress({ kind: "readingBack" });
      const contents = await this.access.contentsOf(sheets);
      const receipt = {
        addedSheets: [],
        written: written.map((cell): WrittenCell => {
          const after = contents.get(inspection.get(cell.sheet).id)?.at(cell) ?? { value: null };
          if (!isAsPlanned(after, cell.after)) {
            throw new WorkbookError("writeIncomplete", placeOf(cell));
          }
          return { ...cell, after };
        }),
      };
      for (const { name } of sheets) this.access.report(name);
      return receipt;
    } catch (error) {
      progress({ kind: "takingBack" });
      return this.rollBack(error, written, inspection);
    }
  }

  private async rollBack(
    error: unknown,
    written: readonly WrittenCell[],
    inspection: Inspection,
  ): Promise<never> {
    try {
      const contents = await this.access.contentsOf(
        written.map(({ sheet }) => inspection.get(sheet)),
      );
      const standing = written.filter((cell) => {
        const own = contents.get(inspection.get(cell.sheet).id)?.at(cell);
        if (own === undefined || sameContent(own, cell.before)) return false;
        // Over a formula of ours somebody may have typed their own meanwhile.
        return cell.after.formula === undefined
          ? isAsPlanned(own, cell.after)
          : sameContent(own, cell.after);
      });
      await this.access.writeBack(
        [],
        this.entriesOf(standing, inspection, ({ before }) => before),
      );
    } catch (second) {
      throw new WorkbookError("partlyWritten", String(second), { addedSheets: [], written });
    }
    throw error;
  }
}

/** What failed is told by itself: nothing of it was done, or the formulas could not even be taken back. */
function isUndone(error: unknown, last: WriteStep): boolean {
  if (!(error instanceof WorkbookError) || error.code === "partlyWritten") return true;
  if (last.kind === "checking") return true;
  return last.kind === "writing" && last.part === 1 && REFUSED_AS_A_WHOLE.has(error.code);
}

function checkWrite(
  cell: CellWrite,
  before: CellContent,
  merges: readonly CellRange[],
  taken: Set<string>,
): void {
  const place = placeOf(cell);
  if (taken.has(place)) throw new WorkbookError("invalidPlan", `${place}: cell twice`);
  taken.add(place);
  const isCovered = merges.some(
    (merge) => rangeContains(merge, cell) && (merge.top !== cell.row || merge.left !== cell.column),
  );
  if (isCovered) throw new WorkbookError("invalidPlan", `${place}: under a merge`);
  const { expected } = cell;
  if (expected !== undefined && !sameValue(before.value, expected)) {
    throw new WorkbookError("changedMeanwhile", place);
  }
}
