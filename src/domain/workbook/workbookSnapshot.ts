import type { CellPosition, CellRange } from "./cellAddress";

/** What a formula leaves behind when the file carries no result for it. */
export const NO_RESULT = "NO_RESULT";

/** null is a blank cell; `error` is the host's code (#DIV/0!) or NO_RESULT. */
export type CellValue = number | string | boolean | null | { readonly error: string };

export type SheetVisibility = "visible" | "hidden" | "veryHidden";

export interface SheetSnapshot {
  /** The host's stable id; in files the name. */
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetVisibility;
  /**
   * From A1, rows may differ in length; what lies beyond is blank. A merged area has its value in the
   * anchor (top left) alone.
   */
  readonly values: readonly (readonly CellValue[])[];
  /** Formulas without "=", only where there are any, keyed by A1 position. */
  readonly formulas: ReadonlyMap<string, string>;
  readonly merges: readonly CellRange[];
}

export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  /** The host is still at it: formulas may show what they gave before the last change. */
  readonly isCalculating?: true;
  /** The host calculates only when the person asks it to. */
  readonly isCalculatedByHand?: true;
}

export function valueAt(sheet: SheetSnapshot, position: CellPosition): CellValue {
  return sheet.values[position.row - 1]?.[position.column - 1] ?? null;
}

export function isErrorValue(value: CellValue): value is { readonly error: string } {
  return typeof value === "object" && value !== null;
}
