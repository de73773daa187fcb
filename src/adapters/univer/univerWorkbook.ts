import { BooleanNumber, type Worksheet } from "@univerjs/core";
import { IFunctionService } from "@univerjs/engine-formula";
import type { FUniver } from "@univerjs/core/facade";
import type { FWorkbook } from "@univerjs/sheets/facade";
import { formatPosition } from "../../domain/workbook/cellAddress";
import { keptSheets, leavingSheets } from "../guard/leavingSheets";
import { checkCell, checkPlan } from "../guard/planLimits";
import { requireShown } from "../guard/requireShown";
import { checkRowEdits, mustStay } from "../guard/rowEdits";
import { requireUnchanged } from "../guard/unchanged";
import {
  type CellRange,
  type HostCapabilities,
  type RowEdit,
  type TakenBack,
  WorkbookError,
  type WorkbookEditor,
  type WorkbookExporter,
  type WorkbookExtras,
  type WorkbookSnapshot,
  type WritePlan,
  type WriteProgress,
  type WriteReceipt,
  type WrittenCell,
} from "../../ports/workbookPorts";
import { addSheets } from "./addSheets";
import { Calculation } from "./calculation";
import { endCellEntry } from "./cellEntry";
import { extrasOf } from "./dataToExtras";
import { fromWorkbookData } from "./dataToPlan";
import { visibilityOf } from "./dataToSnapshot";
import { onGridChange } from "./dirtySignals";
import { editGridRows } from "./editGridRows";
import { EmptyPage } from "./emptyPage";
import { GridModel, type GridWrite, sameContent, sameValue } from "./gridModel";
import { toGridRange } from "./gridRules";
import { MarkPainter } from "./markPainter";
import { moveOnlyWhatRefers } from "./movedReferences";
import { type Removal, removeSheets } from "./removeSheets";
import { restoreSheets } from "./restoreSheets";
import { SentenceRows } from "./sentenceRows";
import { SheetReadings } from "./sheetReadings";
import { findTextsAtOnce } from "./textCriteria";

type CellWrite = Parameters<WorkbookEditor["writeCells"]>[0][number];

const SCROLL = "sheet.command.scroll-to-cell";

/** The workbook that stands in the grid. */
export class UniverWorkbook implements WorkbookEditor, WorkbookExporter {
  readonly capabilities: HostCapabilities = { veryHiddenSheets: true, calculates: true };
  private readonly model: GridModel;
  private readonly emptyPage: EmptyPage;
  private readonly calculation: Calculation;
  private readonly sentences: SentenceRows;
  private readonly marks: MarkPainter;
  private readonly readings: SheetReadings;
  private readonly stopWatching: () => void;
  private readonly gridEnd: { dispose(): void };
  private readonly listeners = new Set<(sheet?: string) => void>();
  private upkeep: ReturnType<typeof setTimeout> | undefined;
  private isChanged = false;
  private removal: Removal | undefined;

  constructor(api: FUniver, workbook: FWorkbook, isEmpty: boolean) {
    this.model = new GridModel(api, workbook);
    this.emptyPage = new EmptyPage(this.model, isEmpty);
    this.sentences = new SentenceRows(this.model);
    this.marks = new MarkPainter(this.model);
    this.readings = new SheetReadings(this.model);
    this.calculation = new Calculation(this.model, () => {
      this.afterCalculation();
    });
    this.calculation.forgetFormulas();
    findTextsAtOnce(this.model.injector.get(IFunctionService));
    moveOnlyWhatRefers(this.model.injector, this.model.workbook);
    this.gridEnd = this.model.injector.onDispose(() => {
      this.dispose();
    });
    this.stopWatching = onGridChange(this.model, ({ sheetId, moves }) => {
      this.isChanged = true;
      this.marks.refresh();
      if (moves) this.planUpkeep();
      const sheet = sheetId && this.model.workbook.getSheetBySheetId(sheetId);
      this.report(sheet ? sheet.getName() : undefined);
    });
  }

  /** Before another workbook takes its place, or with the grid itself. */
  dispose(): void {
    this.gridEnd.dispose();
    clearTimeout(this.upkeep);
    this.listeners.clear();
    this.stopWatching();
    this.calculation.dispose();
    this.marks.dispose();
    this.readings.dispose();
  }

  /** The model itself is read: to copy a large set takes longer. */
  read(manner?: "thorough"): Promise<WorkbookSnapshot> {
    const readNow = (): WorkbookSnapshot => {
      const snapshot = this.readings.read();
      const isSettled = this.upkeep === undefined && this.calculation.isSettled();
      return isSettled ? snapshot : { ...snapshot, isCalculating: true };
    };
    return manner === "thorough" ? this.press(readNow) : settle(readNow);
  }

  inspect(): Promise<WorkbookExtras> {
    return this.press(() => extrasOf(this.model.workbook.getSnapshot()));
  }

  endEntry(): Promise<void> {
    return endCellEntry(this.model);
  }

  /** All results stand in the cells. Reading needs no waiting: whoever listens is told when they do. */
  async settled(): Promise<void> {
    if (this.upkeep !== undefined) this.doUpkeep();
    await this.calculation.settled();
  }

  /** Everything anew, as after moved rows. */
  recalculate(): void {
    this.calculation.force();
  }

  async export(): Promise<WritePlan> {
    await this.endEntry();
    await this.settled();
    const plan = fromWorkbookData(this.model.workbook.getSnapshot());
    const front = this.model.workbook.getActiveSheet();
    const isShown = front.getConfig().hidden !== BooleanNumber.TRUE;
    return isShown ? { ...plan, activeSheet: front.getName() } : plan;
  }

  addSheets(plan: WritePlan): Promise<WriteReceipt> {
    return this.press(() => {
      checkPlan(plan);
      const taken = plan.sheets.find(({ name }) => this.model.find(name));
      if (taken) throw new WorkbookError("sheetExists", taken.name);
      // Ctrl+Z would bring back sheets beside others of the same name.
      this.removal?.forget();
      const added = addSheets(this.model, plan);
      const written = added.flatMap((sheet) =>
        this.model.filledCells(sheet).map(({ row, column, ...after }): WrittenCell => {
          return { sheet: sheet.getName(), row, column, before: { value: null }, after };
        }),
      );
      checkCount(written, plan);
      this.emptyPage.giveWay();
      return { addedSheets: added.map((sheet) => sheet.getName()), written };
    });
  }

  writeCells(cells: readonly CellWrite[]): Promise<WriteReceipt> {
    return this.press(() => {
      const places = cells.map((cell) => ({ cell, sheet: this.model.get(cell.sheet) }));
      const taken = new Set<string>();
      for (const { cell, sheet } of places) this.checkWrite(cell, sheet, taken);
      return this.write(
        places.map(({ cell, sheet }) => ({ sheet, ...place(cell), content: cell })),
      );
    });
  }

  async editRows(...edits: readonly RowEdit[]): Promise<readonly RowEdit[]> {
    const stay = await this.press(() => {
      checkRowEdits(edits);
      const places = edits.map((edit) => ({ edit, sheet: this.model.get(edit.sheet) }));
      const { sheets } = this.readings.read();
      const staying = places.filter(({ edit, sheet }) => {
        const own = sheets.find(({ id }) => id === sheet.getSheetId());
        return own !== undefined && mustStay(own, edit);
      });
      editGridRows(
        this.model,
        places.filter((place) => !staying.includes(place)),
      );
      return staying.map(({ edit }) => edit);
    });
    await this.settled();
    return stay;
  }

  restore(
    plan: WritePlan,
    _progress?: WriteProgress,
    seen?: WorkbookSnapshot,
  ): Promise<WriteReceipt> {
    return this.press(() => {
      checkPlan(plan);
      const sheets = plan.sheets.map((planned) => ({
        planned,
        sheet: this.model.get(planned.name),
      }));
      for (const { planned, sheet } of sheets) {
        const known = seen?.sheets.find(({ id }) => id === sheet.getSheetId());
        if (known) requireUnchanged(planned, known, (cell) => this.model.content(sheet, cell));
      }
      const written = restoreSheets(this.model, plan, sheets);
      this.marks.forget();
      return { addedSheets: [], written };
    });
  }

  takeBack(receipt: WriteReceipt): Promise<TakenBack> {
    return this.press(() => {
      const added = new Set(receipt.addedSheets);
      const sheets = this.emptyPage.during(receipt.addedSheets, () => this.takeBackSheets(receipt));
      const kept: WrittenCell[] = [];
      const writes = new Map<Worksheet, GridWrite[]>();
      for (const cell of receipt.written) {
        if (added.has(cell.sheet)) continue;
        const sheet = this.model.find(cell.sheet);
        if (!sheet || !sameContent(this.model.content(sheet, cell), cell.after)) kept.push(cell);
        else put(writes, sheet, { ...place(cell), content: cell.before });
      }
      this.model.write(writes);
      return { kept, ...sheets };
    });
  }

  navigate(name: string, range: CellRange): Promise<void> {
    return settle(() => {
      const sheet = this.model.get(name);
      requireShown(sheet.getName(), visibilityOf(sheet.getConfig()));
      const facade = this.model.facade.setActiveSheet(sheet.getSheetId());
      const { top, left, bottom, right } = range;
      facade.getRange(top - 1, left - 1, bottom - top + 1, right - left + 1).activate();
      if (this.model.commands.hasCommand(SCROLL)) {
        this.model.command(SCROLL, sheet, { range: toGridRange(range) });
      }
    });
  }

  onDirty(listener: (sheet?: string) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** What a person sets off counts with all that they have typed. */
  private async press<Result>(work: () => Result): Promise<Result> {
    await this.endEntry();
    return work();
  }

  private checkWrite(cell: CellWrite, sheet: Worksheet, taken: Set<string>): void {
    const where = `${sheet.getName()}!${formatPosition(cell)}`;
    checkCell(cell, where);
    if (taken.has(where)) throw new WorkbookError("invalidPlan", `${where}: cell twice`);
    taken.add(where);
    if (this.model.isUnderMerge(sheet, cell)) {
      throw new WorkbookError("invalidPlan", `${where}: under a merge`);
    }
    const { expected } = cell;
    if (expected !== undefined && !sameValue(this.model.content(sheet, cell).value, expected)) {
      throw new WorkbookError("changedMeanwhile", where);
    }
  }

  private write(cells: readonly (GridWrite & { readonly sheet: Worksheet })[]): WriteReceipt {
    const before = cells.map((cell) => this.model.content(cell.sheet, cell));
    const writes = new Map<Worksheet, GridWrite[]>();
    for (const { sheet, ...cell } of cells) put(writes, sheet, cell);
    this.model.write(writes);
    const written = cells.map(({ sheet, ...cell }, index): WrittenCell => {
      const after = this.model.content(sheet, cell);
      const where = `${sheet.getName()}!${formatPosition(cell)}`;
      if (cell.content && !sameContent(after, cell.content)) {
        throw new WorkbookError("writeIncomplete", where);
      }
      const { row, column } = cell;
      return { sheet: sheet.getName(), row, column, before: before[index] ?? after, after };
    });
    return { addedSheets: [], written };
  }

  private takeBackSheets(receipt: WriteReceipt): Omit<TakenBack, "kept"> {
    const sheets = this.model.sheets().map((sheet) => this.standing(sheet, receipt));
    const leaving = leavingSheets(sheets);
    const staying = sheets.filter(
      (sheet) => receipt.addedSheets.includes(sheet.name) && !leaving.has(sheet),
    );
    this.removal = removeSheets(
      this.model,
      Array.from(leaving, ({ sheet }) => sheet),
    );
    return keptSheets(staying);
  }

  private standing(sheet: Worksheet, { addedSheets, written }: WriteReceipt) {
    const name = sheet.getName();
    const cells = this.model.filledCells(sheet);
    const ours = written.filter((cell) => cell.sheet === name);
    const isUntouched =
      addedSheets.includes(name) &&
      cells.length === ours.length &&
      ours.every((cell) => sameContent(this.model.content(sheet, cell), cell.after));
    return {
      sheet,
      name,
      isShown: sheet.getConfig().hidden !== BooleanNumber.TRUE,
      isUntouched,
      formulas: cells.flatMap(({ formula }) => formula ?? []),
    };
  }

  /** Once all that belongs to one step of a person has happened. */
  private planUpkeep(): void {
    this.marks.forget();
    this.upkeep ??= setTimeout(() => {
      this.doUpkeep();
    });
  }

  private doUpkeep(): void {
    clearTimeout(this.upkeep);
    this.upkeep = undefined;
    this.calculation.force();
  }

  private afterCalculation(): void {
    this.marks.refresh();
    this.sentences.fit();
    if (!this.isChanged || !this.calculation.isSettled()) return;
    this.isChanged = false;
    this.report(undefined);
  }

  private report(sheet: string | undefined): void {
    for (const listener of this.listeners) listener(sheet);
  }
}

/** Refusals come as rejections, never as exceptions at the call. */
function settle<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

function place({ row, column }: { readonly row: number; readonly column: number }) {
  return { row, column };
}

function put(writes: Map<Worksheet, GridWrite[]>, sheet: Worksheet, cell: GridWrite): void {
  const cells = writes.get(sheet) ?? [];
  cells.push(cell);
  writes.set(sheet, cells);
}

function checkCount(written: readonly WrittenCell[], plan: WritePlan): void {
  const planned = plan.sheets.flatMap(({ cells }) =>
    cells.filter(({ value, formula }) => formula !== undefined || (value !== null && value !== "")),
  );
  if (written.length !== planned.length) throw new WorkbookError("writeIncomplete");
}
