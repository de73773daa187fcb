import type { Table, TemplateStructure } from "../template/template";
import {
  columnName,
  formatPosition,
  formatRange,
  type CellAddress,
  type CellRange,
} from "../workbook/cellAddress";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/workbookSnapshot";
import { isReportSheet } from "../workbook/reportSheets";
import { STATE_SHEET } from "../workbook/stateSheet";
import type { RecognitionProblem, TableTexts } from "./disclosure";
import type { FoundTable } from "./recogniseTable";
import { titleIndex, type TitleAt } from "./recogniseTitles";
import { looksLikeFigure } from "./sheetGrid";

/** Titles may begin with {年度}年度. */
function titleOf({ definition }: Table): string {
  return definition.title.replace(/^\{年度\}年度?/u, "");
}

/** What of a recognised table could not be used. */
export function tableProblems(
  found: FoundTable,
  texts: TableTexts,
  { sheets }: WorkbookSnapshot,
): RecognitionProblem[] {
  const sheet = sheets.find(({ name }) => name === found.placed.sheet);
  return [
    ...missingColumns(found, texts),
    ...unknownRows(found),
    ...(sheet ? mergedFigures(found, sheet) : []),
  ];
}

export function duplicateProblem(
  { table, row, column }: TitleAt,
  sheet: string,
  used: TableTexts,
  { unitName }: TableTexts,
): RecognitionProblem {
  const title = titleOf(table);
  const place = `工作表“${used.title.cell.sheet}”里的`;
  return {
    kind: "duplicateTable",
    sheet,
    table: table.key,
    cell: { sheet, row, column },
    ...(unitName ? { unitName: unitName.text } : {}),
    message: `《${title}》不止一张，只用了${place}那一张；请删去多余的。`,
  };
}

/** Merging keeps what stands in the first cell, and nothing else. */
export function mergedTableProblem(
  { table, row, column }: TitleAt,
  sheet: string,
  area: CellRange,
): RecognitionProblem {
  return {
    kind: "unreadTable",
    sheet,
    table: table.key,
    cell: { sheet, row, column },
    message: `《${titleOf(table)}》从表题起整片合并成了一格（${formatRange(area)}），里面的表头和数读不出来；请取消合并后重新填写，或换一个没有合并的文件。`,
  };
}

/** The title stands there, with figures below, but no head that is the table's. */
export function headlessProblem(
  { table, row, column }: TitleAt,
  sheet: string,
): RecognitionProblem {
  const headings = table.blocks.flatMap(({ figureColumns }) =>
    figureColumns.map(({ definition }) => definition.heading.join("／")),
  );
  const wanted = [...new Set(headings)].slice(0, 4).map((heading) => `“${heading}”`);
  return {
    kind: "unreadTable",
    sheet,
    table: table.key,
    cell: { sheet, row, column },
    message: `《${titleOf(table)}》的表题找到了，但下面没有认出它的表头（要有${wanted.join("、")}等栏目），这张表没有读；请照样表改表头文字，或把数字粘贴到样表里。`,
  };
}

/** The parts of a form stand there, and none of its blocks of figures. */
export function figurelessProblem(table: Table, sheet: string): RecognitionProblem {
  const blocks = table.blocks.flatMap(({ definition }) => definition.name ?? []);
  const wanted = blocks.map((name) => `“${name}”`).join("、");
  return {
    kind: "unreadTable",
    sheet,
    table: table.key,
    message: `工作表“${sheet}”是《${titleOf(table)}》，但没有认出${wanted}的表头，里面的数没有核对；请照样表列出各行各栏，一格只填一个数。`,
  };
}

/** Rows of one table are read from one sheet. */
export function nextPageProblem(
  { table, row, column }: TitleAt,
  sheet: string,
  used: TableTexts,
): RecognitionProblem {
  return {
    kind: "unknownRow",
    sheet,
    table: table.key,
    cell: { sheet, row, column },
    message: `《${titleOf(table)}》的续表在另一张工作表“${sheet}”里，没有读；请把它的各行接到工作表“${used.title.cell.sheet}”的表里。`,
  };
}

function missingColumns({ placed, readings }: FoundTable, texts: TableTexts): RecognitionProblem[] {
  const { table, sheet, blocks } = placed;
  const title = titleOf(table);
  const problem = (message: string, cell: CellAddress): RecognitionProblem => ({
    kind: "missingColumn",
    sheet,
    table: table.key,
    cell,
    message,
  });
  return blocks.flatMap(({ block, columns, rows, headRow }) => {
    if (columns.size === 0) {
      if (rows.length > 0) return [];
      const name = block.definition.name ?? `第${block.index + 1}栏组`;
      const message = `《${title}》里没有找到“${name}”这一部分；请检查表头。`;
      return [problem(message, texts.title.cell)];
    }
    const cell = { sheet, row: headRow, column: Math.min(...columns.values()) };
    const unclear = readings.find(({ found }) => found.block === block)?.found.unclear;
    return block.figureColumns
      .filter(({ key }) => !columns.has(key))
      .map(({ key, path }) => {
        const heading = path.join("／");
        const doubles = unclear?.get(key);
        if (doubles) {
          const [column = cell.column] = doubles;
          const letters = doubles.map((each) => `${columnName(each)} 列`).join("、");
          const message = `《${title}》里“${heading}”有几列（${letters}），分不清用哪一列，都没有用；请在表头里写明，或删去不用的列。`;
          return problem(message, { ...cell, column });
        }
        const message = `《${title}》里没有找到“${heading}”这一列；请检查表头文字，或补上这一列。`;
        return problem(message, cell);
      });
  });
}

function unknownRows({ placed: { table, sheet }, readings }: FoundTable): RecognitionProblem[] {
  return readings.flatMap(({ unknown }) =>
    unknown.map(({ label, row, column, isPlaced }): RecognitionProblem => {
      const title = titleOf(table);
      return {
        kind: "unknownRow",
        sheet,
        table: table.key,
        cell: { sheet, row, column },
        message: /^[0-9]+$/u.test(label)
          ? `《${title}》的编码“${label}”不全，上面几行里也没有它所属的类、款，这一行没有用上；请写上全码。`
          : isPlaced
            ? `《${title}》的“${label}”不在模板里，它所属的类也没有，合计没有算上它；请检查编码。`
            : `《${title}》的“${label}”这一行不在模板里，没有用上；请检查项目名称。`,
      };
    }),
  );
}

/** One problem for each merged area, however many figures it swallows. */
function mergedFigures(
  { placed }: FoundTable,
  { name, merges }: SheetSnapshot,
): RecognitionProblem[] {
  const figures = new Map<number, Set<number>>();
  for (const { block, columns, rows } of placed.blocks) {
    for (const { row, columns: own } of rows) {
      const inRow = figures.get(row) ?? new Set<number>();
      for (const { key } of block.figureColumns) {
        const column = (own ?? columns).get(key);
        if (column !== undefined) inRow.add(column);
      }
      figures.set(row, inRow);
    }
  }
  return merges.flatMap(({ top, left, bottom, right }) => {
    for (let row = top; row <= Math.min(bottom, placed.range.bottom); row += 1) {
      for (const column of figures.get(row) ?? []) {
        const isInside = column >= left && column <= right;
        if (!isInside || (row === top && column === left)) continue;
        return [mergedFigure(placed.table, { sheet: name, row, column })];
      }
    }
    return [];
  });
}

function mergedFigure(table: Table, cell: CellAddress): RecognitionProblem {
  return {
    kind: "mergedFigure",
    sheet: cell.sheet,
    table: table.key,
    cell,
    message: `《${titleOf(table)}》的 ${formatPosition(cell)} 被合并到别的单元格里，读不出数字；请取消合并后填写。`,
  };
}

const MANY_NUMBERS = 20;
const NO_TABLES = /封面|目\s*录/u;
/** What the add-in itself lays out beside the tables. */
const OWN_SHEETS = new Set(["审核", "计算", "封面", "目录", "舍位调整清单", STATE_SHEET]);

/** Sheets that hold figures, or tables behind the scenes, and that nothing was read from. */
export function looseSheetProblems(
  { sheets }: WorkbookSnapshot,
  structure: TemplateStructure,
  used: ReadonlySet<string>,
): RecognitionProblem[] {
  const tableTitled = titleIndex(structure);
  const own = new Set([...OWN_SHEETS, structure.definition.narrative.sheetName]);
  return sheets.flatMap((sheet): RecognitionProblem[] => {
    const { name, visibility } = sheet;
    if (used.has(name) || own.has(name) || isReportSheet(name) || NO_TABLES.test(name)) return [];
    if (visibility === "visible") {
      if (!holdFigures(sheet.values)) return [];
      const message = `工作表“${name}”里有数字，但没有认出是哪张表；请检查它的标题和表头。`;
      return [{ kind: "unknownSheet", sheet: name, message }];
    }
    if (visibility === "veryHidden" || !holdsTitle(sheet, tableTitled)) return [];
    const message = `工作表“${name}”是隐藏的，没有读取；要核对请先取消隐藏。`;
    return [{ kind: "unknownSheet", sheet: name, message }];
  });
}

/** Page numbers and years are no figures. */
export function holdFigures(rows: SheetSnapshot["values"]): boolean {
  let numbers = 0;
  for (const row of rows) {
    for (const value of row) {
      if (!looksLikeFigure(value)) continue;
      if (!Number.isInteger(value)) return true;
      numbers += 1;
    }
  }
  return numbers >= MANY_NUMBERS;
}

function holdsTitle(
  { values }: SheetSnapshot,
  tableTitled: ReturnType<typeof titleIndex>,
): boolean {
  return values.some((row) =>
    row.some((value) => typeof value === "string" && tableTitled(value.trim()) !== undefined),
  );
}
