import { Decimal } from "decimal.js";
import { roundHalfUp } from "../money/amount";
import type { CellRange } from "../workbook/cellAddress";
import type { CellStyle, PlannedCell, SheetPlan, WritePlan } from "../workbook/writePlan";

/**
 * 公开稿: the sheets named, values as they are printed. No formulas, marks, validations, helper columns or empty
 * rows, and nobody's name.
 */
export function publishedPlan(plan: WritePlan, published: readonly string[]): WritePlan {
  const { styles, properties } = plan;
  const wanted = new Set(published);
  return {
    sheets: plan.sheets
      .filter(({ name, visibility }) => wanted.has(name) && visibility === "visible")
      .map((sheet) => publishedSheet(sheet, styles)),
    styles: new Map([...styles].map(([key, style]) => [key, publishedStyle(key, style)])),
    properties,
  };
}

const HEADS = /head|columnNumber/iu;

/** What tells a person where to type has no meaning for a reader; heads stay shaded. */
function publishedStyle(key: string, { fill, ...style }: CellStyle): CellStyle {
  return fill !== undefined && HEADS.test(key) ? { ...style, fill } : style;
}

function publishedSheet(sheet: SheetPlan, styles: WritePlan["styles"]): SheetPlan {
  const hidden = new Set(sheet.hiddenColumns);
  const shown = sheet.cells
    .filter(({ column }) => !hidden.has(column))
    .map((cell) => publishedCell(cell, styles));
  const gone = emptyRows(shown);
  const moved = rowsWithout(gone);
  const { pageSetup } = sheet;
  const area = pageSetup?.printArea;
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    cells: shown
      .filter(({ row }) => !gone.has(row))
      .map((cell) => ({ ...cell, row: moved(cell.row) })),
    merges: sheet.merges
      .filter(({ top, bottom }) => !(top === bottom && gone.has(top)))
      .map((range) => movedRange(range, moved)),
    columnWidths: new Map([...sheet.columnWidths].filter(([column]) => !hidden.has(column))),
    rowHeights: new Map(
      [...sheet.rowHeights]
        .filter(([row]) => !gone.has(row))
        .map(([row, height]) => [moved(row), height]),
    ),
    hiddenColumns: [],
    hiddenRows: sheet.hiddenRows.filter((row) => !gone.has(row)).map(moved),
    conditionalFormats: [],
    validations: [],
    ...(pageSetup
      ? {
          pageSetup: {
            ...pageSetup,
            ...(area ? { printArea: movedRange(area, moved) } : {}),
          },
        }
      : {}),
  };
}

function publishedCell(cell: PlannedCell, styles: WritePlan["styles"]): PlannedCell {
  const { row, column, value, style } = cell;
  const decimals = printedDecimals(style === undefined ? undefined : styles.get(style));
  const isRounded = typeof value === "number" && decimals !== undefined;
  const printed = isRounded ? roundHalfUp(new Decimal(value), decimals).toNumber() : value;
  return {
    row,
    column,
    value: printed === "" ? null : printed,
    ...(style === undefined ? {} : { style }),
  };
}

/** 0.00 prints two; formats of another kind say nothing about it. */
export function printedDecimals(style: CellStyle | undefined): number | undefined {
  const found = /^0(?:\.(0+))?$/u.exec(style?.numberFormat ?? "");
  return found ? (found[1]?.length ?? 0) : undefined;
}

/** Rows kept ready for codes that nobody typed, and for paragraphs that do not apply. */
function emptyRows(cells: readonly PlannedCell[]): ReadonlySet<number> {
  const candidates = new Set<number>();
  const filled = new Set<number>();
  for (const { row, value, style } of cells) {
    const isParagraph = style === "narrative.paragraph";
    if (isParagraph || style === "table.code") candidates.add(row);
    // A paragraph without words keeps its indent.
    const isEmpty = isParagraph && typeof value === "string" && value.trim() === "";
    if (value !== null && value !== 0 && !isEmpty) filled.add(row);
  }
  return new Set([...candidates].filter((row) => !filled.has(row)));
}

function rowsWithout(gone: ReadonlySet<number>): (row: number) => number {
  const sorted = [...gone].sort((a, b) => a - b);
  return (row) => row - sorted.filter((each) => each < row).length;
}

function movedRange(range: CellRange, moved: (row: number) => number): CellRange {
  const top = moved(range.top);
  return { ...range, top, bottom: Math.max(top, moved(range.bottom)) };
}
