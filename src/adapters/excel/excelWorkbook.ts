import { type CellAddress, type CellRange, formatRange } from "../../domain/workbook/cellAddress";
import {
  type CellChooser,
  type DrawnMark,
  type HostCapabilities,
  type MarkPainter,
  type MarkRule,
  type RowEdit,
  type SheetSnapshot,
  type SheetVisibility,
  type TakenBack,
  WorkbookError,
  type WorkbookEditor,
  type WorkbookExtras,
  type WorkbookSnapshot,
  type WritePlan,
  type WriteProgress,
  type WriteReceipt,
} from "../../ports/workbookPorts";
import { requireShown } from "../guard/requireShown";
import { CellWriter } from "./cellWriter";
import { DirtySignals } from "./dirtySignals";
import { ExcelAccess } from "./excelAccess";
import { ExcelRuns, type Wait } from "./excelRuns";
import { readExtras } from "./extrasReader";
import { toWorkbookError } from "./hostErrors";
import { MarkWriter } from "./markWriter";
import { ReceiptTaker } from "./receiptTaker";
import { RowEditor } from "./rowEditor";
import { SetWriter } from "./setWriter";
import { EMPTY_SHEET, type SheetContents } from "./sheetContents";
import type { ListedSheet } from "./sheetReader";
import { SheetRemover } from "./sheetRemover";

export interface ExcelWorkbookOptions {
  /** The client library, once Office is ready. */
  readonly excel: typeof Excel;
  /** As `Office.context.requirements` says it. */
  readonly isSetSupported: (name: string, version: string) => boolean;
  readonly wait?: Wait;
}

const SHOWN: Readonly<Record<string, SheetVisibility>> = {
  Visible: "visible",
  Hidden: "hidden",
  VeryHidden: "veryHidden",
};
const CALCULATION_PAUSE = 500;
const LONGEST_CALCULATION_PAUSE = 8_000;

const pause: Wait = (milliseconds) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** The workbook that stands in Excel. */
export class ExcelWorkbook implements WorkbookEditor, CellChooser, MarkPainter {
  readonly painter = this;
  readonly capabilities: HostCapabilities = { veryHiddenSheets: true, calculates: true };
  private readonly access: ExcelAccess;
  private readonly signals: DirtySignals;
  private readonly sets: SetWriter;
  private readonly cells: CellWriter;
  private readonly rows: RowEditor;
  private readonly marks: MarkWriter;
  private readonly taker: ReceiptTaker;
  private readonly listeners = new Set<(sheet?: string) => void>();
  private names: ReadonlyMap<string, string> = new Map();
  private calculationPause = CALCULATION_PAUSE;
  private isWaitingForResults = false;

  constructor({ excel, isSetSupported, wait = pause }: ExcelWorkbookOptions) {
    const supports = (version: string) => isSetSupported("ExcelApi", version);
    const runs = new ExcelRuns(excel, supports, wait);
    this.access = new ExcelAccess(runs, (sheet) => {
      for (const listener of this.listeners) listener(sheet);
    });
    const remover = new SheetRemover(this.access);
    this.sets = new SetWriter(this.access, remover);
    this.cells = new CellWriter(this.access);
    this.rows = new RowEditor(this.access);
    this.marks = new MarkWriter(this.access);
    this.taker = new ReceiptTaker(this.access, this.sets, this.cells, remover);
    this.signals = new DirtySignals(runs, (id) => {
      this.access.reader.forget(id);
      this.access.report(id === undefined ? undefined : this.names.get(id));
    });
  }

  async read(manner?: "thorough"): Promise<WorkbookSnapshot> {
    return this.talk(async () => {
      // Where Excel was too busy for it the first time.
      if (this.listeners.size > 0) this.signals.start();
      const isPressed = manner === "thorough";
      const look = await this.access.reader.readAll(isPressed, this.signals.areUp);
      this.names = new Map(look.sheets.map(({ id, name }) => [id, name]));
      if (isPressed) await this.access.learnMerges(look.sheets, look.contents);
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

  inspect(): Promise<WorkbookExtras> {
    return this.talk(() => readExtras(this.access.runs));
  }

  addSheets(plan: WritePlan, progress?: WriteProgress): Promise<WriteReceipt> {
    return this.talk(() => this.sets.add(plan, progress));
  }

  writeCells(cells: Parameters<WorkbookEditor["writeCells"]>[0]): Promise<WriteReceipt> {
    return this.talk(() => this.cells.write(cells));
  }

  editRows(...edits: readonly RowEdit[]): Promise<readonly RowEdit[]> {
    return this.talk(() => this.rows.edit(edits));
  }

  restore(
    plan: WritePlan,
    progress?: WriteProgress,
    seen?: WorkbookSnapshot,
  ): Promise<WriteReceipt> {
    return this.talk(() => this.cells.restore(plan, progress, seen));
  }

  takeBack(receipt: WriteReceipt): Promise<TakenBack> {
    return this.talk(() => this.taker.takeBack(receipt));
  }

  async navigate(name: string, range: CellRange): Promise<void> {
    await this.talk(async () => {
      const key = this.idOf(name) ?? name;
      const found = await this.access.runs.look((context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(key);
        sheet.load("name,visibility");
        return () =>
          sheet.isNullObject ? undefined : { name: sheet.name, visibility: sheet.visibility };
      }, true);
      if (!found) throw new WorkbookError("sheetMissing", name);
      requireShown(found.name, SHOWN[found.visibility] ?? "visible");
      await this.access.runs.look((context) => {
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
      this.access.runs.look((context) => {
        const cell = context.workbook.getActiveCell();
        cell.untrack();
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        cell.load("rowIndex,columnIndex");
        sheet.load("name");
        return () => ({ sheet: sheet.name, row: cell.rowIndex + 1, column: cell.columnIndex + 1 });
      }, true),
    );
  }

  clearMarks(own: readonly MarkRule[]): Promise<void> {
    return this.talk(() => this.marks.clear(this.withIds(own)));
  }

  drawMarks(marks: readonly DrawnMark[]): Promise<void> {
    return this.talk(() => this.marks.draw(this.withIds(marks)));
  }

  onDirty(listener: (sheet?: string) => void): () => void {
    this.listeners.add(listener);
    this.signals.start();
    return () => {
      this.listeners.delete(listener);
    };
  }

  private withIds<Mark extends MarkRule>(marks: readonly Mark[]): Mark[] {
    return marks.map((mark) => ({ ...mark, sheet: this.idOf(mark.sheet) ?? mark.sheet }));
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
      merges: this.access.merges.recall(id, contents),
    };
  }

  /** No event tells that results are there which costs no undo. */
  private lookAgainLater(): void {
    if (this.isWaitingForResults || this.listeners.size === 0) return;
    this.isWaitingForResults = true;
    void this.access.runs.wait(this.calculationPause).then(() => {
      this.isWaitingForResults = false;
      this.calculationPause = Math.min(2 * this.calculationPause, LONGEST_CALCULATION_PAUSE);
      this.access.report(undefined);
    });
  }
}
