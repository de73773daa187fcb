import type { FigureAt } from "../../../src/domain/disclosure/figure";
import type { PlacedRow, PlacedTable } from "../../../src/domain/disclosure/placement";
import { readFigure } from "../../../src/domain/disclosure/readFigure";
import type { Reference } from "../../../src/domain/expression/expression";
import { parseExpression } from "../../../src/domain/expression/parse";
import type { FigureSource, Scope } from "../../../src/domain/expression/scope";
import type { Table, TemplateStructure } from "../../../src/domain/template/template";
import type { CellValue } from "../../../src/domain/workbook/workbookSnapshot";

/** What stands in a cell, as people type it; several values where a code stands in several rows. */
export type TypedCells = Readonly<Record<string, CellValue | readonly CellValue[]>>;

/**
 * Figures by reference: `表[行, 列]`. A table that no reference names is missing; printed rows that none names are
 * blank, codes that none names are not listed.
 */
export function typedFigures(structure: TemplateStructure, cells: TypedCells): FigureSource {
  const tables = new Map<string, PlacedTable>();
  const figures = new Map<string, readonly FigureAt[]>();
  for (const [text, typed] of Object.entries(cells)) {
    const reference = referenceOf(text, structure);
    const { table, block } = reference;
    const placed = tables.get(table.key) ?? emptyTable(table);
    tables.set(table.key, placed);
    const row = rowOf(placed, reference);
    const column = columnKey(reference);
    const values: readonly CellValue[] = Array.isArray(typed) ? typed : [typed as CellValue];
    figures.set(
      place(table.key, block.index, row.id, column),
      values.map((value) => ({
        figure: readFigure(value, 2),
        cell: {
          sheet: table.definition.title,
          row: row.row,
          column: placed.blocks[block.index]!.columns.get(column)!,
        },
      })),
    );
  }
  return {
    placement: { tables },
    figuresAt: (table, block, rowId, column) => {
      const placed = tables.get(table);
      if (!placed) return [{ figure: { kind: "missing", what: "table" } }];
      const known = figures.get(place(table, block, rowId, column));
      if (known) return known;
      const isPlaced = placed.blocks[block]?.rows.some(({ id }) => id === rowId);
      return [{ figure: { kind: isPlaced ? "blank" : "nothing" } }];
    },
  };
}

export function scopeOver(structure: TemplateStructure, cells: TypedCells): Scope {
  return { source: typedFigures(structure, cells), decimals: 2, percentDecimals: 1 };
}

function referenceOf(text: string, structure: TemplateStructure): Reference {
  const expression = parseExpression(text, structure);
  if (expression.kind !== "reference") throw new Error(`${text} is not one cell`);
  return expression.reference;
}

function emptyTable(table: Table): PlacedTable {
  return {
    table,
    sheet: table.definition.title,
    range: { top: 1, left: 1, bottom: 99, right: 99 },
    blocks: table.blocks.map((block) => ({
      block,
      columns: new Map(block.columns.map(({ key }, index) => [key, 10 * block.index + index + 1])),
      rows: block.rows.map(({ id, definition: { label = "", code } }, index) => ({
        id,
        row: index + 10,
        label,
        ...(code === undefined ? {} : { code }),
      })),
      headRow: 9,
      endRow: 99,
    })),
  };
}

function rowOf({ blocks }: PlacedTable, { block, row, text }: Reference): PlacedRow {
  const rows = blocks[block.index]!.rows as PlacedRow[];
  if (row.kind !== "row" && row.kind !== "code") throw new Error(`${text} is not one row`);
  const id = row.kind === "row" ? row.id : `#${row.code}`;
  const known = rows.find((each) => each.id === id);
  if (known) return known;
  const code = id.slice(1);
  const added = { id, row: rows.length + 10, label: code, code };
  rows.push(added);
  return added;
}

function columnKey({ column, text }: Reference): string {
  if (column.kind !== "column") throw new Error(`${text} is not one column`);
  return column.key;
}

function place(table: string, block: number, rowId: string, column: string): string {
  return [table, block, rowId, column].join("|");
}
