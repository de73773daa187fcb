import type { FigureAt } from "./figure";

/** Answers what a row and a column of a block say: one figure, or several where a code stands in several rows. */
export type FiguresAt = (
  table: string,
  block: number,
  rowId: string,
  columnKey: string,
) => readonly FigureAt[];

/** Reads each figure once, when it is first asked for. */
export function rememberFigures(read: FiguresAt): FiguresAt {
  const tables = new Map<string, FiguresAt[]>();
  return (table, block, rowId, columnKey) => {
    let blocks = tables.get(table);
    if (!blocks) {
      blocks = [];
      tables.set(table, blocks);
    }
    const remembered = (blocks[block] ??= rememberBlock(read));
    return remembered(table, block, rowId, columnKey);
  };
}

function rememberBlock(read: FiguresAt): FiguresAt {
  const columns = new Map<string, Map<string, readonly FigureAt[]>>();
  return (table, block, rowId, columnKey) => {
    let rows = columns.get(columnKey);
    if (!rows) {
      rows = new Map<string, readonly FigureAt[]>();
      columns.set(columnKey, rows);
    }
    let figures = rows.get(rowId);
    if (!figures) {
      figures = read(table, block, rowId, columnKey);
      rows.set(rowId, figures);
    }
    return figures;
  };
}
