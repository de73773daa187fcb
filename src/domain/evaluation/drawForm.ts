import type { PlacedBlock, PlacedRow } from "../disclosure/placement";
import { columnPoints, textHeight } from "../layout/textHeight";
import type { SheetDraft } from "../layout/sheetDraft";
import { figureStyle } from "../layout/styles";
import type { TablePaper } from "../layout/tablePaper";
import type { Block, Row, Table } from "../template/template";
import type { EvaluationDefinition } from "../template/templatePackage";
import type { CellRange } from "../workbook/cellAddress";
import type { CellValue } from "../workbook/workbookSnapshot";
import { printDimension } from "./dimensionHeading";
import type { Indicator } from "./evaluationForm";
import type { EvaluationInput } from "./evaluationInput";
import { LABEL_STYLE } from "./evaluationStyles";
import { drawProject } from "./drawProject";
import { formBlocks, type FormBlocks } from "./formBlocks";
import { breakName, formWidths, NAME_COLUMN, spread, type ColumnSpan } from "./formGrid";
import { indicatorRows, runs } from "./formRows";

/** What is drawn, and where the next row goes. */
interface Form {
  readonly draft: SheetDraft;
  readonly blocks: FormBlocks;
  readonly definition: EvaluationDefinition;
  readonly input: EvaluationInput;
  readonly paper: TablePaper;
  readonly right: number;
  readonly pageStarts: readonly number[];
}

export interface DrawnForm {
  readonly placed: readonly PlacedBlock[];
  readonly indicatorHead: number;
  /** The rows that the goals share. */
  readonly goalRows: { readonly first: number; readonly last: number };
  readonly lastRow: number;
}

/** Blank lines that leave room to write in. */
const ROOM = { goal: "\n\n\n\n\n", indicator: "\n" };
/** Excel has no row higher than 409 points: long goals take several. */
const HIGHEST_ROW = 300;

/** What spans several indicators is printed anew in each of `pageStarts`: a page's edge would cut it in two. */
export function drawForm(
  draft: SheetDraft,
  table: Table,
  definition: EvaluationDefinition,
  input: EvaluationInput,
  paper: TablePaper,
  pageStarts: readonly number[] = [],
): DrawnForm {
  const blocks = formBlocks(table);
  const right = formWidths(blocks).length;
  const form: Form = { draft, blocks, definition, input, paper, right, pageStarts };
  drawTitle(form, table);
  const fundsRow = definition.project ? drawProject(draft, definition.project, form, 3) : 3;
  const funds = drawFunds(form, fundsRow);
  const goals = drawGoals(form, funds.endRow);
  const indicators = drawIndicators(form, goals.endRow);
  const lastRow = drawNotes(form, table, indicators.endRow);
  const placed = table.blocks.map(
    (block) => [funds, goals, indicators].find((each) => each.block === block) ?? nowhere(block),
  );
  return {
    placed,
    indicatorHead: indicators.headRow,
    goalRows: { first: goals.headRow + 1, last: goals.endRow - 1 },
    lastRow,
  };
}

function nowhere(block: Block): PlacedBlock {
  return { block, columns: new Map(), rows: [], headRow: 1, endRow: 1 };
}

function line(row: number, { left, right }: Pick<ColumnSpan, "left" | "right">): CellRange {
  return { top: row, left, bottom: row, right };
}

function drawTitle({ draft, input, paper, right }: Form, table: Table): void {
  const title = table.definition.title.replaceAll("{年度}", String(input.year));
  draft.rowKinds.set(1, "title");
  draft.write(line(1, { left: 1, right }), title, "table.title", paper.titleSize);
  draft.rowKinds.set(2, "body");
  draft.write(line(2, { left: 1, right: 2 }), "部门名称", "evaluation.centred", paper.bodySize);
  draft.write(line(2, { left: 3, right }), input.unitName, "table.text", paper.bodySize);
}

function drawHeadings(
  { draft, paper }: Form,
  block: Block,
  spans: readonly ColumnSpan[],
  row: number,
) {
  draft.rowKinds.set(row, "head");
  for (const [index, span] of spans.entries()) {
    const text = block.columns[index]?.definition.heading.at(-1) ?? "";
    draft.write(line(row, span), text, "table.head", paper.headSize);
  }
}

function drawName({ draft, paper }: Form, { definition }: Block, top: number, bottom: number) {
  const area = { top, left: NAME_COLUMN, bottom, right: NAME_COLUMN };
  draft.write(area, breakName(definition.name ?? ""), "table.head", paper.headSize);
}

function place(
  block: Block,
  spans: readonly ColumnSpan[],
  rows: readonly PlacedRow[],
  headRow: number,
  endRow: number,
): PlacedBlock {
  const columns = new Map(spans.map(({ key, left }) => [key, left]));
  return { block, columns, rows, headRow, endRow };
}

function drawFunds(form: Form, headRow: number): PlacedBlock {
  const { draft, blocks, paper } = form;
  const { funds } = blocks;
  const spans = spread(funds, blocks);
  drawHeadings(form, funds, spans, headRow);
  const rows = funds.rows.map((row, index): PlacedRow => {
    const number = headRow + 1 + index;
    draft.rowKinds.set(number, "body");
    for (const [place, span] of spans.entries()) {
      const { definition, key } = funds.columns[place] ?? {};
      if (key === undefined) continue;
      if (definition?.role === "label") {
        const style = row.definition.of === undefined ? "table.label" : "table.ofLabel";
        draft.write(line(number, span), row.definition.label ?? "", style, paper.bodySize);
      } else {
        draft.put(number, span.left, fundsValue(form, row, key), fundsStyle(form, row, key));
      }
    }
    return { id: row.id, row: number, label: row.definition.label ?? "" };
  });
  const endRow = headRow + 1 + rows.length;
  drawName(form, funds, headRow, endRow - 1);
  return place(funds, spans, rows, headRow, endRow);
}

function fundsValue({ blocks, definition, input }: Form, row: Row, key: string): CellValue {
  const given = input.value(blocks.funds.index, row.id, key);
  const isWeight = row === blocks.fundsTotal && key === blocks.executionWeight.key;
  return isWeight ? (given ?? definition.executionWeight) : given;
}

/** Points and rate stand in the row of 合计 alone. */
function fundsStyle({ blocks, input }: Form, row: Row, key: string): string {
  const { executionWeight, executionRate, executionScore, fundsTotal } = blocks;
  const isPoints = [executionWeight.key, executionRate.key, executionScore.key].includes(key);
  if (!isPoints) return figureStyle("amount", input.decimals);
  return row === fundsTotal ? "evaluation.score" : "table.blank";
}

function drawGoals(form: Form, headRow: number): PlacedBlock {
  const { draft, blocks, input, paper } = form;
  const { goals } = blocks;
  const spans = spread(goals, blocks);
  drawHeadings(form, goals, spans, headRow);
  const texts = new Map([
    [blocks.expectedGoals.key, input.form?.expectedGoals?.text],
    [blocks.actualGoals.key, input.form?.actualGoals?.text],
  ]);
  const textOf = ({ key }: ColumnSpan) => {
    const given = texts.get(key) ?? input.value(goals.index, "", key);
    return typeof given === "string" && given.trim() !== "" ? given : ROOM.goal;
  };
  const widths = formWidths(blocks).map(columnPoints);
  const heights = spans.map((span) => {
    const width = widths.slice(span.left - 1, span.right).reduce((sum, each) => sum + each, 0);
    return textHeight(textOf(span), width, paper.bodySize);
  });
  const first = headRow + 1;
  const last = headRow + Math.max(1, Math.ceil(Math.max(...heights) / HIGHEST_ROW));
  for (let row = first; row <= last; row += 1) draft.rowKinds.set(row, "body");
  for (const span of spans) {
    const area = { top: first, left: span.left, bottom: last, right: span.right };
    draft.write(area, textOf(span), "table.text", paper.bodySize);
  }
  drawName(form, goals, headRow, last);
  return place(goals, spans, [{ id: "", row: first, label: "" }], headRow, last + 1);
}

function drawIndicators(form: Form, headRow: number): PlacedBlock {
  const { draft, blocks, definition, input, pageStarts } = form;
  const { indicators: block, scoreTotal } = blocks;
  const spans = spread(block, blocks);
  drawHeadings(form, block, spans, headRow);
  const indicators = indicatorRows(input.form, definition);
  const first = headRow + 1;
  const columns = new Map(spans.map(({ key, left }) => [key, left]));
  drawGroups(form, indicators, first, columns);
  const rows = indicators.map((indicator, index): PlacedRow => {
    draft.rowKinds.set(first + index, "body");
    drawIndicator(form, indicator, first + index, columns);
    return { id: indicator.rowId, row: first + index, label: indicator.name };
  });
  const totalRow = first + indicators.length;
  drawTotal(form, totalRow, columns);
  // 总分 is within: a row inserted above it stays inside the merged name.
  const tops = [headRow, ...pageStarts.filter((row) => row > headRow && row <= totalRow)];
  tops.forEach((top, index) => {
    drawName(form, block, top, (tops[index + 1] ?? totalRow + 1) - 1);
  });
  rows.push({ id: scoreTotal.id, row: totalRow, label: scoreTotal.definition.label ?? "" });
  return place(block, spans, rows, headRow, totalRow + 1);
}

/** 一级指标 and 二级指标 stand once for the rows that share them. */
function drawGroups(
  { draft, blocks, paper, pageStarts }: Form,
  indicators: readonly Indicator[],
  first: number,
  columns: ReadonlyMap<string, number>,
): void {
  const pageOf = (row: number) => pageStarts.filter((start) => start <= row).length;
  const draw = (key: string, of: (row: Indicator) => string, print: (row: Indicator) => string) => {
    const column = columns.get(key) ?? NAME_COLUMN + 1;
    const ofPage = (row: Indicator, index: number) => `${pageOf(first + index)}\n${of(row)}`;
    for (const [from, to] of runs(indicators, ofPage)) {
      const row = indicators[from];
      if (!row) continue;
      const area = { top: first + from, left: column, bottom: first + to, right: column };
      draft.write(area, print(row), LABEL_STYLE, paper.bodySize);
    }
  };
  draw(
    blocks.dimension.key,
    ({ dimension }) => dimension,
    ({ dimension, dimensionWeight }) =>
      printDimension({
        name: dimension,
        ...(dimensionWeight === undefined ? {} : { weight: dimensionWeight }),
      }),
  );
  draw(
    blocks.category.key,
    ({ dimension, category }) => `${dimension}\n${category}`,
    ({ category }) => category,
  );
}

function drawIndicator(
  { draft, blocks, input, paper }: Form,
  indicator: Indicator,
  row: number,
  columns: ReadonlyMap<string, number>,
): void {
  const texts = [
    [blocks.name, indicator.name === "" ? ROOM.indicator : indicator.name, "table.text"],
    [blocks.targetValue, indicator.targetValue, "evaluation.value"],
    [blocks.actualValue, indicator.actualValue, "evaluation.value"],
    [blocks.deviationReason, indicator.deviationReason, "table.text"],
  ] as const;
  for (const [{ key }, value, style] of texts) {
    const column = columns.get(key) ?? 0;
    const area = { top: row, left: column, bottom: row, right: column };
    if (typeof value === "string") draft.write(area, value, style, paper.bodySize);
    else draft.put(row, column, value, style);
  }
  for (const { key } of [blocks.weight, blocks.score]) {
    const value = input.value(blocks.indicators.index, indicator.rowId, key);
    draft.put(row, columns.get(key) ?? 0, value, "evaluation.score");
  }
}

function drawTotal(
  { draft, blocks, input, paper, right }: Form,
  row: number,
  columns: ReadonlyMap<string, number>,
): void {
  const { indicators, scoreTotal, weight, score, deviationReason } = blocks;
  draft.rowKinds.set(row, "body");
  const label = scoreTotal.definition.label ?? "";
  const span = { left: NAME_COLUMN + 1, right: (columns.get(weight.key) ?? right) - 1 };
  draft.write(line(row, span), label, "table.totalLabel", paper.bodySize);
  for (const { key } of [weight, score]) {
    const value = input.value(indicators.index, scoreTotal.id, key);
    draft.put(row, columns.get(key) ?? 0, value, "evaluation.score");
  }
  const grade = input.form?.grade?.text;
  const printed = grade === undefined ? null : `等级：${grade}`;
  draft.put(row, columns.get(deviationReason.key) ?? 0, printed, "evaluation.centred");
}

/** Returns the last row of the form. */
function drawNotes({ draft, paper, right }: Form, table: Table, first: number): number {
  const { notes } = table.definition;
  for (const [index, note] of notes.entries()) {
    draft.rowKinds.set(first + index, "note");
    draft.write(line(first + index, { left: 1, right }), note, "table.note", paper.noteSize);
  }
  return first + notes.length - 1;
}
