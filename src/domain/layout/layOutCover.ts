import type { SheetPlan } from "../workbook/writePlan";
import { paddingOf } from "./styles";
import { TABLE_PAPER, type TablePaper } from "./tablePaper";
import { columnPoints, countLines, textHeight } from "./textHeight";

export interface CoverInput {
  readonly unitName: string;
  readonly year: number;
}

export const COVER_SHEET = "封面";

/** LibreOffice does not shrink a single column to the page: it has to fit also where digits run wide. */
const WIDTH = 72;

/** {年}年度 / unit / 部门决算公开表, as the first page of the set. Recognition reads the unit's full name here. */
export function layOutCover(input: CoverInput, paper: TablePaper = TABLE_PAPER): SheetPlan {
  const room = columnPoints(WIDTH) - paddingOf("cover.unitName");
  const { coverSizes } = paper;
  const isLong = countLines(input.unitName, room, coverSizes.unitName) > 1;
  const unitName = isLong
    ? { style: "cover.longUnitName", size: coverSizes.longUnitName }
    : { style: "cover.unitName", size: coverSizes.unitName };
  const lines = [
    { row: 2, text: `${input.year}年度`, style: "cover.year", size: coverSizes.year },
    { row: 4, text: input.unitName, ...unitName },
    { row: 6, text: "部门决算公开表", style: "cover.title", size: coverSizes.title },
  ];
  const gaps: [number, number][] = [
    [1, 150],
    [3, 24],
    [5, 36],
  ];
  return {
    name: COVER_SHEET,
    visibility: "visible",
    cells: lines.map(({ row, text, style }) => ({ row, column: 1, value: text, style })),
    merges: [],
    columnWidths: new Map([[1, WIDTH]]),
    rowHeights: new Map([
      ...gaps,
      ...lines.map(({ row, text, size }): [number, number] => [
        row,
        textHeight(text, room, size) + 8,
      ]),
    ]),
    hiddenColumns: [],
    hiddenRows: [],
    pageSetup: {
      orientation: "portrait",
      fitToWidth: 1,
      fitToHeight: 1,
      printArea: { top: 1, left: 1, bottom: 6, right: 1 },
      centerHorizontally: true,
      margins: paper.margins,
    },
    conditionalFormats: [],
    validations: [],
  };
}
