import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type * as Model from "../../ports/documentFile";
import { FONTS, run } from "./docxStyles";

const TWIPS = 20;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;
const SMALL = 10;

export function tableBlocks(table: Model.DocumentTable): (Paragraph | Table)[] {
  const widths = table.columnWidths.map((points) => Math.round(points * TWIPS));
  const total = widths.reduce((sum, width) => sum + width, 0);
  return [
    ...table.above.map((line) => lineAbove(line, total)),
    new Table({
      width: { size: total, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      margins: { top: 0, bottom: 0, left: 60, right: 60 },
      rows: table.rows.map((row, index) => tableRow(row, index < table.headRows, table, widths)),
    }),
    ...table.below.map(noteBelow),
  ];
}

function lineAbove({ left, right }: Model.TableLine, width: number): Paragraph {
  const font = { font: FONTS.number, size: SMALL };
  return new Paragraph({
    spacing: { line: 320, lineRule: LineRuleType.EXACT },
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    keepNext: true,
    children: [run(`${left}\t${right}`, font)],
  });
}

function noteBelow(text: string): Paragraph {
  return new Paragraph({
    spacing: { line: 320, lineRule: LineRuleType.EXACT },
    children: [run(text, { font: FONTS.number, size: SMALL })],
  });
}

function tableRow(
  { height, cells }: Model.TableRow,
  isHead: boolean,
  { fontSize }: Model.DocumentTable,
  widths: readonly number[],
): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    height: { value: Math.round(height * TWIPS), rule: HeightRule.ATLEAST },
    children: cells.map((cell) =>
      tableCell(cell, fontSize, widths.slice(cell.column, cell.column + cell.columnSpan)),
    ),
  });
}

function tableCell(
  { text, columnSpan, rowSpan, align, isBold, isShaded }: Model.TableCell,
  fontSize: number,
  widths: readonly number[],
): TableCell {
  return new TableCell({
    columnSpan,
    rowSpan,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    borders: { top: THIN, bottom: THIN, left: THIN, right: THIN },
    ...(isShaded ? { shading: { type: ShadingType.CLEAR, fill: "F2F2F2", color: "auto" } } : {}),
    children: text.split("\n").map(
      (line) =>
        new Paragraph({
          alignment: ALIGNMENTS[align],
          spacing: { line: Math.round(fontSize * 1.25 * TWIPS), lineRule: LineRuleType.EXACT },
          children: [run(line, { font: FONTS.number, size: fontSize, bold: isBold })],
        }),
    ),
  });
}
