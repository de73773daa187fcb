import {
  cellKey,
  type CellPosition,
  type CellRange,
  formatRange,
} from "../../domain/workbook/cellAddress";

/** Excel cuts an address at 8,192 characters, without a word. */
const ADDRESS_LENGTH = 8_000;

/** The same cells as few rectangles: runs of a row, joined with the same run below. */
export function toRectangles(cells: readonly CellPosition[]): CellRange[] {
  const sorted = [...cells].sort((one, other) => cellKey(one) - cellKey(other));
  const runs: CellRange[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last?.top === row && last.right + 1 === column) {
      runs[runs.length - 1] = { ...last, right: column };
    } else {
      runs.push({ top: row, left: column, bottom: row, right: column });
    }
  }
  const open = new Map<string, CellRange>();
  const done: CellRange[] = [];
  for (const run of runs) {
    const key = `${String(run.left)}:${String(run.right)}`;
    const above = open.get(key);
    if (above && above.bottom + 1 === run.top) open.set(key, { ...above, bottom: run.bottom });
    else {
      if (above) done.push(above);
      open.set(key, run);
    }
  }
  return [...done, ...open.values()];
}

/** Addresses of many areas, as few as their length allows. */
export function toAddresses(parts: readonly string[], longest = ADDRESS_LENGTH): string[] {
  const addresses: string[] = [];
  for (const part of parts) {
    const last = addresses.at(-1);
    if (last !== undefined && last.length + part.length < longest) {
      addresses[addresses.length - 1] = `${last},${part}`;
    } else {
      addresses.push(part);
    }
  }
  return addresses;
}

export function addressesOf(ranges: readonly CellRange[]): string[] {
  return toAddresses(ranges.map(formatRange));
}

/** Numbers of rows or columns as areas of whole ones. */
export function toSpans(
  numbers: readonly number[],
): { readonly first: number; readonly last: number }[] {
  const spans: { first: number; last: number }[] = [];
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const last = spans.at(-1);
    if (last && last.last + 1 >= number) last.last = number;
    else spans.push({ first: number, last: number });
  }
  return spans;
}

export function boundsOf(cells: readonly CellPosition[]): CellRange {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const least = (numbers: readonly number[]) =>
    numbers.reduce((one, other) => Math.min(one, other));
  const most = (numbers: readonly number[]) => numbers.reduce((one, other) => Math.max(one, other));
  return { top: least(rows), left: least(columns), bottom: most(rows), right: most(columns) };
}
