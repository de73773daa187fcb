import type { Template } from "../checking/compileTemplate";
import type { Disclosure } from "../disclosure/disclosure";
import type { PlacedBlock, PlacedTable } from "../disclosure/placement";
import { recognise } from "../disclosure/recognise";
import type { EvaluationForm, Indicator } from "../evaluation/evaluationForm";
import { formBlocks, type FormBlocks } from "../evaluation/formBlocks";
import { readEvaluationForm } from "../evaluation/readEvaluationForm";
import { repairPlan } from "../layout/repairPlan";
import type { WorkbookInput } from "../layout/layOutWorkbook";
import type { Column } from "../template/template";
import type { CellAddress, CellRange } from "../workbook/cellAddress";
import { valueAt, type CellValue, type SheetSnapshot } from "../workbook/workbookSnapshot";
import { withRows, type FilledCell, type FillWrites, type InsertedRows } from "./fillPlan";

/** What a person adds to the indicators of a 自评表. */
export interface NewIndicator {
  /** Of several forms the one on this sheet; the first without. */
  readonly sheet?: string;
  /** 产出指标, 数量指标: as the form has them. */
  readonly dimension: string;
  readonly category: string;
  readonly name: string;
  /** As typed: ≥95%. */
  readonly targetValue: CellValue;
  /** 分值 */
  readonly weight: number;
}

export interface IndicatorRow extends FillWrites {
  /** Where its name stands then. */
  readonly cell: CellAddress;
}

/**
 * A row that waits under the 二级指标 is filled first; else one comes in above the last of its rows, within what spans
 * them. undefined: the form has no such 二级指标.
 */
export function indicatorRow(
  template: Template,
  standing: Disclosure,
  placed: PlacedTable,
  input: Omit<WorkbookInput, "figures" | "spareRows">,
  wanted: NewIndicator,
): IndicatorRow | undefined {
  const { snapshot, structure } = standing;
  const sheet = snapshot.sheets.find(({ name }) => name === placed.sheet);
  const form = readEvaluationForm(snapshot, placed);
  const blocks = formBlocks(placed.table);
  const list = placed.blocks[blocks.indicators.index];
  if (!sheet || !form || !list) return undefined;
  const group = rowsOf(form, list, wanted);
  const [first] = group;
  if (first === undefined) return undefined;

  const at = columnsOf(list, blocks);
  const isFree = (row: number) =>
    at.typed.every((column) => isBlank(valueAt(sheet, { row, column })));
  const free = group.find(({ row }) => isFree(row));
  const row = free?.row ?? rowToInsert(group);
  const rows: InsertedRows[] = free ? [] : [{ sheet: placed.sheet, row, count: 1 }];
  const shifted = free ? sheet : { ...withRows(sheet, rows), merges: shiftedMerges(sheet, row) };
  const headings = free ? [] : headingsBeside(sheet, shifted, list, blocks, { row, group });
  const values = new Map<number, CellValue>([
    ...headings,
    [at.name, wanted.name],
    [at.target, wanted.targetValue],
    [at.weight, wanted.weight],
  ]);
  const cells = [...values].flatMap(([column, value]): FilledCell[] => {
    const cell = { sheet: placed.sheet, row, column };
    return value === null ? [] : [{ ...cell, value, expected: valueAt(shifted, cell) }];
  });
  const filled = withCells(shifted, cells);
  const sheets = snapshot.sheets.map((each) => (each === sheet ? filled : each));
  const repaired = repairPlan(template, recognise({ ...snapshot, sheets }, structure), input);
  const own = repaired.plan.sheets.filter(({ name }) => name === placed.sheet);
  return {
    rows,
    form: { ...repaired.plan, sheets: own },
    cells,
    shifted: [shifted],
    differentShape: [],
    cell: { sheet: placed.sheet, row, column: at.name },
  };
}

interface GroupRow {
  readonly row: number;
  readonly isFirstOfDimension: boolean;
}

function rowsOf(
  { indicators }: EvaluationForm,
  list: PlacedBlock,
  { dimension, category }: NewIndicator,
): GroupRow[] {
  const rowOf = new Map(list.rows.map(({ id, row }) => [id, row]));
  return indicators.flatMap((each: Indicator, index): GroupRow[] => {
    const row = rowOf.get(each.rowId);
    if (row === undefined || each.dimension !== dimension || each.category !== category) return [];
    return [{ row, isFirstOfDimension: indicators[index - 1]?.dimension !== dimension }];
  });
}

/** A row of its own has nothing above it that spans both but its 一级指标. */
function rowToInsert(group: readonly GroupRow[]): number {
  const last = group.at(-1);
  if (!last) return 0;
  return group.length > 1 || !last.isFirstOfDimension ? last.row : last.row + 1;
}

function columnsOf(list: PlacedBlock, blocks: FormBlocks) {
  const of = ({ key }: Column) => list.columns.get(key) ?? 0;
  const { name, targetValue, actualValue, weight, score, deviationReason } = blocks;
  const typed = [name, targetValue, actualValue, weight, score, deviationReason].map(of);
  return { name: of(name), target: of(targetValue), weight: of(weight), typed };
}

function isBlank(value: CellValue): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

/** What spans the row already says what it belongs to; elsewhere it is said again. */
function headingsBeside(
  sheet: SheetSnapshot,
  shifted: SheetSnapshot,
  list: PlacedBlock,
  { dimension, category }: FormBlocks,
  { row, group }: { readonly row: number; readonly group: readonly GroupRow[] },
): [number, CellValue][] {
  const isLabelled = [dimension, category].map(({ key }): [number, CellValue] => {
    const column = list.columns.get(key) ?? 0;
    const own = group.map((each) => valueAt(sheet, { row: each.row, column }));
    return [column, own.find((value) => !isBlank(value)) ?? labelAbove(sheet, group, column)];
  });
  return isLabelled.filter(([column]) => !isCovered(shifted, row, column));
}

/** 一级指标 stands above the first row of its first 二级指标. */
function labelAbove(sheet: SheetSnapshot, [first]: readonly GroupRow[], column: number): CellValue {
  for (let row = first?.row ?? 0; row > 0; row -= 1) {
    const value = valueAt(sheet, { row, column });
    if (!isBlank(value)) return value;
  }
  return null;
}

function isCovered({ merges }: SheetSnapshot, row: number, column: number): boolean {
  return merges.some(
    ({ top, bottom, left, right }) =>
      top < row && row <= bottom && left <= column && column <= right,
  );
}

/** As every host moves them: what the row comes into grows. */
function shiftedMerges({ merges }: SheetSnapshot, row: number): CellRange[] {
  return merges.map((merge) => ({
    ...merge,
    top: merge.top >= row ? merge.top + 1 : merge.top,
    bottom: merge.bottom >= row ? merge.bottom + 1 : merge.bottom,
  }));
}

function withCells(sheet: SheetSnapshot, cells: readonly FilledCell[]): SheetSnapshot {
  const values = sheet.values.map((line) => [...line]);
  for (const { row, column, value } of cells) {
    while (values.length < row) values.push([]);
    const line = values[row - 1] ?? [];
    while (line.length < column) line.push(null);
    line[column - 1] = value;
  }
  return { ...sheet, values };
}
