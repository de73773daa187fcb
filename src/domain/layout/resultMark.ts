import type { CellAddress } from "../workbook/cellAddress";
import type { CellValue } from "../workbook/workbookSnapshot";

/** A native result, and the table cells that it speaks of. */
export interface ResultMark {
  /** An absolute reference to the cell with 通过, 不符 … */
  readonly result: string;
  /** What stands there. */
  readonly value: CellValue;
  readonly cells: readonly CellAddress[];
}
