import { formBlocks } from "../evaluation/formBlocks";
import type { Disclosure } from "../disclosure/disclosure";
import type { Figure } from "../disclosure/figure";
import type { PlacedRow, PlacedTable } from "../disclosure/placement";
import { isMoneyUnit } from "../money/moneyUnit";
import type { Block, Column, Table, TemplateStructure } from "../template/template";
import type { CellAddress } from "../workbook/cellAddress";

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
  if (unit !== undefined && !isMoneyUnit(unit)) return false;
  if (table.definition.role !== "evaluation") return true;
  const { funds, executionRate, executionWeight, executionScore } = formBlocks(table);
  const points = [executionRate, executionWeight, executionScore];
  return block === funds && points.every(({ key }) => key !== column.key);
}

export interface MoneyCell {
  readonly block: Block;
  readonly column: Column;
  readonly row: PlacedRow;
  /** Those of its block. */
  readonly rows: readonly PlacedRow[];
  readonly figure: Extract<Figure, { readonly kind: "amount" }>;
  readonly cell: CellAddress;
}

/** Every amount of money in a table, in form order. */
export function moneyCells(source: Disclosure, { table, blocks }: PlacedTable): MoneyCell[] {
  return blocks.flatMap(({ block, columns, rows }) =>
    rows.flatMap((row) =>
      block.figureColumns.flatMap((column): MoneyCell[] => {
        if (!(row.columns ?? columns).has(column.key)) return [];
        if (!holdsMoney(table, block, row, column, source.structure)) return [];
        return source
          .figuresAt(table.key, block.index, row.id, column.key)
          .flatMap(({ figure, cell }): MoneyCell[] =>
            figure.kind === "amount" && cell ? [{ block, column, row, rows, figure, cell }] : [],
          );
      }),
    ),
  );
}
