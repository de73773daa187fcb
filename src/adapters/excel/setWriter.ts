import { type CellPosition, formatPosition } from "../../domain/workbook/cellAddress";
import {
  type TakenBack,
  WorkbookError,
  type SheetPlan,
  type WritePlan,
  type WriteProgress,
  type WriteReceipt,
  type WrittenCell,
} from "../../ports/workbookPorts";
import { keptSheets, leavingSheets } from "../guard/leavingSheets";
import { checkPlan } from "../guard/planLimits";
import { formulaTest } from "./brokenReferences";
import { placeOf } from "./cellPlaces";
import { type CellContent, contentOf, isAsPlanned } from "./cellText";
import { type ExcelAccess, NOBODY } from "./excelAccess";
import { LookAgain } from "./excelRuns";
import { inspect, requireStructure } from "./inspection";
import { finishingOrder } from "./pageOrders";
import { EMPTY_SHEET } from "./sheetContents";
import { newSheetOrders } from "./sheetOrders";
import type { ListedSheet, WorkbookLook } from "./sheetReader";
import type { Leaving, SheetRemover } from "./sheetRemover";
import { shortNames } from "./shortNames";
import { type Sights, Witness } from "./witness";
import { toParts } from "./writeParts";

interface Unfinished {
  readonly plan: WritePlan;
  readonly names: ReadonlyMap<string, string>;
  readonly before: ReadonlySet<string>;
}

/** Those that stay get their full names, where these are free. */
interface Withdrawal extends Leaving {
  readonly stays: readonly { readonly name: string; readonly isUntouched: boolean }[];
}

/** Writes a whole set of sheets, and clears up when that fails. */
export class SetWriter {
  private readonly unfinished = new WeakMap<WriteReceipt, Unfinished>();
  private readonly addedIds = new WeakMap<WriteReceipt, ReadonlyMap<string, string>>();

  constructor(
    private readonly access: ExcelAccess,
    private readonly remover: SheetRemover,
  ) {}

  /** Of the sheets of a receipt as they were added. */
  idsOf(receipt: WriteReceipt): ReadonlyMap<string, string> | undefined {
    return this.addedIds.get(receipt);
  }

  /** What is left of a receipt has its sheets from there. */
  inherit(rest: WriteReceipt, receipt: WriteReceipt): void {
    const ids = this.addedIds.get(receipt);
    if (ids) this.addedIds.set(rest, ids);
  }

  isUnfinished(receipt: WriteReceipt): boolean {
    return this.unfinished.has(receipt);
  }

  async withdrawUnfinished(receipt: WriteReceipt): Promise<TakenBack> {
    const unfinished = this.unfinished.get(receipt);
    if (!unfinished) return { kept: [], ...keptSheets([]) };
    try {
      return { kept: [], ...keptSheets(await this.withdraw(unfinished)) };
    } catch (error) {
      const left = await this.leftOf(unfinished);
      if (left?.length === 0) return { kept: [], ...keptSheets([]) };
      if (!left || left.length === receipt.addedSheets.length) throw error;
      const rest = this.partOf(unfinished, left);
      throw new WorkbookError("takenBackPartly", left.join("、"), rest);
    }
  }

  async add(plan: WritePlan, progress: WriteProgress = NOBODY): Promise<WriteReceipt> {
    checkPlan(plan);
    return this.access.runs.afresh(() => this.lookAndAdd(plan, progress));
  }

  private async lookAndAdd(plan: WritePlan, progress: WriteProgress): Promise<WriteReceipt> {
    progress({ kind: "checking" });
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
      const after = await this.writeSheets(unfinished, progress);
      progress({ kind: "readingBack" });
      const { written, ids } = await this.readBack(unfinished, after);
      const unset = await this.finish(plan);
      const addedSheets = plan.sheets.map(({ name }) => name);
      const receipt = { addedSheets, written, ...(unset.length === 0 ? {} : { unset }) };
      this.addedIds.set(receipt, ids);
      for (const name of addedSheets) this.access.report(name);
      return receipt;
    } catch (error) {
      if (error instanceof LookAgain) throw error;
      progress({ kind: "takingBack" });
      return this.withdrawAfter(error, unfinished);
    }
  }

  /** What stood in the sheets at the end of their own requests. */
  private async writeSheets(unfinished: Unfinished, progress: WriteProgress): Promise<Sights> {
    const { plan, names } = unfinished;
    const shortOf = (name: string) => shortName(unfinished, name);
    const witness = new Witness();
    const orders = plan.sheets.flatMap((sheet) =>
      newSheetOrders(sheet, shortOf(sheet.name), names, plan),
    );
    await this.access.writeFresh(
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
        witness,
      ),
      progress,
    );
    return witness.after;
  }

  private async readBack(
    unfinished: Unfinished,
    atWrite: Sights,
  ): Promise<{ readonly written: WrittenCell[]; readonly ids: ReadonlyMap<string, string> }> {
    const { plan } = unfinished;
    const look = await this.access.reader.readLook(
      plan.sheets.map(({ name }) => name),
      true,
    );
    const ids = new Map(look.sheets.map(({ id, name }) => [name, id]));
    const written = plan.sheets.flatMap((sheet): WrittenCell[] => {
      const own = look.contents.get(sheet.name);
      const id = ids.get(sheet.name);
      if (!own || id === undefined) throw new WorkbookError("writeIncomplete", sheet.name);
      this.access.merges.learn(id, sheet.merges, own);
      const short = shortName(unfinished, sheet.name);
      return sheet.cells.flatMap((cell): WrittenCell[] => {
        const { row, column } = cell;
        const content = contentOf(cell);
        const now = own.at(cell);
        const isOurs = isAsPlanned(now, content);
        if (!isOurs && !stoodAsPlanned(atWrite.at(short, cell), content)) {
          throw new WorkbookError("writeIncomplete", placeOf({ ...cell, sheet: sheet.name }));
        }
        // Where somebody was faster, their content stays, and with it the sheet.
        const after = isOurs ? now : content;
        const isEmpty = after.value === null || after.value === "";
        if (isEmpty && after.formula === undefined) return [];
        return [{ sheet: sheet.name, row, column, before: { value: null }, after }];
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
      left = (await this.withdraw(unfinished)).map(({ name }) => name);
    } catch {
      left = await this.leftOf(unfinished);
    }
    if (left?.length === 0) throw error;
    throw new WorkbookError("partlyWritten", String(error), this.partOf(unfinished, left ?? []));
  }

  private partOf(unfinished: Unfinished, left: readonly string[]): WriteReceipt {
    const receipt: WriteReceipt = { addedSheets: left, written: [] };
    this.unfinished.set(receipt, unfinished);
    return receipt;
  }

  /** Names of its sheets that stand; undefined when Excel does not even say that. */
  private async leftOf(unfinished: Unfinished): Promise<string[] | undefined> {
    await this.remover.showAgain().catch(() => undefined);
    try {
      const { sheets } = await inspect(this.access.runs);
      return ownSheets(unfinished, sheets).map(({ sheet }) => sheet.name);
    } catch {
      return undefined;
    }
  }

  /** Deletes sheets of a set that was not finished, but for those that hold anything else or are needed by others. */
  private async withdraw(unfinished: Unfinished): Promise<Withdrawal["stays"]> {
    const { stays } = await this.remover.remove((look) => withdrawal(unfinished, look));
    return stays;
  }
}

function shortName({ names }: Unfinished, name: string): string {
  return names.get(name.toLowerCase()) ?? name;
}

/** By its value alone, which says enough: where a formula was taken for a text, it is that text. */
function stoodAsPlanned(atWrite: CellContent | undefined, content: CellContent): boolean {
  if (atWrite === undefined) return false;
  if (content.formula === undefined) return isAsPlanned(atWrite, content);
  return typeof atWrite.value !== "string" || !atWrite.value.startsWith("=");
}

function withdrawal(unfinished: Unfinished, { sheets, contents }: WorkbookLook): Withdrawal {
  const ours = new Map(ownSheets(unfinished, sheets).map(({ sheet, own }) => [sheet.id, own]));
  const isOurs = formulaTest(namesIn(unfinished));
  const standing = sheets.map((sheet) => {
    const content = contents.get(sheet.id) ?? EMPTY_SHEET;
    const own = ours.get(sheet.id);
    return {
      sheet,
      own,
      name: sheet.name,
      isShown: sheet.visibility === "Visible",
      isUntouched: own !== undefined && holdsOnly(content.filled(), own, isOurs),
      formulas: content.formulas.values(),
    };
  });
  const leaving = leavingSheets(standing);
  const isTaken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const stays = standing.flatMap(({ sheet, own, isUntouched }, index) => {
    const each = standing[index];
    if (own === undefined || (each && leaving.has(each))) return [];
    const name = isTaken.has(own.name.toLowerCase()) ? sheet.name : own.name;
    return [{ sheet, name, isUntouched }];
  });
  return {
    goes: Array.from(leaving, ({ sheet }) => sheet),
    stays,
    renamed: stays.filter(({ sheet, name }) => sheet.name !== name),
  };
}

function holdsOnly(
  filled: readonly (CellPosition & CellContent)[],
  { cells }: SheetPlan,
  isOurs: (formula: string, ours: string) => boolean,
): boolean {
  const expected = new Map(cells.map((cell) => [formatPosition(cell), contentOf(cell)]));
  return filled.every((cell) => {
    const content = expected.get(formatPosition(cell));
    if (content === undefined || !isAsPlanned(cell, content)) return false;
    return content.formula === undefined || isOurs(cell.formula ?? "", content.formula);
  });
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

/** Any of its sheets may have gone on the way, under either name. */
function namesIn(unfinished: Unfinished): Parameters<typeof formulaTest>[0] {
  const names = unfinished.plan.sheets.map(({ name }) => name);
  const full = new Map(names.map((name) => [shortName(unfinished, name).toLowerCase(), name]));
  return { full, gone: [...full.keys(), ...names.map((name) => name.toLowerCase())] };
}

function planned(plan: WritePlan, name: string): boolean {
  return plan.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}
