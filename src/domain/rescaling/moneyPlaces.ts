import { formBlocks } from "../evaluation/formBlocks";
import type { PlacedRow } from "../disclosure/placement";
import type { Block, Column, Table, TemplateStructure } from "../template/template";

const MONEY_UNITS: ReadonlySet<string> = new Set(["元", "万元"]);

/** Whether a row and column hold money: not counts, rates or points. */
export function holdsMoney(
  table: Table,
  block: Block,
  row: PlacedRow,
  column: Column,
  { definition }: TemplateStructure,
): boolean {
  const { decimals = definition.decimals } = column.definition;
  if (column.definition.role !== "figure" || decimals !== definition.decimals) return false;
  const unit = block.rows.find(({ id }) => id === row.id)?.definition.unit;
  if (unit !== undefined && !MONEY_UNITS.has(unit)) return false;
  if (table.definition.role !== "evaluation") return true;
  const { funds, executionRate, executionWeight, executionScore } = formBlocks(table);
  const points = [executionRate, executionWeight, executionScore];
  return block === funds && points.every(({ key }) => key !== column.key);
}
