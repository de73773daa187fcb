import type { CellStyle } from "../workbook/writePlan";
import { TABLE_PAPER, type TablePaper } from "./tablePaper";

/** Enough for amounts (2), counts (0) and anything a package is likely to print. */
const MOST_DECIMALS = 6;

/** `amount`: typed · `computed`: follows from others · `total`: a total row · `input`: 补充资料. */
export type FigureStyle = "amount" | "computed" | "total" | "input";

export function figureStyle(kind: FigureStyle, decimals: number): string {
  return `table.${kind}.${Math.min(decimals, MOST_DECIMALS)}`;
}

export function tableStyles(paper: TablePaper): ReadonlyMap<string, CellStyle> {
  const text: CellStyle = {
    fontName: paper.bodyFont,
    fontSize: paper.bodySize,
    vertical: "middle",
  };
  const cell: CellStyle = { ...text, border: "thin" };
  // Off the border, beyond which the neighbour's figure ends.
  const leftCell: CellStyle = { ...cell, horizontal: "left", indent: 1 };
  const head: CellStyle = {
    ...cell,
    fontSize: paper.headSize,
    bold: true,
    horizontal: "center",
    wrap: true,
    fill: paper.headFill,
  };
  const note: CellStyle = {
    ...text,
    fontSize: paper.noteSize,
    horizontal: "left",
    vertical: "top",
    wrap: true,
  };
  const styles = new Map<string, CellStyle>([
    [
      "table.title",
      {
        fontName: paper.titleFont,
        fontSize: paper.titleSize,
        horizontal: "center",
        vertical: "middle",
        wrap: true,
      },
    ],
    ["table.number", { ...text, horizontal: "right" }],
    ["table.unitName", { ...text, horizontal: "left", wrap: true }],
    ["table.moneyUnit", { ...text, horizontal: "right" }],
    ["table.head", head],
    // Text: a number here would be added by totals, which start at the heading row.
    ["table.columnNumber", { ...head, bold: false, numberFormat: "@" }],
    ["table.label", { ...leftCell, wrap: true }],
    ["table.ofLabel", { ...leftCell, indent: 2, wrap: true }],
    ["table.totalLabel", { ...cell, horizontal: "center", bold: true, wrap: true }],
    ["table.lineNumber", { ...cell, horizontal: "center" }],
    ["table.code", { ...leftCell, numberFormat: "@" }],
    ["table.name", { ...leftCell, wrap: true }],
    ["table.boldName", { ...leftCell, bold: true, wrap: true }],
    ["table.unit", { ...cell, horizontal: "center" }],
    ["table.text", { ...leftCell, wrap: true }],
    ["table.textInput", { ...leftCell, wrap: true, fill: paper.inputFill }],
    ["table.hint", { ...leftCell, wrap: true, color: paper.hintColor }],
    ["table.blank", cell],
    ["table.note", note],
  ]);
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals += 1) {
    const numberFormat = decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
    const amount: CellStyle = { ...cell, horizontal: "right", indent: 1, numberFormat };
    styles.set(figureStyle("amount", decimals), amount);
    styles.set(figureStyle("computed", decimals), { ...amount, fill: paper.computedFill });
    styles.set(figureStyle("total", decimals), { ...amount, fill: paper.computedFill, bold: true });
    styles.set(figureStyle("input", decimals), { ...amount, fill: paper.inputFill });
  }
  for (const [key, style] of coverStyles(paper)) styles.set(key, style);
  return styles;
}

function coverStyles({ titleFont, coverSizes }: TablePaper): [string, CellStyle][] {
  const line: CellStyle = {
    fontName: titleFont,
    horizontal: "center",
    vertical: "middle",
    wrap: true,
  };
  return [
    ["cover.year", { ...line, fontSize: coverSizes.year }],
    ["cover.unitName", { ...line, fontSize: coverSizes.unitName }],
    ["cover.longUnitName", { ...line, fontSize: coverSizes.longUnitName }],
    ["cover.title", { ...line, fontSize: coverSizes.title }],
  ];
}

/** Every style key that a laid out sheet may use. */
export const TABLE_STYLES: ReadonlyMap<string, CellStyle> = tableStyles(TABLE_PAPER);

const CELL_PADDING = 5;
const INDENT = 7;

/** The points that a style leaves blank beside its text. */
export function paddingOf(style: string): number {
  return CELL_PADDING + INDENT * (TABLE_STYLES.get(style)?.indent ?? 0);
}
