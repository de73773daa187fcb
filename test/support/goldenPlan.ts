import type { CellRange } from "../../src/domain/workbook/cellAddress";
import type { CellStyle, SheetPlan, WritePlan } from "../../src/domain/workbook/writePlan";
import type { Golden, GoldenSheet } from "./goldenText";
import { mergesOf, typedCell } from "./goldenWorkbook";

const FONT: CellStyle = { fontName: "宋体", fontSize: 11, vertical: "middle" };
const GRID: CellStyle = { ...FONT, border: "thin" };
const LOOKS = {
  title: { ...FONT, fontSize: 18, bold: true, horizontal: "center" },
  furniture: FONT,
  note: { ...FONT, wrap: true },
  text: { ...GRID, wrap: true },
  figure: { ...GRID, horizontal: "right" },
} as const satisfies Record<string, CellStyle>;
type Look = keyof typeof LOOKS;

/** The golden as a unit's own workbook would look: plain, nothing but values. */
export function planOf(golden: Golden): WritePlan {
  const styles = new Map<string, CellStyle>();
  return {
    sheets: golden.sheets.map((sheet) => sheetPlanOf(sheet, styles)),
    styles,
    properties: { title: golden.name },
  };
}

function sheetPlanOf(sheet: GoldenSheet, styles: Map<string, CellStyle>): SheetPlan {
  const { rows } = sheet;
  const width = Math.max(...rows.map((row) => row.length));
  const merges = mergesOf(rows);
  const columnWidths = widthsOf(rows, width);
  return {
    name: sheet.name,
    visibility: "visible",
    cells: rows.flatMap((row, index) =>
      Array.from({ length: width }, (_, column) => {
        const { numberFormat, ...content } = typedCell(row[column] ?? "");
        const look = lookOf(rows, index, width, typeof content.value === "number");
        const style = numberFormat === undefined ? look : `${look} ${numberFormat}`;
        styles.set(style, { ...LOOKS[look], ...(numberFormat && { numberFormat }) });
        return { row: index + 1, column: column + 1, ...content, style };
      }),
    ),
    merges,
    columnWidths,
    rowHeights: heightsOf(rows, merges, columnWidths),
    hiddenColumns: [],
    hiddenRows: [],
    pageSetup: {
      orientation: width > 5 ? "landscape" : "portrait",
      fitToWidth: 1,
      fitToHeight: 0,
      centerHorizontally: true,
    },
    conditionalFormats: [],
    validations: [],
  };
}

function lookOf(rows: GoldenSheet["rows"], index: number, width: number, isNumber: boolean): Look {
  const row = rows[index] ?? [];
  const acrossAll = row.length === width && row.slice(1).every((text) => text === "<");
  if (acrossAll && width > 1) return index < 3 ? "title" : "note";
  if (
    index < 3 &&
    row.some((text) => /^(?:公开|财决公开|附件|部门[:：]|编制单位[:：])/u.test(text))
  )
    return "furniture";
  return isNumber ? "figure" : "text";
}

const CHARACTER = 2.1;
const LINE = 15;
const length = (text: string) => text.length * CHARACTER;

function widthsOf(rows: GoldenSheet["rows"], width: number): Map<number, number> {
  const widths = new Map<number, number>();
  for (let column = 0; column < width; column += 1) {
    const alone = rows.slice(3).filter((row) => row[column + 1] !== "<");
    const longest = Math.max(...alone.map((row) => length(row[column] ?? "")), 0);
    widths.set(column + 1, Math.min(Math.max(longest, 10), 36));
  }
  return widths;
}

/** Hosts do not fit the height of merged cells by themselves. */
function heightsOf(
  rows: GoldenSheet["rows"],
  merges: readonly CellRange[],
  widths: ReadonlyMap<number, number>,
): Map<number, number> {
  const heights = new Map<number, number>([[1, 30]]);
  for (const { top, bottom, left, right } of merges) {
    let room = 0;
    for (let column = left; column <= right; column += 1) room += widths.get(column) ?? 0;
    const lines = Math.ceil(length(rows[top - 1]?.[left - 1] ?? "") / room);
    const height = (lines * LINE) / (bottom - top + 1);
    if (lines > 1) heights.set(top, Math.max(heights.get(top) ?? LINE, height));
  }
  return heights;
}
