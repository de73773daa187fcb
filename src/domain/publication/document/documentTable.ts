import { Decimal } from "decimal.js";
import { columnPoints } from "../../layout/textHeight";
import { formatAmount } from "../../money/amount";
import { cellKey, type CellRange } from "../../workbook/cellAddress";
import { isErrorValue, type CellValue } from "../../workbook/workbookSnapshot";
import type { CellStyle, PlannedCell, SheetPlan } from "../../workbook/writePlan";
import { printedDecimals } from "../publishedPlan";
import type { DocumentTable, TableCell, TableLine, TableRow } from "./documentModel";

/** The room of a page for its tables, in points. */
export interface TablePage {
  readonly width: number;
  readonly height: number;
}

/** What stands around the rows of a table on its page: title, lines above, notes. */
const TITLE_ROOM = 46;
const SMALLEST_FONT = 6.5;
const LEAST_ROW = 1.3;
const DEFAULT_HEIGHT = 16;

type Styles = ReadonlyMap<string, CellStyle>;

/** A sheet of the 公开稿 as a table of the document; undefined where no cell has a border. */
export function documentTable(
  sheet: SheetPlan,
  styles: Styles,
  page: TablePage,
): DocumentTable | undefined {
  const rows = rowsOf(sheet.cells);
  const isInGrid = (row: number) =>
    (rows.get(row) ?? []).some(({ style }) => styleOf(style, styles).border !== undefined);
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  const grid = numbers.filter(isInGrid);
  const [first, last] = [grid[0], grid.at(-1)];
  if (first === undefined || last === undefined) return undefined;

  const right = Math.max(...sheet.columnWidths.keys());
  const widths = Array.from({ length: right }, (_, index) =>
    columnPoints(sheet.columnWidths.get(index + 1) ?? 8),
  );
  const above = numbers.filter((row) => row < first).flatMap((row) => lineOf(rows.get(row) ?? []));
  const below = numbers.filter((row) => row > last).flatMap((row) => textsOf(rows.get(row) ?? []));
  const fit = fitting(sheet, { first, last, widths, page, lines: above.length + below.length });
  const headEnd = sheet.pageSetup?.titleRows?.last ?? first - 1;
  return {
    above,
    columnWidths: widths.map((width) => width * fit.width),
    fontSize: fit.fontSize,
    headRows: grid.filter((row) => row <= headEnd).length,
    rows: tableRows(sheet, { first, last, right, styles, scale: fit.height }),
    below,
  };
}

function rowsOf(cells: readonly PlannedCell[]): ReadonlyMap<number, readonly PlannedCell[]> {
  const rows = new Map<number, PlannedCell[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return rows;
}

function styleOf(style: string | undefined, styles: Styles): CellStyle {
  return (style === undefined ? undefined : styles.get(style)) ?? {};
}

const TITLE_STYLE = "table.title";

function lineOf(cells: readonly PlannedCell[]): TableLine[] {
  const texts = cells.filter(({ value, style }) => value !== null && style !== TITLE_STYLE);
  const isRight = ({ style }: PlannedCell) =>
    style === "table.number" || style === "table.moneyUnit";
  const left = texts.filter((cell) => !isRight(cell)).map(textOf);
  const right = texts.filter(isRight).map(textOf);
  return texts.length === 0 ? [] : [{ left: left.join("　"), right: right.join("　") }];
}

const textOf = ({ value }: PlannedCell) => (typeof value === "string" ? value : "");

const textsOf = (cells: readonly PlannedCell[]) =>
  cells.flatMap(({ value }) => (typeof value === "string" && value !== "" ? [value] : []));

interface Extent {
  readonly first: number;
  readonly last: number;
  readonly widths: readonly number[];
  readonly page: TablePage;
  readonly lines: number;
}

/** Over the whole width of the page; a table that is brought onto one sheet of paper is so here too. */
function fitting(sheet: SheetPlan, { first, last, widths, page, lines }: Extent) {
  const width = page.width / sum(widths);
  const onePage = sheet.pageSetup?.fitToHeight === 1;
  const heights = Array.from({ length: last - first + 1 }, (_, index) => {
    return sheet.rowHeights.get(first + index) ?? DEFAULT_HEIGHT;
  });
  const room = page.height - TITLE_ROOM - lines * DEFAULT_HEIGHT;
  const height = onePage ? Math.min(1.2, room / sum(heights)) : Math.min(1.1, width);
  const perRow = onePage ? room / heights.length / LEAST_ROW : Number.POSITIVE_INFINITY;
  const fontSize = Math.max(SMALLEST_FONT, Math.min(10.5, 10 * width, 10 * height, perRow));
  return { width, height, fontSize: Math.floor(fontSize * 2) / 2 };
}

interface GridArea {
  readonly first: number;
  readonly last: number;
  readonly right: number;
  readonly styles: Styles;
  readonly scale: number;
}

function tableRows(sheet: SheetPlan, { first, last, right, styles, scale }: GridArea): TableRow[] {
  const cells = new Map(sheet.cells.map((cell) => [cellKey(cell), cell]));
  const merges = new Map(sheet.merges.map((range) => [cellKey(cornerOf(range)), range]));
  const covered = new Set(sheet.merges.flatMap(coveredKeys));
  const rows: TableRow[] = [];
  for (let row = first; row <= last; row += 1) {
    const own: TableCell[] = [];
    for (let column = 1; column <= right; column += 1) {
      const key = cellKey({ row, column });
      if (covered.has(key)) continue;
      const range = merges.get(key);
      const planned = cells.get(key);
      const style = styleOf(planned?.style, styles);
      own.push({
        column: column - 1,
        text: printed(planned?.value ?? null, style),
        columnSpan: range ? Math.min(range.right, right) - range.left + 1 : 1,
        rowSpan: range ? Math.min(range.bottom, last) - range.top + 1 : 1,
        align: style.horizontal ?? "left",
        isBold: style.bold === true,
        isShaded: style.fill !== undefined,
      });
    }
    rows.push({ height: (sheet.rowHeights.get(row) ?? DEFAULT_HEIGHT) * scale, cells: own });
  }
  return rows;
}

const cornerOf = ({ top, left }: CellRange) => ({ row: top, column: left });

function coveredKeys({ top, left, bottom, right }: CellRange): number[] {
  const keys: number[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      if (row !== top || column !== left) keys.push(cellKey({ row, column }));
    }
  }
  return keys;
}

/** As the sheet shows it. */
function printed(value: CellValue, style: CellStyle): string {
  if (value === null) return "";
  if (isErrorValue(value)) return value.error;
  const decimals = printedDecimals(style);
  if (typeof value !== "number") return String(value).trimEnd();
  if (decimals !== undefined) return formatAmount(new Decimal(value), decimals);
  const percent = /^0(?:\.(0+))?%$/u.exec(style.numberFormat ?? "");
  if (!percent) return String(value);
  return `${formatAmount(new Decimal(value).times(100), percent[1]?.length ?? 0)}%`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
