import type { PlacedTable } from "../disclosure/placement";
import {
  columnName,
  formatPosition,
  quoteSheetName,
  type CellPosition,
  type CellRange,
} from "../workbook/cellAddress";
import { CALCULATION_SHEET } from "../workbook/resultSheets";
import type { PlannedConditionalFormat } from "../workbook/writePlan";
import { RESULT_FORMATS } from "./auditStyles";

/** Of 计算: where a figure stands, and the worst that is said of it. */
export const MARK_COLUMNS = { place: 17, mark: 18 } as const;
/** A cell as one number. */
const COLUMNS_OF_A_SHEET = 16_384;

type MarkFormat = Omit<PlannedConditionalFormat, "style">;

export interface MarkLists {
  readonly places: string;
  readonly marks: string;
}

export function placeNumber({ row, column }: CellPosition): number {
  return row * COLUMNS_OF_A_SHEET + column;
}

export function placeFormula(cell: string): string {
  return `ROW(${cell})*${String(COLUMNS_OF_A_SHEET)}+COLUMN(${cell})`;
}

/** One conditional format for each word, over all figures of the table: nothing of ours stands on the sheet. */
export function placedMarks(placed: PlacedTable, lists: MarkLists): PlannedConditionalFormat[] {
  const range = figuresArea(placed);
  return range
    ? RESULT_FORMATS.map(([word, style]) => ({
        range,
        formula: condition(range, word, lists),
        style,
      }))
    : [];
}

/** Those marks as they may stand by now, wherever their lists begin and end, in both spellings of the sheet. */
export function standingMarks(placed: PlacedTable): MarkFormat[] {
  return [CALCULATION_SHEET, quoteSheetName(CALCULATION_SHEET)].flatMap((sheet) =>
    marksOver(placed, `${sheet}!`),
  );
}

/** What is left of them where somebody deleted 计算. */
export function orphanedMarks(placed: PlacedTable): MarkFormat[] {
  const gone = { places: BROKEN, marks: BROKEN };
  return [...marksOver(placed, BROKEN), ...withoutStyle(placedMarks(placed, gone))];
}

const BROKEN = "#REF!";

function marksOver(placed: PlacedTable, prefix: string): MarkFormat[] {
  const list = (column: number) => `${prefix}$${columnName(column)}$1:$${columnName(column)}$2`;
  const lists = { places: list(MARK_COLUMNS.place), marks: list(MARK_COLUMNS.mark) };
  return withoutStyle(placedMarks(placed, lists));
}

function withoutStyle(formats: readonly PlannedConditionalFormat[]): MarkFormat[] {
  return formats.map(({ range, formula }) => ({ range, formula }));
}

function condition(range: CellRange, word: string, { places, marks }: MarkLists): string {
  const first = formatPosition({ row: range.top, column: range.left });
  return `COUNTIFS(${places},${placeFormula(first)},${marks},"${word}")>0`;
}

function figuresArea({ blocks }: PlacedTable): CellRange | undefined {
  const cells = blocks.flatMap(({ block, rows, columns }) =>
    rows.flatMap((row) =>
      block.figureColumns.flatMap(({ key }) => {
        const column = (row.columns ?? columns).get(key);
        return column === undefined ? [] : [{ row: row.row, column }];
      }),
    ),
  );
  if (cells.length === 0) return undefined;
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
}
