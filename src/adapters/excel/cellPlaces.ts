import {
  type CellPosition,
  type CellRange,
  formatPosition,
} from "../../domain/workbook/cellAddress";
import { boundsOf } from "./areas";

export function position({ row, column }: CellPosition): CellPosition {
  return { row, column };
}

export function placeOf(cell: CellPosition & { readonly sheet: string }): string {
  return `${cell.sheet}!${formatPosition(cell)}`;
}

export function idsOf(sheets: readonly { readonly id: string }[]): string[] {
  return [...new Set(sheets.map(({ id }) => id))];
}

export function groupBySheet<Cell extends { readonly sheet: string }>(
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

export function boundsBySheet(
  groups: ReadonlyMap<string, readonly CellPosition[]>,
): Map<string, CellRange | undefined> {
  return new Map(Array.from(groups, ([name, cells]) => [name, boundsOf(cells)]));
}
