import { blockHeadings } from "./headings";
import type { SheetDraft } from "./sheetDraft";
import type { GridBlock, TableGrid } from "./tableGrid";
import { fillYear, type TableInput } from "./tableInput";
import type { TablePaper } from "./tablePaper";
import { columnPoints, textPoints } from "./textHeight";

/** Title, table number, unit line, headings and 栏次. */
export function drawHead(
  draft: SheetDraft,
  grid: TableGrid,
  input: TableInput,
  paper: TablePaper,
): void {
  drawFurniture(draft, grid, input, paper);
  for (let level = 0; level < grid.headingRows; level += 1) {
    draft.rowKinds.set(grid.firstHeadRow + level, "head");
  }
  if (grid.columnNumberRow !== undefined) draft.rowKinds.set(grid.columnNumberRow, "furniture");
  for (const block of grid.blocks) {
    drawHeadings(draft, grid, block, paper);
    if (grid.columnNumberRow !== undefined) drawColumnNumbers(draft, grid.columnNumberRow, block);
  }
}

function drawFurniture(
  draft: SheetDraft,
  grid: TableGrid,
  input: TableInput,
  paper: TablePaper,
): void {
  const { definition } = grid.table;
  const right = grid.widths.length;
  const line = (row: number, from = 1, to = right) => ({
    top: row,
    left: from,
    bottom: row,
    right: to,
  });

  draft.rowKinds.set(grid.titleRow, "title");
  draft.write(
    line(grid.titleRow),
    fillYear(definition.title, input),
    "table.title",
    paper.titleSize,
  );
  if (grid.numberRow !== undefined) {
    draft.rowKinds.set(grid.numberRow, "furniture");
    draft.span(line(grid.numberRow), definition.number ?? null, "table.number");
  }
  draft.rowKinds.set(grid.unitRow, "furniture");
  const unitName = `部门：${input.unitName}`;
  if (statesUnitsByRow(grid)) {
    draft.write(line(grid.unitRow), unitName, "table.unitName", paper.bodySize);
    return;
  }
  const moneyUnit = `单位：${input.moneyUnit}`;
  const split = moneyUnitColumn(grid.widths, moneyUnit, paper.bodySize);
  draft.write(line(grid.unitRow, 1, split - 1), unitName, "table.unitName", paper.bodySize);
  draft.span(line(grid.unitRow, split), moneyUnit, "table.moneyUnit");
}

/** 补充资料 asks for amounts and for counts. */
function statesUnitsByRow({ blocks }: TableGrid): boolean {
  return blocks.some(({ columns }) =>
    columns.some(({ column }) => column.definition.role === "unit"),
  );
}

/** 单位：万元 takes as few columns at the right as it needs, the unit's full name has the rest. */
function moneyUnitColumn(widths: readonly number[], text: string, fontSize: number): number {
  const needed = textPoints(text, fontSize) + fontSize;
  let column = widths.length;
  let room = columnPoints(widths[column - 1] ?? 0);
  while (column > 2 && room < needed) {
    column -= 1;
    room += columnPoints(widths[column - 1] ?? 0);
  }
  return column;
}

function drawHeadings(
  draft: SheetDraft,
  grid: TableGrid,
  { block, columns }: GridBlock,
  paper: TablePaper,
): void {
  const left = columns[0]?.number ?? 1;
  for (const { text, area } of blockHeadings(block, grid.headingRows)) {
    const placed = {
      top: grid.firstHeadRow + area.top,
      bottom: grid.firstHeadRow + area.bottom,
      left: left + area.left,
      right: left + area.right,
    };
    draft.write(placed, text, "table.head", paper.headSize);
  }
}

const LEADING_ROLES = new Set(["label", "code", "name"]);

function drawColumnNumbers(draft: SheetDraft, row: number, { columns }: GridBlock): void {
  const figures = columns.findIndex(({ column }) => !LEADING_ROLES.has(column.definition.role));
  const leading = columns.slice(0, figures < 0 ? columns.length : figures);
  const first = leading[0];
  const last = leading.at(-1);
  if (first && last) {
    const area = { top: row, left: first.number, bottom: row, right: last.number };
    draft.span(area, "栏次", "table.columnNumber");
  }
  for (const { column, number } of columns.slice(leading.length)) {
    draft.put(row, number, column.definition.number ?? null, "table.columnNumber");
  }
}
