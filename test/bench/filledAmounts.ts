import type { Decimal } from "decimal.js";
import type { Disclosure } from "../../src/domain/disclosure/disclosure";
import type { PlacedBlock, PlacedRow } from "../../src/domain/disclosure/placement";
import { readFigure } from "../../src/domain/disclosure/readFigure";
import {
  type CellAddress,
  formatAddress,
  formatPosition,
} from "../../src/domain/workbook/cellAddress";
import { type SheetSnapshot, valueAt } from "../../src/domain/workbook/workbookSnapshot";

/** null is a blank cell. */
export interface AmountCell {
  readonly cell: CellAddress;
  readonly amount: Decimal | null;
}

/** A typed amount of a published table that is not zero, and its neighbours within its block, blank ones among them. */
export interface FilledAmount {
  readonly cell: CellAddress;
  readonly amount: Decimal;
  readonly decimals: number;
  /** The rows above and below, same column. */
  readonly rows: readonly AmountCell[];
  /** The columns before and after, same row. */
  readonly columns: readonly AmountCell[];
}

export function filledAmounts({ placement, snapshot, structure }: Disclosure): FilledAmount[] {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  // Blocks may share cells.
  const filled = new Map<string, FilledAmount>();
  for (const { table, sheet: name, blocks } of placement.tables.values()) {
    const sheet = sheets.get(name);
    if (!sheet || table.definition.role !== "disclosure") continue;
    for (const block of blocks) {
      const grid = gridOf(block, sheet, structure.definition.decimals);
      for (const each of grid.values()) {
        const { row, column } = each.cell;
        const at = (rowsOff: number, columnsOff: number) => {
          const position = { row: row + rowsOff, column: column + columnsOff };
          return grid.get(formatPosition(position)) ?? [];
        };
        if (!isFilled(each)) continue;
        filled.set(formatAddress(each.cell), {
          ...each,
          decimals: structure.definition.decimals,
          rows: [at(-1, 0), at(1, 0)].flat(),
          columns: [at(0, -1), at(0, 1)].flat(),
        });
      }
    }
  }
  return [...filled.values()];
}

export function isFilled<T extends AmountCell>(each: T): each is T & { readonly amount: Decimal } {
  return each.amount !== null && !each.amount.isZero();
}

/** Amounts and blanks by their place; formulas, texts and the rows that the form leaves blank are not typed into. */
function gridOf(
  { block, columns, rows }: PlacedBlock,
  sheet: SheetSnapshot,
  decimals: number,
): ReadonlyMap<string, AmountCell> {
  const named = rows.filter(({ id }) => !id.startsWith("blank:"));
  const amountColumns = block.figureColumns.filter(
    ({ definition }) => (definition.decimals ?? decimals) === decimals,
  );
  const cells = named.flatMap((row: PlacedRow) =>
    amountColumns.flatMap(({ key }) => {
      const column = (row.columns ?? columns).get(key);
      return column === undefined ? [] : [{ row: row.row, column }];
    }),
  );
  return new Map(
    cells.flatMap((position): [string, AmountCell][] => {
      const key = formatPosition(position);
      const value = valueAt(sheet, position);
      const cell = { sheet: sheet.name, ...position };
      if (sheet.formulas.has(key)) return [];
      if (value === null) return [[key, { cell, amount: null }]];
      const figure = readFigure(value, decimals);
      const isTyped = typeof value === "number" && figure.kind === "amount";
      return isTyped ? [[key, { cell, amount: figure.published }]] : [];
    }),
  );
}
