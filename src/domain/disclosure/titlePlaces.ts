import type { TitleAt } from "./recogniseTitles";
import { isBlank, looksLikeFigure, stripOf, type SheetGrid } from "./sheetGrid";

/** Where the table of a title can stand: below it, in its own columns where tables stand side by side. */
export interface TitlePlace {
  readonly title: TitleAt;
  readonly grid: SheetGrid;
  readonly bottom: number;
  /** Further right than another title in the same rows. */
  readonly isBeside: boolean;
}

/** Less than any table with its title is high. */
const ROWS_APART = 4;

export function titlePlaces(grid: SheetGrid, titles: readonly TitleAt[]): readonly TitlePlace[] {
  const bands = bandsOf(grid, titles);
  return bands.flatMap((band, place) => {
    const bottom = topOf(bands[place + 1] ?? [], grid.height + 1) - 1;
    const strips = band.length > 1 ? stripsOf(grid, band, bottom) : [grid];
    return band.map((title, index) => ({
      title,
      grid: strips[index] ?? grid,
      bottom,
      isBeside: index > 0,
    }));
  });
}

function topOf(band: readonly TitleAt[], below: number): number {
  return Math.min(below, ...band.map(({ row }) => row));
}

/** Titles whose tables stand side by side, from left to right. */
function bandsOf(grid: SheetGrid, titles: readonly TitleAt[]): TitleAt[][] {
  const bands: TitleAt[][] = [];
  for (const title of titles) {
    const band = bands.at(-1);
    // A title that is written in every cell it stands over is one title.
    if (band?.some(({ row, table }) => row === title.row && table === title.table)) continue;
    if (band && isBeside(grid, title, band)) band.push(title);
    else bands.push([title]);
  }
  for (const band of bands) band.sort((a, b) => a.column - b.column);
  return bands;
}

/** They need not begin in the same row. */
function isBeside(grid: SheetGrid, { row, column }: TitleAt, band: readonly TitleAt[]): boolean {
  if (band.some((other) => other.column === column)) return false;
  if (row - topOf(band, row) <= ROWS_APART) return true;
  if (band.some((other) => other.column > column)) return false;
  return grid.cells(row).some((value, place) => place + 1 < column && looksLikeFigure(value));
}

function stripsOf(grid: SheetGrid, band: readonly TitleAt[], bottom: number): SheetGrid[] {
  const top = Math.min(...band.map(({ row }) => row));
  const starts = band.map(({ column }, place) => {
    const before = band[place - 1];
    return before ? startBetween(grid, before.column, column, top, bottom) : 1;
  });
  return starts.map((left, place) =>
    stripOf(grid, left, (starts[place + 1] ?? grid.width + 1) - 1),
  );
}

/** Behind the last blank column between two titles; a title in the middle of its table has one before the table. */
function startBetween(
  grid: SheetGrid,
  left: number,
  right: number,
  top: number,
  bottom: number,
): number {
  for (let column = right - 1; column > left; column -= 1) {
    if (isBlankColumn(grid, column, top, bottom)) return column + 1;
  }
  return right;
}

function isBlankColumn(grid: SheetGrid, column: number, top: number, bottom: number): boolean {
  for (let row = top; row <= bottom; row += 1) {
    if (!isBlank(grid.value(row, column)) || grid.merge(row, column)) return false;
  }
  return true;
}
