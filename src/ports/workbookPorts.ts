import type { CellAddress, CellRange } from "../domain/workbook/cellAddress";
import type { WorkbookExtras } from "../domain/workbook/workbookExtras";
import type { CellValue, WorkbookSnapshot } from "../domain/workbook/workbookSnapshot";
import type { DrawnMark, WritePlan } from "../domain/workbook/writePlan";

export type { CellRange } from "../domain/workbook/cellAddress";
export type { WorkbookExtras } from "../domain/workbook/workbookExtras";
export type {
  CellValue,
  SheetSnapshot,
  SheetVisibility,
  WorkbookSnapshot,
} from "../domain/workbook/workbookSnapshot";
export type { DrawnMark, SheetPlan, WritePlan } from "../domain/workbook/writePlan";

/** Reads a whole workbook at one go. Every host and every file format has one. */
export interface WorkbookReader {
  /**
   * `thorough`, for presses: also what a host tells only at the cost of the person's undo list. Without it such a host
   * leaves out merges that it has not learnt yet.
   */
  read(manner?: "thorough"): Promise<WorkbookSnapshot>;
}

/** Looks at what lies beside the cells, before they are published. For presses alone. */
export interface WorkbookInspector {
  inspect(): Promise<WorkbookExtras>;
}

export interface HostCapabilities {
  /** Sheets that only a program can show again. */
  readonly veryHiddenSheets: boolean;
  /** The host recalculates formulas by itself. */
  readonly calculates: boolean;
}

/** What an edit found in the cells before it wrote, for taking it back. */
export interface WriteReceipt {
  readonly addedSheets: readonly string[];
  /** Also every filled cell of the added sheets. */
  readonly written: readonly WrittenCell[];
  /** What the host did not accept of the set, which stands all the same. */
  readonly unset?: readonly ("freeze" | "pageSetup")[];
}

export interface WrittenCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: { readonly value: CellValue; readonly formula?: string };
  readonly after: { readonly value: CellValue; readonly formula?: string };
}

export interface TakenBack {
  readonly kept: readonly WrittenCell[];
  /** Added sheets that somebody has worked on since. */
  readonly keptSheets: readonly string[];
  /** Added sheets that stay as they are, since a sheet that stays refers to them, or none else would be left to show. */
  readonly neededSheets: readonly string[];
}

/** References to the sheet follow in all formulas, as when a person does it. */
export interface RowEdit {
  readonly kind: "insertRows" | "deleteRows";
  readonly sheet: string;
  readonly row: number;
  readonly count: number;
  /** With `deleteRows`: where anything stands in them they stay, also for what comes in meanwhile. */
  readonly onlyBlank?: true;
}

/** Where a long write stands: before it, in one of its parts, or after them. */
export type WriteStep =
  | { readonly kind: "checking" | "readingBack" | "takingBack" }
  | { readonly kind: "writing"; readonly part: number; readonly parts: number };

/** Told at each step, by hosts in which a write takes time. */
export type WriteProgress = (step: WriteStep) => void;

/** A workbook that is open and can be changed in place. */
export interface WorkbookEditor extends WorkbookReader, WorkbookInspector {
  readonly capabilities: HostCapabilities;
  /** Undefined where conditional formats cannot rely on other sheets. */
  readonly painter?: MarkPainter;
  /**
   * Adds the plan's sheets. Refuses with `sheetExists` before writing anything when one of the names is taken.
   * Reads back what it wrote; throws `writeIncomplete` when it does not stand there.
   */
  addSheets(plan: WritePlan, progress?: WriteProgress): Promise<WriteReceipt>;
  /**
   * Values and formulas into existing cells; all or nothing. Refuses with `sheetMissing`, and with `invalidPlan`
   * a cell named twice, off the grid or under a merge.
   */
  writeCells(
    cells: readonly {
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly value: CellValue;
      readonly formula?: string;
      /** Refuses with `changedMeanwhile` when something else stands there. */
      readonly expected?: CellValue;
    }[],
  ): Promise<WriteReceipt>;
  /**
   * Insertions or deletions, in this order: each counts rows as those before it leave them. Of one sheet they are deleted
   * from below upward. Gives the deletions that were left out, since the rows are not blank.
   */
  editRows(...edits: readonly RowEdit[]): Promise<readonly RowEdit[]>;
  /**
   * 修复版式: formulas, formats, validations and marks of existing sheets as the plan has them. Where the plan has no
   * formula the value stays as it is, and so do conditional formats with formulas that the plan does not have. Refuses with `sheetMissing`, and with `changedMeanwhile` when a cell of the plan
   * is not what was `seen` when it was made. `repairPartly` when it stopped on the way: formulas are as before, the
   * rest may have come in part. `repairMisplaced` when rows moved under it: formulas are as before, the rest may have
   * come into other rows.
   */
  restore(
    plan: WritePlan,
    progress?: WriteProgress,
    seen?: WorkbookSnapshot,
  ): Promise<WriteReceipt>;
  /**
   * Takes back only what still holds exactly what was written, and returns what was left because it changed
   * since. Of a formula only its text counts: its result changes by itself. An added sheet is taken back or
   * left as a whole, and no sheet that is left refers to one that is gone. `takenBackPartly` when it stopped on the
   * way, with a receipt of what is left.
   */
  takeBack(receipt: WriteReceipt): Promise<TakenBack>;
  /** Refuses with `sheetMissing`, and with `sheetHidden` or `sheetVeryHidden`: no sheet is shown that somebody hid. */
  navigate(sheet: string, range: CellRange): Promise<void>;
  onDirty(listener: (sheet?: string) => void): () => void;
}

/** A host that says where the person stands. */
export interface CellChooser {
  /** The one that the keyboard writes to. */
  selectedCell(): Promise<CellAddress>;
}

/** A conditional format of a set, its formula as it reads in the first cell. */
export interface MarkRule {
  readonly sheet: string;
  readonly range: CellRange;
  readonly formula: string;
}

/** A host from which marks go by a press of their own. */
export interface MarkEraser {
  /**
   * Conditional formats in these ranges that have the formula of one, whatever its rows by now; a person's own stay.
   * Refuses with `sheetMissing`. `marksLeft` when it stopped on the way, with the number of sheets that are left, where
   * the host says so.
   */
  clearMarks(own: readonly MarkRule[]): Promise<void>;
}

/** A host in which conditional formats of sheets that stand may look at other sheets. */
export interface MarkPainter extends MarkEraser {
  /**
   * Beside the conditional formats that stand; nothing else of the sheets changes. Refuses with `sheetMissing` and
   * `protected`. All or nothing, unless it throws `marksLeft`.
   */
  drawMarks(marks: readonly DrawnMark[]): Promise<void>;
}

/** A grid of ours, whose whole content can become a file: what people typed beside the tables too. */
export interface WorkbookExporter {
  /** An entry that somebody has not finished with Enter goes into its cell. All that is pressed does so first. */
  endEntry(): Promise<void>;
  export(): Promise<WritePlan>;
}

/** Writes a new file. A person's workbook is never loaded and saved again. */
export interface WorkbookFile {
  write(plan: WritePlan): Promise<Uint8Array>;
}

export type WorkbookErrorCode =
  | "notAWorkbook"
  | "oldFormat"
  | "damaged"
  | "encrypted"
  | "tooLarge"
  | "writeTooLarge"
  | "hostile"
  | "emptyWorkbook"
  | "timeout"
  | "sheetExists"
  | "sheetMissing"
  | "sheetHidden"
  | "sheetVeryHidden"
  | "changedMeanwhile"
  | "protected"
  | "invalidPlan"
  | "writeIncomplete"
  | "partlyWritten"
  | "repairPartly"
  | "repairMisplaced"
  | "takenBackPartly"
  | "marksLeft"
  | "workbookProtected"
  | "accessDenied"
  | "editingCell"
  | "hostBusy"
  | "hostRefused"
  | "hostTooOld";

/** A host or file that refuses. `detail` is for the log; the words for the person are made from the code. */
export class WorkbookError extends Error {
  constructor(
    readonly code: WorkbookErrorCode,
    readonly detail = "",
    /** With `partlyWritten` and `takenBackPartly`: what may stand there all the same, for taking it back. */
    readonly receipt?: WriteReceipt,
  ) {
    super(detail === "" ? code : `${code}: ${detail}`);
    this.name = "WorkbookError";
  }
}
