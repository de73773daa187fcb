import { formatPosition, quoteSheetName } from "../../domain/workbook/cellAddress";
import {
  WorkbookError,
  type WritePlan,
  type WriteProgress,
  type WriteReceipt,
  type WrittenCell,
} from "../../ports/workbookPorts";
import { checkPlan } from "../guard/planLimits";
import { placeOf } from "./cellPlaces";
import { contentOf, isAsPlanned, sameContent } from "./cellText";
import { type ExcelAccess, NOBODY } from "./excelAccess";
import { inspect, requireStructure } from "./inspection";
import { finishingOrder } from "./pageOrders";
import { EMPTY_SHEET } from "./sheetContents";
import { newSheetOrders } from "./sheetOrders";
import type { ListedSheet } from "./sheetReader";
import { shortNames, withSheetNames } from "./shortNames";
import { toParts } from "./writeParts";

interface Unfinished {
  readonly plan: WritePlan;
  readonly names: ReadonlyMap<string, string>;
  readonly before: ReadonlySet<string>;
}

/** Writes a whole set of sheets, and clears up when that fails. */
export class SetWriter {
  private readonly unfinished = new WeakMap<WriteReceipt, Unfinished>();
  private readonly addedIds = new WeakMap<WriteReceipt, ReadonlyMap<string, string>>();

  constructor(private readonly access: ExcelAccess) {}

  /** Of the sheets of a receipt as they were added. */
  idsOf(receipt: WriteReceipt): ReadonlyMap<string, string> | undefined {
    return this.addedIds.get(receipt);
  }

  /** Of a set that was not finished: names of sheets that stay; undefined for any other receipt. */
  async withdrawUnfinished(receipt: WriteReceipt): Promise<string[] | undefined> {
    const unfinished = this.unfinished.get(receipt);
    return unfinished && this.withdraw(unfinished);
  }

  async add(plan: WritePlan, progress: WriteProgress = NOBODY): Promise<WriteReceipt> {
    progress({ kind: "checking" });
    checkPlan(plan);
    const inspection = await inspect(this.access.runs);
    const taken = inspection.sheets.find(({ name }) => planned(plan, name));
    if (taken) throw new WorkbookError("sheetExists", taken.name);
    requireStructure(inspection);
    const unfinished: Unfinished = {
      plan,
      names: shortNames(
        plan.sheets.map(({ name }) => name),
        inspection.sheets.map(({ name }) => name),
      ),
      before: new Set(inspection.sheets.map(({ id }) => id)),
    };
    try {
      await this.writeSheets(unfinished, progress);
      progress({ kind: "readingBack" });
      const { written, ids } = await this.readBack(plan);
      const unset = await this.finish(plan);
      const addedSheets = plan.sheets.map(({ name }) => name);
      const receipt = { addedSheets, written, ...(unset.length === 0 ? {} : { unset }) };
      this.addedIds.set(receipt, ids);
      for (const name of addedSheets) this.access.report(name);
      return receipt;
    } catch (error) {
      progress({ kind: "takingBack" });
      return this.withdrawAfter(error, unfinished);
    }
  }

  private async writeSheets({ plan, names }: Unfinished, progress: WriteProgress): Promise<void> {
    const shortOf = (name: string) => names.get(name.toLowerCase()) ?? name;
    const orders = plan.sheets.flatMap((sheet) =>
      newSheetOrders(sheet, shortOf(sheet.name), names, plan),
    );
    await this.access.write(
      toParts(
        orders,
        ({ workbook: { worksheets } }) => {
          for (const { name } of plan.sheets) worksheets.add(shortOf(name));
        },
        ({ workbook: { worksheets } }) => {
          for (const { name, visibility } of plan.sheets) {
            const sheet = worksheets.getItem(shortOf(name));
            sheet.name = name;
            if (visibility !== "visible") {
              sheet.visibility = visibility === "hidden" ? "Hidden" : "VeryHidden";
            }
          }
        },
      ),
      progress,
    );
  }

  private async readBack(
    plan: WritePlan,
  ): Promise<{ readonly written: WrittenCell[]; readonly ids: ReadonlyMap<string, string> }> {
    const look = await this.access.reader.readLook(
      plan.sheets.map(({ name }) => name),
      true,
    );
    const ids = new Map(look.sheets.map(({ id, name }) => [name, id]));
    const written = plan.sheets.flatMap((sheet): WrittenCell[] => {
      const own = look.contents.get(sheet.name);
      const id = ids.get(sheet.name);
      if (!own || id === undefined) throw new WorkbookError("writeIncomplete", sheet.name);
      for (const cell of sheet.cells) {
        if (!isAsPlanned(own.at(cell), contentOf(cell))) {
          throw new WorkbookError("writeIncomplete", placeOf({ ...cell, sheet: sheet.name }));
        }
      }
      this.access.merges.learn(id, sheet.merges, own);
      return own.filled().map(({ row, column, ...after }) => {
        return { sheet: sheet.name, row, column, before: { value: null }, after };
      });
    });
    return { written, ids };
  }

  /** The set is there all the same when this fails: what was not set. */
  private async finish(plan: WritePlan): Promise<NonNullable<WriteReceipt["unset"]>> {
    const front =
      plan.activeSheet ?? plan.sheets.find(({ visibility }) => visibility === "visible")?.name;
    const planned = (["freeze", "pageSetup"] as const).filter((part) =>
      plan.sheets.some((sheet) => sheet[part]),
    );
    if (await this.access.isDone(finishingOrder(plan, front))) return [];
    const others = planned.filter((part) => part !== "pageSetup");
    // Without a printer only pages fail.
    const isPagesOnly =
      others.length < planned.length &&
      (await this.access.isDone(finishingOrder(plan, front, others)));
    return isPagesOnly ? ["pageSetup"] : planned;
  }

  /** The workbook is as before, or the person is told what was left there and can take it back. */
  private async withdrawAfter(error: unknown, unfinished: Unfinished): Promise<never> {
    let left: readonly string[] | undefined;
    try {
      left = await this.withdraw(unfinished);
    } catch {
      left = await this.leftOf(unfinished);
    }
    if (left?.length === 0) throw error;
    const receipt: WriteReceipt = { addedSheets: left ?? [], written: [] };
    this.unfinished.set(receipt, unfinished);
    throw new WorkbookError("partlyWritten", String(error), receipt);
  }

  /** Names of its sheets that stand; undefined when Excel does not even say that. */
  private async leftOf(unfinished: Unfinished): Promise<string[] | undefined> {
    try {
      const { sheets } = await inspect(this.access.runs);
      return ownSheets(unfinished, sheets).map(({ sheet }) => sheet.name);
    } catch {
      return undefined;
    }
  }

  /**
   * Deletes sheets of a set that was not finished, but for those that hold anything else: these get their full names,
   * where they are free, and are what it comes to.
   */
  private async withdraw(unfinished: Unfinished): Promise<string[]> {
    const { sheets } = await inspect(this.access.runs);
    const ours = ownSheets(unfinished, sheets);
    const contents = await this.access.contentsOf(ours.map(({ sheet }) => sheet));
    const goes = ours.filter(({ sheet, own }) => {
      const expected = new Map(own.cells.map((cell) => [formatPosition(cell), contentOf(cell)]));
      const isOurs = formulaTest(unfinished);
      return (contents.get(sheet.id) ?? EMPTY_SHEET).filled().every((cell) => {
        const content = expected.get(formatPosition(cell));
        if (content === undefined || !isAsPlanned(cell, content)) return false;
        return content.formula === undefined || isOurs(cell.formula ?? "", content.formula);
      });
    });
    const isTaken = new Set(sheets.map(({ name }) => name.toLowerCase()));
    const stays = ours
      .filter((each) => !goes.includes(each))
      .map(({ sheet, own }) => {
        const name = isTaken.has(own.name.toLowerCase()) ? sheet.name : own.name;
        return { sheet, name };
      });
    await this.access.writeBack(
      goes.map(({ sheet }) => sheet),
      [],
      stays.filter(({ sheet, name }) => sheet.name !== name),
    );
    return stays.map(({ name }) => name);
  }
}

function ownSheets({ plan, names, before }: Unfinished, sheets: readonly ListedSheet[]) {
  const made = sheets.filter(({ id }) => !before.has(id));
  return plan.sheets.flatMap((own) => {
    const short = names.get(own.name.toLowerCase());
    // Under its full name it is ours only when it has that name from us: a person may have taken it meanwhile.
    const sheet =
      made.find(({ name }) => name === short) ?? made.find(({ name }) => name === own.name);
    return sheet ? [{ sheet, own }] : [];
  });
}

/** Whether a formula is the planned one: with either names of its sheets, or after some of them have gone. */
function formulaTest({ plan, names }: Unfinished): (formula: string, planned: string) => boolean {
  const full = new Map<string, string>();
  const gone = new Map<string, string>();
  for (const { name } of plan.sheets) {
    const short = names.get(name.toLowerCase()) ?? name;
    full.set(short.toLowerCase(), quoteSheetName(name));
    for (const each of [name, short]) gone.set(each.toLowerCase(), "#REF");
  }
  const isSame = (one: string, other: string) =>
    sameContent({ value: null, formula: one }, { value: null, formula: other });
  return (formula, planned) =>
    isSame(withSheetNames(formula, full), planned) ||
    (formula.includes("#REF!") &&
      isSame(withSheetNames(formula, gone), withSheetNames(planned, gone)));
}

function planned(plan: WritePlan, name: string): boolean {
  return plan.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}
