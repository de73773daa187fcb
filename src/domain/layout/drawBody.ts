import type { Row } from "../template/template";
import type { ColumnDefinition, RowDefinition } from "../template/templatePackage";
import type { CellRange } from "../workbook/cellAddress";
import type { CellValue } from "../workbook/workbookSnapshot";
import { bodyRowId, type BodyRow } from "./bodyRows";
import { cellArea, type SheetDraft } from "./sheetDraft";
import { figureStyle, type FigureStyle } from "./styles";
import type { GridBlock, GridColumn, TableGrid } from "./tableGrid";
import type { TableInput } from "./tableInput";
import type { TablePaper } from "./tablePaper";

/** The rows of all blocks; every cell of the rectangle has its border, also the blank ones. */
export function drawBody(
  draft: SheetDraft,
  grid: TableGrid,
  input: TableInput,
  paper: TablePaper,
): void {
  for (let row = grid.firstBodyRow; row < grid.endRow; row += 1) draft.rowKinds.set(row, "body");
  // Labels that reach over several columns may reach into a neighbour block: they go first.
  for (const block of grid.blocks) {
    eachRow(grid, block, (row, body) => {
      drawWideLabel(draft, block, row, body, paper);
    });
  }
  for (const block of grid.blocks) {
    eachRow(grid, block, (row, body) => {
      for (const column of block.columns) {
        if (draft.isFree(row, column.number)) {
          drawCell(draft, { grid, input, paper, block, row, body, column });
        }
      }
    });
  }
}

function eachRow(
  grid: TableGrid,
  block: GridBlock,
  visit: (row: number, body: BodyRow) => void,
): void {
  for (const [index, body] of block.rows.entries()) visit(grid.firstBodyRow + index, body);
}

function drawWideLabel(
  draft: SheetDraft,
  block: GridBlock,
  row: number,
  body: BodyRow,
  paper: TablePaper,
): void {
  if (body.kind !== "printed") return;
  const area = wideLabelArea(block, row, body.row);
  if (area) draft.write(area, body.row.definition.label ?? "", "table.totalLabel", paper.bodySize);
}

/** The label ends before the first figure and may begin in the block at the left (06: 公用经费合计). */
function wideLabelArea(block: GridBlock, row: number, { definition }: Row): CellRange | undefined {
  const figure = block.columns.find(({ column }) => column.definition.role === "figure");
  if (!figure || definition.labelSpan === undefined) return undefined;
  const right = figure.number - 1;
  return { top: row, left: figure.number - definition.labelSpan, bottom: row, right };
}

interface CellContext {
  readonly grid: TableGrid;
  readonly input: TableInput;
  readonly paper: TablePaper;
  readonly block: GridBlock;
  readonly row: number;
  readonly body: BodyRow;
  readonly column: GridColumn;
}

function drawCell(draft: SheetDraft, context: CellContext): void {
  const { row, body, column } = context;
  const definition = body.kind === "printed" ? body.row.definition : undefined;
  const put = (value: CellValue, style: string) => {
    draft.put(row, column.number, value, style);
  };
  const write = (text: string | undefined, style: string) => {
    if (text === undefined) put(null, "table.blank");
    else draft.write(cellArea(row, column.number), text, style, context.paper.bodySize);
  };
  switch (column.column.definition.role) {
    case "label":
      write(definition?.label, labelStyle(definition));
      return;
    case "name":
      write(nameOf(body), definition?.bold === true ? "table.boldName" : "table.name");
      return;
    case "code":
      put((body.kind === "code" ? body.code.code : definition?.code) ?? null, "table.code");
      return;
    case "lineNumber":
      put(definition?.line ?? null, "table.lineNumber");
      return;
    case "unit":
      put(definition?.unit ?? null, "table.unit");
      return;
    case "hint":
      write(definition?.hint, "table.hint");
      return;
    case "text":
      drawText(draft, context);
      return;
    case "figure":
      drawFigure(draft, context);
  }
}

function nameOf(body: BodyRow): string | undefined {
  if (body.kind === "code") return body.code.name;
  if (body.kind === "spare") return "";
  return body.kind === "printed" ? body.row.definition.label : undefined;
}

function labelStyle(definition: RowDefinition | undefined): string {
  if (definition?.bold === true) return "table.totalLabel";
  return definition?.of === undefined ? "table.label" : "table.ofLabel";
}

/** 补充资料: the answer is a sentence, not an amount. */
const TEXT_UNIT = "文字";

function rowUnit(body: BodyRow): string | undefined {
  return body.kind === "printed" ? body.row.definition.unit : undefined;
}

function drawFigure(
  draft: SheetDraft,
  { grid, input, block, row, body, column }: CellContext,
): void {
  const { definition, key } = column.column;
  const id = bodyRowId(block.block, body);
  const unit = rowUnit(body);
  if ((id === undefined && body.kind !== "spare") || unit === TEXT_UNIT) {
    draft.put(row, column.number, null, "table.blank");
    return;
  }
  const isCount = unit !== undefined && !unit.endsWith("元");
  const decimals = definition.decimals ?? (isCount ? 0 : input.decimals);
  const value = id === undefined ? null : input.value(block.block.index, id, key);
  const kind = figureKind(grid, block, body, definition);
  draft.put(row, column.number, value, figureStyle(kind, decimals));
}

function figureKind(
  grid: TableGrid,
  block: GridBlock,
  body: BodyRow,
  column: ColumnDefinition,
): FigureStyle {
  if (body.kind === "printed") {
    const { bold, sum, childSum } = body.row.definition;
    if (bold === true || block.block.definition.kind === "tree") return "total";
    if (sum !== undefined || childSum !== undefined) return "computed";
  }
  if (body.kind === "code" && body.isParent) return "computed";
  if (column.sum !== undefined) return "computed";
  return grid.table.definition.role === "supplement" ? "input" : "amount";
}

/** 分项补充资料 asks 项 by 项. */
function isAskedByCode({ table }: TableGrid, body: BodyRow): boolean {
  if (table.definition.role !== "supplement") return false;
  return body.kind === "spare" || (body.kind === "code" && !body.isParent);
}

function drawText(
  draft: SheetDraft,
  { grid, input, paper, block, row, body, column }: CellContext,
): void {
  const id = bodyRowId(block.block, body);
  const value = id === undefined ? null : input.value(block.block.index, id, column.column.key);
  const isAnswer = rowUnit(body) === TEXT_UNIT;
  // Nobody's reason fits on one line: room for three while there is none.
  const text = typeof value === "string" ? value : isAnswer ? "\n\n" : "";
  const style = isAnswer || isAskedByCode(grid, body) ? "table.textInput" : "table.text";
  draft.write(cellArea(row, column.number), text, style, paper.bodySize);
}
