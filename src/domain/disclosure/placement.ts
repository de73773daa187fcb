import type { CellRange } from "../workbook/cellAddress";
import type { Block, Table } from "../template/template";

/** Where one printed row of a block stands. */
export interface PlacedRow {
  /** `#code` where the row has one, else its label path inside the block. Several rows may share a code (a mistake). */
  readonly id: string;
  readonly row: number;
  /** As it stands in the sheet. */
  readonly label: string;
  readonly code?: string;
  /** The print cuts the label off at the column's edge. */
  readonly isCut?: true;
  /** Where the row stands under another block's headings, as some prints of 06 have it: its columns. */
  readonly columns?: ReadonlyMap<string, number>;
}

export interface PlacedBlock {
  readonly block: Block;
  /** Column key → column number; columns that were not found are missing. */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly PlacedRow[];
  /** The last heading row above the rows, and the sentinel (注, or the first row that is no longer the table's). */
  readonly headRow: number;
  readonly endRow: number;
}

export interface PlacedTable {
  readonly table: Table;
  readonly sheet: string;
  readonly range: CellRange;
  /** One for each block of the table, in its order; a block that was not found has no columns and no rows. */
  readonly blocks: readonly PlacedBlock[];
}

/** Which table is where: made by the layout, or by recognition for a workbook that came from elsewhere. */
export interface Placement {
  readonly tables: ReadonlyMap<string, PlacedTable>;
}
