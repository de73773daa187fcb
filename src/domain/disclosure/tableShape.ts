import type { PlacedTable, Placement } from "./placement";

/**
 * Where rows and columns stand to each other, as a text to compare: rows inserted above them leave it the same. The
 * sheet's name is part of it, since a table may come to stand on another sheet.
 */
function tableShape(placed: PlacedTable): string {
  const { sheet, range, blocks } = placed;
  const head = lastHeadRow(placed);
  const fromLeft = (columns: ReadonlyMap<string, number>) =>
    Array.from(columns, ([key, column]) => [key, column - range.left]);
  return JSON.stringify([
    sheet,
    blocks.map(({ columns, rows, endRow }) => [
      fromLeft(columns),
      rows.map(({ id, row, columns: own }) => [id, row - head, ...(own ? [fromLeft(own)] : [])]),
      endRow - head,
    ]),
  ]);
}

/** From there rows are counted. */
export function lastHeadRow({ blocks }: PlacedTable): number {
  return Math.min(...blocks.map(({ headRow }) => headRow));
}

/** By table key. */
export function tableShapes({ tables }: Placement): ReadonlyMap<string, string> {
  return new Map(Array.from(tables, ([key, placed]) => [key, tableShape(placed)]));
}
