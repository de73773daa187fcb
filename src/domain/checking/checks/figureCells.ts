import { codeTreeOf } from "../../disclosure/codeTree";
import type { Disclosure } from "../../disclosure/disclosure";
import type { PlacedBlock, PlacedRow, PlacedTable } from "../../disclosure/placement";
import type { Column } from "../../template/template";
import { valueAt, type CellValue, type SheetSnapshot } from "../../workbook/workbookSnapshot";
import type { CellAddress } from "../../workbook/cellAddress";

/** A cell for a figure, as it stands in the workbook. */
export interface FigureCell {
  readonly block: PlacedBlock;
  readonly row: PlacedRow;
  readonly column: Column;
  readonly cell: CellAddress;
  readonly value: CellValue;
}

export function sheetOf(
  { snapshot }: Disclosure,
  { sheet }: PlacedTable,
): SheetSnapshot | undefined {
  return snapshot.sheets.find(({ name }) => name === sheet);
}

const remembered = new WeakMap<Disclosure, Map<PlacedTable, readonly FigureCell[]>>();

/** Several checks ask for them. */
export function figureCellsOf(disclosure: Disclosure, table: PlacedTable): readonly FigureCell[] {
  let tables = remembered.get(disclosure);
  if (!tables) {
    tables = new Map();
    remembered.set(disclosure, tables);
  }
  let cells = tables.get(table);
  if (!cells) {
    cells = readFigureCells(disclosure, table);
    tables.set(table, cells);
  }
  return cells;
}

function readFigureCells(disclosure: Disclosure, table: PlacedTable): readonly FigureCell[] {
  const sheet = sheetOf(disclosure, table);
  if (!sheet) return [];
  const cells: FigureCell[] = [];
  for (const block of table.blocks) {
    for (const row of block.rows) {
      for (const column of block.block.figureColumns) {
        const at = (row.columns ?? block.columns).get(column.key);
        if (at === undefined) continue;
        const cell = { sheet: table.sheet, row: row.row, column: at };
        cells.push({ block, row, column, cell, value: valueAt(sheet, cell) });
      }
    }
  }
  return cells;
}

/** The tables that are published, as far as they were found. */
export function disclosedTables({ placement }: Disclosure): PlacedTable[] {
  return [...placement.tables.values()].filter(
    ({ table }) => table.definition.role === "disclosure",
  );
}

/** What others add up to: by its row, by its column, or as the parent of listed codes. */
export function isTotal({ row, column, block: placed }: FigureCell): boolean {
  if (column.definition.sum) return true;
  const printed = placed.block.rows.find(({ id }) => id === row.id)?.definition;
  if (printed?.sum || printed?.childSum) return true;
  if (placed.block.definition.kind !== "tree") return false;
  return row.code === undefined || codeTreeOf(placed).childrenOf(row.code).length > 0;
}
