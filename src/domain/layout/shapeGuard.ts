import type { Disclosure } from "../disclosure/disclosure";
import type { PlacedTable } from "../disclosure/placement";
import { lastHeadRow } from "../disclosure/tableShape";
import {
  cellKey,
  columnName,
  formatPosition,
  quoteSheetName,
  type CellPosition,
} from "../workbook/cellAddress";
import {
  isErrorValue,
  valueAt,
  type CellValue,
  type SheetSnapshot,
} from "../workbook/workbookSnapshot";

/** A row of a person's table as it stood when 审核 was printed, and the condition that it stands so no longer. */
export interface GuardedRow {
  readonly seen: string;
  /** 1 where it has changed; `at` is the cell that keeps `seen`. */
  readonly changed: (at: string) => string;
}

/**
 * Codes, labels and headings row by row, and whatever stands in a figure column without being one of its figures: with
 * any of it the figures would mean something else. Blank rows are among them, for somebody may write a code there.
 */
export function guardedRows(
  placed: PlacedTable,
  disclosure: Disclosure,
  isFigure: (cell: CellPosition) => boolean,
): GuardedRow[] {
  const sheet = disclosure.snapshot.sheets.find(({ name }) => name === placed.sheet);
  if (!sheet) return [];
  const columns = guardedColumns(placed);
  const furniture = furnitureOf(placed, disclosure);
  const { top } = placed.range;
  const head = lastHeadRow(placed);
  const last = Math.max(...placed.blocks.map(({ endRow }) => endRow)) - 1;
  return Array.from({ length: Math.max(0, last - top + 1) }, (_, offset) => {
    const row = top + offset;
    const cells = columns
      .map((column) => ({ row, column }))
      .filter((cell) => !isFigure(cell) && !furniture.has(cellKey(cell)) && !isOwnSum(sheet, cell));
    return guardedRow(sheet, cells, row, head);
  });
}

/** Where a table ends has moved against its headings. */
export function endMoved(placed: PlacedTable): string {
  const name = quoteSheetName(placed.sheet);
  const end = Math.max(...placed.blocks.map(({ endRow }) => endRow));
  const head = lastHeadRow(placed);
  return `IFERROR((ROW(${name}!$A$${String(end)})-ROW(${name}!$A$${String(head)})<>${String(end - head)})*1,1)`;
}

function guardedRow(
  sheet: SheetSnapshot,
  cells: readonly CellPosition[],
  row: number,
  head: number,
): GuardedRow {
  const name = quoteSheetName(sheet.name);
  const seen = cells.map((cell) => `|${shown(valueAt(sheet, cell))}`).join("");
  const joined = cells.map((cell) => `"|"&${name}!${formatPosition(cell)}`).join("&");
  const text = cells.length === 0 ? '""' : withoutBreaks(joined, seen);
  const first = columnName(cells[0]?.column ?? 1);
  const place = `ROW(${name}!${first}${String(row)})-ROW(${name}!$A$${String(head)})=${String(row - head)}`;
  const isSaid = (at: string) => `${text}=${at}&""`;
  return {
    seen: seen.replace(/[\r\n]/gu, ""),
    changed: (at) => {
      // Room above the headings changes nothing.
      const stands = row > head ? `AND(${isSaid(at)},${place})` : isSaid(at);
      return `IFERROR(IF(${stands},0,1),1)`;
    },
  };
}

/** A line break is one character here and two there. */
function withoutBreaks(formula: string, seen: string): string {
  return /[\r\n]/u.test(seen)
    ? `SUBSTITUTE(SUBSTITUTE(${formula},CHAR(13),""),CHAR(10),"")`
    : formula;
}

/** As `&` gives it. */
function shown(value: CellValue): string {
  if (value === null) return "";
  if (isErrorValue(value)) return value.error;
  if (typeof value === "number") return String(Number(value.toPrecision(15)));
  return typeof value === "boolean" ? String(value).toUpperCase() : value;
}

/** All columns up to the last figure, but for those amid a block's figures that are none of it. */
function guardedColumns({ blocks, range }: PlacedTable): number[] {
  const spans = blocks.flatMap(({ block, columns, rows }) => {
    const own = [columns, ...rows.flatMap((row) => row.columns ?? [])].flatMap((each) =>
      block.figureColumns.flatMap(({ key }) => each.get(key) ?? []),
    );
    return own.length === 0
      ? []
      : [{ own: new Set(own), left: Math.min(...own), right: Math.max(...own) }];
  });
  const last = Math.max(range.left, ...spans.map(({ right }) => right));
  return Array.from({ length: last - range.left + 1 }, (_, offset) => range.left + offset).filter(
    (column) =>
      spans.some(({ own }) => own.has(column)) ||
      !spans.some(({ left, right }) => left < column && column < right),
  );
}

/** Title, number and name may be mended; the money unit may not, for the figures hang on it. */
function furnitureOf({ table }: PlacedTable, { texts }: Disclosure): ReadonlySet<number> {
  const { title, number, unitName, moneyUnit } = texts.get(table.key) ?? {};
  const cells = [title, number, unitName].flatMap((text) => (text ? [cellKey(text.cell)] : []));
  return new Set(cells.filter((key) => !moneyUnit || key !== cellKey(moneyUnit.cell)));
}

/** A sum that somebody computes for themselves changes with every figure. */
function isOwnSum(sheet: SheetSnapshot, cell: CellPosition): boolean {
  return typeof valueAt(sheet, cell) === "number" && sheet.formulas.has(formatPosition(cell));
}
