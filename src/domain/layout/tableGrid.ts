import type { Block, Column, Table } from "../template/template";
import { arrangeRows, type BodyRow, type TreeRows } from "./bodyRows";
import { headingDepth } from "./headings";

export interface GridColumn {
  readonly column: Column;
  /** In the sheet. */
  readonly number: number;
}

export interface GridBlock {
  readonly block: Block;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly BodyRow[];
}

/** Which sheet row and column everything of a table stands in. */
export interface TableGrid {
  readonly table: Table;
  readonly blocks: readonly GridBlock[];
  /** In characters, left to right. */
  readonly widths: readonly number[];
  readonly titleRow: number;
  /** Where 公开0N表 stands, if the table has a number. */
  readonly numberRow: number | undefined;
  readonly unitRow: number;
  readonly firstHeadRow: number;
  readonly headingRows: number;
  /** 栏次, if any column has a number. */
  readonly columnNumberRow: number | undefined;
  readonly firstBodyRow: number;
  /** The row below the last data row: 注, or left blank. */
  readonly endRow: number;
}

export function arrangeGrid(table: Table, tree: TreeRows): TableGrid {
  const bodies = arrangeRows(table.blocks, tree);
  const numberRow = table.definition.number === undefined ? undefined : 2;
  const unitRow = (numberRow ?? 1) + 1;
  const firstHeadRow = unitRow + 1;
  const headingRows = headingDepth(table.blocks);
  const columnNumberRow = hasColumnNumbers(table) ? firstHeadRow + headingRows : undefined;
  const firstBodyRow = (columnNumberRow ?? firstHeadRow + headingRows - 1) + 1;
  const blocks: GridBlock[] = [];
  let next = 1;
  for (const [index, block] of table.blocks.entries()) {
    const left = next;
    const columns = block.columns.map((column, offset) => ({ column, number: left + offset }));
    blocks.push({ block, columns, rows: bodies[index] ?? [] });
    next += columns.length;
  }
  return {
    table,
    blocks,
    widths: blocks.flatMap(({ columns }) => columns.map(({ column }) => column.definition.width)),
    titleRow: 1,
    numberRow,
    unitRow,
    firstHeadRow,
    headingRows,
    columnNumberRow,
    firstBodyRow,
    endRow: firstBodyRow + (bodies[0]?.length ?? 0),
  };
}

function hasColumnNumbers(table: Table): boolean {
  return table.blocks.some(({ columns }) =>
    columns.some(({ definition }) => definition.number !== undefined),
  );
}
