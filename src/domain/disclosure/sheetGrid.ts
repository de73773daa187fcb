import type { CellRange } from "../workbook/cellAddress";
import { isErrorValue, type CellValue, type SheetSnapshot } from "../workbook/workbookSnapshot";

/** A sheet as recognition walks through it: values, texts, and which merged area covers a cell. */
export interface SheetGrid {
  readonly sheet: SheetSnapshot;
  readonly height: number;
  /** The first and the last column that a table may take; what lies further right is not looked at. */
  readonly left: number;
  readonly width: number;
  value(row: number, column: number): CellValue;
  /** A row's cells from column 1 on, as far as they go. */
  cells(row: number): readonly CellValue[];
  /** The cell's own text, trimmed; "" when it holds a number or nothing. */
  text(row: number, column: number): string;
  /** The merged area that the cell belongs to. */
  merge(row: number, column: number): CellRange | undefined;
}

const WIDEST_TABLE = 256;

export function sheetGrid(sheet: SheetSnapshot): SheetGrid {
  const { values } = sheet;
  const height = values.length;
  const widest = values.reduce((most, row) => Math.max(most, row.length), 0);
  const width = Math.min(widest, WIDEST_TABLE);
  const mergesByRow = indexMerges(sheet.merges, height);
  const value = (row: number, column: number): CellValue => values[row - 1]?.[column - 1] ?? null;
  return {
    sheet,
    height,
    left: 1,
    width,
    value,
    cells: (row) => values[row - 1] ?? [],
    text: (row, column) => textOf(value(row, column)),
    merge: (row, column) =>
      mergesByRow.get(row)?.find((area) => area.left <= column && column <= area.right),
  };
}

/** Where tables stand side by side: the sheet as if nothing stood beside these columns. */
export function stripOf(grid: SheetGrid, left: number, right: number): SheetGrid {
  const isInside = (column: number): boolean => left <= column && column <= right;
  const value = (row: number, column: number): CellValue =>
    isInside(column) ? grid.value(row, column) : null;
  return {
    sheet: grid.sheet,
    height: grid.height,
    left,
    width: Math.min(grid.width, right),
    value,
    cells: (row) =>
      grid
        .cells(row)
        .slice(0, right)
        .map((cell, place) => (isInside(place + 1) ? cell : null)),
    text: (row, column) => textOf(value(row, column)),
    merge: (row, column) => (isInside(column) ? grid.merge(row, column) : undefined),
  };
}

function textOf(value: CellValue): string {
  return typeof value === "string" ? value.trim() : "";
}

function indexMerges(merges: readonly CellRange[], height: number): Map<number, CellRange[]> {
  const byRow = new Map<number, CellRange[]>();
  for (const merge of merges) {
    const bottom = Math.min(merge.bottom, height);
    for (let row = merge.top; row <= bottom; row += 1) {
      const areas = byRow.get(row);
      if (areas) areas.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  return byRow;
}

export function isBlank(value: CellValue): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

const TYPED_FIGURE = /^[-(]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)\.[0-9]{2}\)?$/u;

/** A number, or a text that shows one with two decimals. */
export function looksLikeFigure(value: CellValue): boolean {
  if (typeof value !== "string") return typeof value === "number";
  return TYPED_FIGURE.test(value.normalize("NFKC").replace(/\s/gu, ""));
}

export function isNumeric(value: CellValue): boolean {
  return typeof value === "number" || isErrorValue(value);
}

export function isBlankRow({ sheet }: SheetGrid, row: number): boolean {
  return (sheet.values[row - 1] ?? []).every(isBlank);
}

/** The first text of a stretch of cells in one row. */
export function textIn(grid: SheetGrid, row: number, from: number, to: number): string {
  for (let column = from; column <= to; column += 1) {
    const text = grid.text(row, column);
    if (text !== "") return text;
  }
  return "";
}
