import {
  type CellAddress,
  type CellPosition,
  type CellRange,
  formatPosition,
  formatRange,
  quoteSheetName,
  rangeContains,
} from "../../domain/workbook/cellAddress";
import { keptSheets, leavingSheets } from "../guard/leavingSheets";
import { checkCell, checkPlan } from "../guard/planLimits";
import { requireUnchanged } from "../guard/unchanged";
import {
  type CellChooser,
  type HostCapabilities,
  type MarkedArea,
  type MarkEraser,
  type RowEdit,
  type SheetSnapshot,
  type SheetVisibility,
  type TakenBack,
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
import { boundsOf } from "./areas";
import { type CellContent, sameContent, sameValue } from "./cellText";
import { DirtySignals } from "./dirtySignals";
import { ExcelRuns, type Order, type Wait } from "./excelRuns";
import { toWorkbookError } from "./hostErrors";
import {
  inspect,
  inspectionOf,
  type InspectedSheet,
  type Inspection,
  requireStructure,
  requireUnprotected,
} from "./inspection";
import { markCount } from "./markCounter";
import { MergeMemory } from "./mergeMemory";
import { readMerges } from "./mergeReader";
import { EMPTY_SHEET, type SheetContents } from "./sheetContents";
import {
  type CellEntry,
  clearMarkOrders,
  entryOrders,
  finishingOrder,
  newSheetOrders,
  restoreOrders,
} from "./sheetOrders";
import { type ListedSheet, SheetReader } from "./sheetReader";
import { shortNames, withSheetNames } from "./shortNames";
import { NOTHING, toParts } from "./writeParts";

type CellWrite = Parameters<WorkbookEditor["writeCells"]>[0][number];

export interface ExcelWorkbookOptions {
  /** The client library, once Office is ready. */
  readonly excel: typeof Excel;
  /** As `Office.context.requirements` says it. */
  readonly isSetSupported: (name: string, version: string) => boolean;
  readonly wait?: Wait;
}

interface Unfinished {
  readonly plan: WritePlan;
  readonly names: ReadonlyMap<string, string>;
  readonly before: ReadonlySet<string>;
}

const SHOWN: Readonly<Record<string, SheetVisibility>> = {
  Visible: "visible",
  Hidden: "hidden",
  VeryHidden: "veryHidden",
};
const REFUSED_AS_A_WHOLE: ReadonlySet<WorkbookErrorCode> = new Set([
  "editingCell",
  "writeTooLarge",
]);
const NOBODY: WriteProgress = () => undefined;
const CALCULATION_PAUSE = 500;
const LONGEST_CALCULATION_PAUSE = 8_000;

const pause: Wait = (milliseconds) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** The workbook that stands in Excel. */
export class ExcelWorkbook implements WorkbookEditor, CellChooser, MarkEraser {
  readonly capabilities: HostCapabilities = { veryHiddenSheets: true, calculates: true };
  private readonly runs: ExcelRuns;
  private readonly reader: SheetReader;
  private readonly signals: DirtySignals;
  private readonly merges = new MergeMemory();
  private readonly listeners = new Set<(sheet?: string) => void>();
  private readonly unfinished = new WeakMap<WriteReceipt, Unfinished>();
  private readonly addedIds = new WeakMap<WriteReceipt, ReadonlyMap<string, string>>();
  private names: ReadonlyMap<string, string> = new Map();
  private calculationPause = CALCULATION_PAUSE;
  private isWaitingForResults = false;

  constructor({ excel, isSetSupported, wait = pause }: ExcelWorkbookOptions) {
    const supports = (version: string) => isSetSupported("ExcelApi", version);
    this.runs = new ExcelRuns(excel, supports, wait);
    this.reader = new SheetReader(this.runs);
    this.signals = new DirtySignals(this.runs, (id) => {
      if (id !== undefined) this.reader.forget(id);
      this.report(id === undefined ? undefined : this.names.get(id));
    });
  }

  async read(manner?: "thorough"): Promise<WorkbookSnapshot> {
    return this.talk(async () => {
      // Where Excel was too busy for it the first time.
      if (this.listeners.size > 0) this.signals.start();
      const isPressed = manner === "thorough";
      const look = await this.reader.readAll(isPressed);
      this.names = new Map(look.sheets.map(({ id, name }) => [id, name]));
      if (isPressed) await this.learnMerges(look.sheets, look.contents);
      const sheets = look.sheets.map((sheet) =>
        this.snapshotOf(sheet, look.contents.get(sheet.id)),
      );
      const read = { sheets, ...(look.isManual ? ({ isCalculatedByHand: true } as const) : {}) };
      if (!look.isCalculating) {
        this.calculationPause = CALCULATION_PAUSE;
        return read;
      }
      // By hand calculated, it may stay like this for ever.
      if (!look.isManual) this.lookAgainLater();
      return { ...read, isCalculating: true };
    });
  }

  async addSheets(plan: WritePlan, progress: WriteProgress = NOBODY): Promise<WriteReceipt> {
    return this.talk(async () => {
      progress({ kind: "checking" });
      checkPlan(plan);
      const inspection = await inspect(this.runs);
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
        const receipt = await this.readBack(plan);
        const unset = await this.finish(plan);
        for (const name of receipt.addedSheets) this.report(name);
        if (unset.length === 0) return receipt;
        const told = { ...receipt, unset };
        const ids = this.addedIds.get(receipt);
        if (ids) this.addedIds.set(told, ids);
        return told;
      } catch (error) {
        progress({ kind: "takingBack" });
        return this.withdrawAfter(error, unfinished);
      }
    });
  }

  async writeCells(cells: readonly CellWrite[]): Promise<WriteReceipt> {
    return this.talk(async () => {
      if (cells.length === 0) return { addedSheets: [], written: [] };
      const bySheet = groupBySheet(cells);
      for (const cell of cells) checkCell(cell, placeOf(cell));
      const inspection = await inspect(this.runs, boundsBySheet(bySheet));
      const sheets = cells.map((cell) => inspection.get(cell.sheet));
      const contents = await this.contentsOf(sheets);
      const merges = await readMerges(this.runs, idsOf(sheets));
      const taken = new Set<string>();
      const written = cells.map((cell, index): WrittenCell => {
        const sheet = sheets[index] ?? inspection.get(cell.sheet);
        const { row, column } = cell;
        const before = contents.get(sheet.id)?.at(cell) ?? { value: null };
        checkWrite({ ...cell, sheet: sheet.name }, before, merges.get(sheet.id) ?? [], taken);
        requireUnprotected(sheet);
        return { sheet: sheet.name, row, column, before, after: contentOf(cell) };
      });
      return this.writeAndReadBack(written, inspection, [
        ...this.entriesOf(written, inspection, ({ after }) => after),
      ]);
    });
  }

  async editRows(edit: RowEdit): Promise<void> {
    await this.talk(async () => {
      if (!Number.isInteger(edit.count) || edit.count < 1) {
        throw new WorkbookError("invalidPlan", "row count");
      }
      checkCell({ row: edit.row, column: 1, value: null }, edit.sheet);
      const sheet = (await inspect(this.runs, new Map([[edit.sheet, undefined]]))).get(edit.sheet);
      requireUnprotected(sheet);
      const rows = `${String(edit.row)}:${String(edit.row + edit.count - 1)}`;
      await this.write([
        (context) => {
          const range = context.workbook.worksheets.getItem(sheet.id).getRange(rows);
          range.untrack();
          if (edit.kind === "insertRows") range.insert("Down").untrack();
          else range.delete("Up");
        },
      ]);
      this.merges.forget(sheet.id);
      await this.learnMerges([sheet], await this.contentsOf([sheet]));
      this.report(sheet.name);
    });
  }

  async restore(
    plan: WritePlan,
    progress: WriteProgress = NOBODY,
    seen?: WorkbookSnapshot,
  ): Promise<WriteReceipt> {
    return this.talk(async () => {
      progress({ kind: "checking" });
      checkPlan(plan);
      const inspection = await inspect(
        this.runs,
        new Map(plan.sheets.map(({ name }) => [name, undefined])),
      );
      const sheets = plan.sheets.map(({ name }) => inspection.get(name));
      sheets.forEach(requireUnprotected);
      const contents = await this.contentsOf(sheets);
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
        return [{ written, orders: restoreOrders(sheet, own?.name ?? sheet.name, plan, entries) }];
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
    });
  }

  async takeBack(receipt: WriteReceipt): Promise<TakenBack> {
    return this.talk(async () => {
      const unfinished = this.unfinished.get(receipt);
      if (unfinished) {
        return { kept: [], keptSheets: await this.withdraw(unfinished), neededSheets: [] };
      }
      const added = new Set(receipt.addedSheets);
      const cells = receipt.written.filter(({ sheet }) => !added.has(sheet));
      const inspection = await inspect(
        this.runs,
        new Map([
          ...receipt.addedSheets.map((name) => [name, undefined] as const),
          ...boundsBySheet(groupBySheet(cells)),
        ]),
      );
      const ids = this.addedIds.get(receipt);
      const ours = receipt.addedSheets.flatMap((name) => findAdded(name, inspection, ids) ?? []);
      const places = cells.flatMap(({ sheet }) => inspection.find(sheet) ?? []);
      // Any sheet may refer to one that is to go.
      const contents = await this.contentsOf(ours.length > 0 ? inspection.sheets : places);
      const { goes, stays } = goingSheets(ours, receipt, contents, inspection);
      const standing = cells.filter((cell) => {
        const sheet = inspection.find(cell.sheet);
        const own = sheet && contents.get(sheet.id)?.at(cell);
        return own !== undefined && sameContent(own, cell.after);
      });
      if (goes.length > 0) requireStructure(inspection);
      for (const { sheet } of standing) requireUnprotected(inspection.get(sheet));
      await this.writeBack(
        goes,
        this.entriesOf(standing, inspection, ({ before }) => before),
      );
      for (const name of new Set(receipt.written.map(({ sheet }) => sheet))) this.report(name);
      return {
        kept: cells.filter((cell) => {
          const sheet = inspection.find(cell.sheet);
          const own = sheet && contents.get(sheet.id)?.at(cell);
          // What is as before already, an earlier try has put back.
          const isBack = own !== undefined && sameContent(own, cell.before);
          return !standing.includes(cell) && !isBack;
        }),
        ...stays,
      };
    });
  }

  async navigate(name: string, range: CellRange): Promise<void> {
    await this.talk(async () => {
      const key = this.idOf(name) ?? name;
      const visibility = await this.runs.look((context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(key);
        sheet.load("visibility");
        return () => (sheet.isNullObject ? undefined : sheet.visibility);
      }, true);
      if (visibility === undefined) throw new WorkbookError("sheetMissing", name);
      if (visibility !== "Visible") return;
      await this.runs.look((context) => {
        const sheet = context.workbook.worksheets.getItem(key);
        sheet.activate();
        const cells = sheet.getRange(formatRange(range));
        cells.untrack();
        cells.select();
        return () => undefined;
      }, true);
    });
  }

  async selectedCell(): Promise<CellAddress> {
    return this.talk(() =>
      this.runs.look((context) => {
        const cell = context.workbook.getActiveCell();
        cell.untrack();
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        cell.load("rowIndex,columnIndex");
        sheet.load("name");
        return () => ({ sheet: sheet.name, row: cell.rowIndex + 1, column: cell.columnIndex + 1 });
      }, true),
    );
  }

  async clearMarks(areas: readonly MarkedArea[]): Promise<void> {
    await this.talk(async () => {
      if (areas.length === 0) return;
      const bySheet = groupBySheet(areas);
      const inspected = inspectionOf(new Map([...bySheet.keys()].map((name) => [name, undefined])));
      const counted = markCount(areas);
      const { sheets, marked } = await this.runs.look((context) => {
        const answers = [inspected(context), counted(context)] as const;
        return () => ({ sheets: answers[0](), marked: answers[1]() });
      }, true);
      const orders = Array.from(bySheet, ([name, own]) => {
        const sheet = sheets.get(name);
        requireUnprotected(sheet);
        return clearMarkOrders(
          own.map(({ range }) => range),
          sheet.name,
        );
      });
      try {
        await this.write(toParts(orders.flat(), NOTHING, NOTHING));
      } catch (error) {
        const left = await this.runs.look(counted, true).catch(() => undefined);
        if (left === 0) return;
        // Nothing was done.
        if (left === marked) throw error;
        throw new WorkbookError("marksLeft", left === undefined ? "" : String(left));
      }
    });
  }

  onDirty(listener: (sheet?: string) => void): () => void {
    this.listeners.add(listener);
    this.signals.start();
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Of the sheet that had this name at the last look: it may have another by now, and the name another sheet. */
  private idOf(name: string): string | undefined {
    for (const [id, own] of this.names) if (own.toLowerCase() === name.toLowerCase()) return id;
    return undefined;
  }

  private async talk<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw toWorkbookError(error);
    }
  }

  private snapshotOf(
    { id, name, visibility }: ListedSheet,
    contents: SheetContents = EMPTY_SHEET,
  ): SheetSnapshot {
    return {
      id,
      name,
      visibility: SHOWN[visibility] ?? "visible",
      values: contents.values,
      formulas: contents.formulas,
      merges: this.merges.recall(id, contents),
    };
  }

  private contentsOf(sheets: readonly ListedSheet[]): Promise<ReadonlyMap<string, SheetContents>> {
    return this.reader.readSheets(idsOf(sheets), true);
  }

  private async learnMerges(
    sheets: readonly ListedSheet[],
    contents: ReadonlyMap<string, SheetContents>,
  ): Promise<void> {
    for (const [id, merges] of await readMerges(this.runs, idsOf(sheets))) {
      this.merges.learn(id, merges, contents.get(id) ?? EMPTY_SHEET);
    }
  }

  /** No event tells that results are there which costs no undo. */
  private lookAgainLater(): void {
    if (this.isWaitingForResults || this.listeners.size === 0) return;
    this.isWaitingForResults = true;
    void this.runs.wait(this.calculationPause).then(() => {
      this.isWaitingForResults = false;
      this.calculationPause = Math.min(2 * this.calculationPause, LONGEST_CALCULATION_PAUSE);
      this.report(undefined);
    });
  }

  private async writeSheets({ plan, names }: Unfinished, progress: WriteProgress): Promise<void> {
    const shortOf = (name: string) => names.get(name.toLowerCase()) ?? name;
    const orders = plan.sheets.flatMap((sheet) =>
      newSheetOrders(sheet, shortOf(sheet.name), names, plan),
    );
    await this.write(
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

  private write(parts: readonly Order[], progress: WriteProgress = NOBODY): Promise<void> {
    this.reader.forget();
    return this.runs.write(parts, (part) => {
      progress({ kind: "writing", part, parts: parts.length });
    });
  }

  private async readBack(plan: WritePlan): Promise<WriteReceipt> {
    const look = await this.reader.readLook(
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
      this.merges.learn(id, sheet.merges, own);
      return own.filled().map(({ row, column, ...after }) => {
        return { sheet: sheet.name, row, column, before: { value: null }, after };
      });
    });
    const receipt = { addedSheets: plan.sheets.map(({ name }) => name), written };
    this.addedIds.set(receipt, ids);
    return receipt;
  }

  /** The set is there all the same when this fails: what was not set. */
  private async finish(plan: WritePlan): Promise<NonNullable<WriteReceipt["unset"]>> {
    const front =
      plan.activeSheet ?? plan.sheets.find(({ visibility }) => visibility === "visible")?.name;
    const planned = (["freeze", "pageSetup"] as const).filter((part) =>
      plan.sheets.some((sheet) => sheet[part]),
    );
    if (await this.isDone(finishingOrder(plan, front))) return [];
    const others = planned.filter((part) => part !== "pageSetup");
    // Without a printer only pages fail.
    const isPagesOnly =
      others.length < planned.length && (await this.isDone(finishingOrder(plan, front, others)));
    return isPagesOnly ? ["pageSetup"] : planned;
  }

  private async isDone(order: Order): Promise<boolean> {
    try {
      await this.write([order]);
      return true;
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      return false;
    }
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
      const { sheets } = await inspect(this.runs);
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
    const { sheets } = await inspect(this.runs);
    const ours = ownSheets(unfinished, sheets);
    const contents = await this.contentsOf(ours.map(({ sheet }) => sheet));
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
    await this.writeBack(
      goes.map(({ sheet }) => sheet),
      [],
      stays.filter(({ sheet, name }) => sheet.name !== name),
    );
    return stays.map(({ name }) => name);
  }

  private entriesOf(
    cells: readonly WrittenCell[],
    inspection: Inspection,
    contentOfCell: (cell: WrittenCell) => CellContent,
  ): ReturnType<typeof entryOrders> {
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

  private async writeBack(
    sheets: readonly ListedSheet[],
    orders: ReturnType<typeof entryOrders>,
    renamed: readonly { readonly sheet: ListedSheet; readonly name: string }[] = [],
  ): Promise<void> {
    if (sheets.length + orders.length + renamed.length === 0) return;
    await this.write(
      toParts(orders, NOTHING, ({ workbook: { worksheets } }) => {
        for (const { id, visibility } of sheets) {
          const sheet = worksheets.getItem(id);
          // What is very hidden cannot be deleted.
          if (visibility === "VeryHidden") sheet.visibility = "Hidden";
          sheet.delete();
        }
        for (const { sheet, name } of renamed) worksheets.getItem(sheet.id).name = name;
      }),
    );
  }

  private async writeAndReadBack(
    written: readonly WrittenCell[],
    inspection: Inspection,
    orders: ReturnType<typeof entryOrders>,
    progress: WriteProgress = NOBODY,
  ): Promise<WriteReceipt> {
    const sheets = [...new Set(written.map(({ sheet }) => sheet))].map((name) =>
      inspection.get(name),
    );
    try {
      if (orders.length > 0) await this.write(toParts(orders, NOTHING, NOTHING), progress);
      progress({ kind: "readingBack" });
      const contents = await this.contentsOf(sheets);
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
      for (const { name } of sheets) this.report(name);
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
      const contents = await this.contentsOf(written.map(({ sheet }) => inspection.get(sheet)));
      const standing = written.filter((cell) => {
        const own = contents.get(inspection.get(cell.sheet).id)?.at(cell);
        if (own === undefined || sameContent(own, cell.before)) return false;
        // Over a formula of ours somebody may have typed their own meanwhile.
        return cell.after.formula === undefined
          ? isAsPlanned(own, cell.after)
          : sameContent(own, cell.after);
      });
      await this.writeBack(
        [],
        this.entriesOf(standing, inspection, ({ before }) => before),
      );
    } catch (second) {
      throw new WorkbookError("partlyWritten", String(second), { addedSheets: [], written });
    }
    throw error;
  }

  private report(sheet: string | undefined): void {
    for (const listener of this.listeners) listener(sheet);
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

/** What failed is told by itself: nothing of it was done, or the formulas could not even be taken back. */
function isUndone(error: unknown, last: WriteStep): boolean {
  if (!(error instanceof WorkbookError) || error.code === "partlyWritten") return true;
  if (last.kind === "checking") return true;
  return last.kind === "writing" && last.part === 1 && REFUSED_AS_A_WHOLE.has(error.code);
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

function contentOf({ value, formula }: CellContent): CellContent {
  return formula === undefined ? { value } : { value, formula };
}

/** Excel may write a formula in its own way: that one stands there is what can be asked. */
function isAsPlanned(content: CellContent, plan: CellContent): boolean {
  if (plan.formula !== undefined) return content.formula !== undefined;
  const value = plan.value === "" ? null : plan.value;
  return content.formula === undefined && sameValue(content.value, value);
}

function position({ row, column }: CellPosition): CellPosition {
  return { row, column };
}

function placeOf(cell: CellPosition & { readonly sheet: string }): string {
  return `${cell.sheet}!${formatPosition(cell)}`;
}

function idsOf(sheets: readonly { readonly id: string }[]): string[] {
  return [...new Set(sheets.map(({ id }) => id))];
}

function groupBySheet<Cell extends { readonly sheet: string }>(
  cells: readonly Cell[],
): Map<string, Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const own = groups.get(cell.sheet);
    if (own) own.push(cell);
    else groups.set(cell.sheet, [cell]);
  }
  return groups;
}

function boundsBySheet(
  groups: ReadonlyMap<string, readonly CellPosition[]>,
): Map<string, CellRange | undefined> {
  return new Map(Array.from(groups, ([name, cells]) => [name, boundsOf(cells)]));
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

interface AddedSheet {
  readonly name: string;
  readonly sheet: InspectedSheet | ListedSheet;
}

/** Also where it has another name by now: then it is one that somebody has worked on. */
function findAdded(
  name: string,
  inspection: Inspection,
  ids: ReadonlyMap<string, string> | undefined,
): AddedSheet | undefined {
  const id = ids?.get(name);
  const sheet =
    id === undefined ? inspection.find(name) : inspection.sheets.find((each) => each.id === id);
  return sheet && { name, sheet };
}

/** Sheets as we left them, but for those that the rest cannot do without. */
function goingSheets(
  added: readonly AddedSheet[],
  { written }: WriteReceipt,
  contents: ReadonlyMap<string, SheetContents>,
  { sheets }: Inspection,
): { readonly goes: ListedSheet[]; readonly stays: Omit<TakenBack, "kept"> } {
  const bySheet = groupBySheet(written);
  const standing = sheets.map((sheet) => {
    const own = contents.get(sheet.id) ?? EMPTY_SHEET;
    const addedAs = added.find((each) => each.sheet.id === sheet.id)?.name;
    const ours = bySheet.get(addedAs ?? "") ?? [];
    return {
      sheet,
      addedAs,
      name: sheet.name,
      isShown: sheet.visibility === "Visible",
      isUntouched:
        sheet.name === addedAs &&
        own.filled().length === ours.length &&
        ours.every((cell) => sameContent(own.at(cell), cell.after)),
      formulas: own.formulas.values(),
    };
  });
  const leaving = leavingSheets(standing);
  const stays = standing.flatMap((each) =>
    each.addedAs === undefined || leaving.has(each)
      ? []
      : [{ name: each.addedAs, isUntouched: each.isUntouched }],
  );
  return { goes: Array.from(leaving, ({ sheet }) => sheet), stays: keptSheets(stays) };
}
