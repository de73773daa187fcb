import { formatAddress } from "../workbook/cellAddress";
import type { Adjustment } from "../rescaling/rescale";
import type { CellValue } from "../workbook/workbookSnapshot";
import type { CellStyle, PlannedCell, WritePlan } from "../workbook/writePlan";
import { columnPoints, textHeight } from "./textHeight";

export const ADJUSTMENT_SHEET = "舍位调整清单";
const FONT = "宋体";
const SIZE = 10;
/** Padding and indent, in points. */
const PADDING = 15;
const HEADINGS = [
  ["序号", 6],
  ["表", 34],
  ["行", 28],
  ["栏", 24],
  ["原表单元格", 20],
  ["原数（元）", 17],
  ["直接舍入（万元）", 14],
  ["调整后（万元）", 14],
  ["差（万元）", 10],
] as const;

const TEXT: CellStyle = { fontName: FONT, fontSize: SIZE, vertical: "middle" };
const CELL: CellStyle = { ...TEXT, border: "thin" };
const STYLES = new Map<string, CellStyle>([
  ["title", { ...TEXT, fontSize: 16, bold: true, horizontal: "center" }],
  ["furniture", { ...TEXT, wrap: true }],
  ["head", { ...CELL, bold: true, horizontal: "center", wrap: true, fill: "F2F2F2" }],
  ["text", { ...CELL, horizontal: "left", indent: 1, wrap: true }],
  ["number", { ...CELL, horizontal: "center" }],
  ["figure", { ...CELL, horizontal: "right", indent: 1, numberFormat: "#,##0.00" }],
]);
const LOOKS = ["number", "text", "text", "text", "text", "figure", "figure", "figure", "figure"];
const FIRST_ROW = 4;

export interface AdjustmentListInput {
  readonly unitName: string;
  readonly year: number;
  /** What could not be balanced, a sentence each. */
  readonly remarks: readonly string[];
}

/** A4 for the file: which figures are printed otherwise than they round, in all their places. */
export function layOutAdjustments(
  adjustments: readonly Adjustment[],
  { unitName, year, remarks }: AdjustmentListInput,
): WritePlan {
  const cells: PlannedCell[] = [];
  const rowHeights = new Map<number, number>([
    [1, 28],
    [3, 30],
  ]);
  const last = HEADINGS.length;
  const merges = [1, 2].map((row) => ({ top: row, left: 1, bottom: row, right: last }));
  const put = (row: number, values: readonly CellValue[], styleOf: (index: number) => string) => {
    values.forEach((value, index) => {
      cells.push({ row, column: index + 1, value, style: styleOf(index) });
    });
  };
  put(1, [`${String(year)}年度决算公开表舍位调整清单`], () => "title");
  put(2, [`部门：${unitName}　　共调整 ${String(adjustments.length)} 个数`], () => "furniture");
  put(
    3,
    HEADINGS.map(([heading]) => heading),
    () => "head",
  );
  let row = FIRST_ROW;
  adjustments.forEach(({ places, yuan, rounded, adjusted, difference }, index) => {
    for (const { table, row: words, column, cell } of places) {
      const texts = [table.replace(/[《》]/gu, ""), words, column, formatAddress(cell)];
      const figures = [yuan, rounded, adjusted, difference].map((amount) => amount.toNumber());
      put(row, [index + 1, ...texts, ...figures], (place) => LOOKS[place] ?? "text");
      rowHeights.set(row, heightOf(texts));
      row += 1;
    }
  });
  const remarkWidth = HEADINGS.reduce((sum, [, width]) => sum + columnPoints(width), -PADDING);
  const closing = [
    ...(adjustments.length === 0 ? ["各数都按四舍五入公开，没有需要调整的。"] : []),
    ...(remarks.length === 0 ? [] : ["下列各处调不平，按四舍五入公开，留有尾差："]),
    ...remarks,
  ];
  for (const text of closing) {
    put(row, [text], () => "furniture");
    merges.push({ top: row, left: 1, bottom: row, right: last });
    rowHeights.set(row, textHeight(text, remarkWidth, SIZE));
    row += 1;
  }
  return {
    sheets: [
      {
        name: ADJUSTMENT_SHEET,
        visibility: "visible",
        cells,
        merges,
        columnWidths: new Map(HEADINGS.map(([, width], index) => [index + 1, width])),
        rowHeights,
        hiddenColumns: [],
        hiddenRows: [],
        pageSetup: {
          orientation: "landscape",
          fitToWidth: 1,
          fitToHeight: 0,
          printArea: { top: 1, left: 1, bottom: Math.max(row - 1, 3), right: last },
          titleRows: { first: 3, last: 3 },
          centerHorizontally: true,
        },
        freeze: { rows: 3, columns: 0 },
        conditionalFormats: [],
        validations: [],
      },
    ],
    styles: STYLES,
    properties: { title: `${String(year)}年度决算公开表舍位调整清单` },
  };
}

function heightOf(texts: readonly string[]): number {
  const heights = texts.map((text, index) => {
    const [, width = 10] = HEADINGS[index + 1] ?? [];
    return textHeight(text, columnPoints(width) - PADDING, SIZE);
  });
  return Math.max(...heights);
}
