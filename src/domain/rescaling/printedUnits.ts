import type { MoneyUnit } from "../money/moneyUnit";
import type { Disclosure } from "../disclosure/disclosure";
import type { PlacedTable } from "../disclosure/placement";
import type { Table } from "../template/template";
import { normaliseLabel } from "../template/labels";
import { valueAt } from "../workbook/workbookSnapshot";
import { holdsMoney } from "./moneyPlaces";

/** What the tables with figures say of their unit; "" where one says nothing. */
export interface PrintedUnit {
  readonly table: Table;
  readonly unit: string;
}

/** By table, one entry for each unit that it prints. A table without amounts has none. */
export function printedUnits(source: Disclosure): PrintedUnit[] {
  return [...source.placement.tables.values()]
    .filter((placed) => moneyRows(source, placed).length > 0)
    .flatMap((placed) =>
      [...unitsIn(source, placed)].map((unit) => ({ table: placed.table, unit })),
    );
}

export function isUnit(unit: string): unit is MoneyUnit {
  return unit === "元" || unit === "万元";
}

function unitsIn(source: Disclosure, placed: PlacedTable): ReadonlySet<string> {
  const own = source.texts.get(placed.table.key)?.moneyUnit;
  if (own) return new Set([normaliseLabel(own.text)]);
  const ofRows = rowUnits(source, placed);
  return new Set(ofRows.length > 0 ? ofRows : [unitInBrackets(source, placed)]);
}

/** 补充资料 says it row by row. */
function rowUnits(source: Disclosure, placed: PlacedTable): string[] {
  return moneyRows(source, placed).flatMap(({ block, row }) => {
    const unitColumn = block.block.columns.find(({ definition }) => definition.role === "unit");
    if (!unitColumn) return [];
    const column = (row.columns ?? block.columns).get(unitColumn.key);
    const text = column === undefined ? null : textAt(source, placed.sheet, row.row, column);
    const printed = text === null ? "" : normaliseLabel(text);
    const planned = block.block.rows.find(({ id }) => id === row.id)?.definition.unit ?? "";
    return [printed === "" ? planned : printed];
  });
}

/** 自评表 says it in a heading: 资金情况（万元）. */
function unitInBrackets({ snapshot }: Disclosure, { sheet, range }: PlacedTable): string {
  const values = snapshot.sheets.find(({ name }) => name === sheet)?.values ?? [];
  for (const row of values.slice(range.top - 1, range.bottom)) {
    for (const value of row) {
      const unit = typeof value === "string" ? /[(（](万?元)[)）]/u.exec(value)?.[1] : undefined;
      if (unit !== undefined) return unit;
    }
  }
  return "";
}

function moneyRows(source: Disclosure, { table, blocks }: PlacedTable) {
  return blocks.flatMap((block) =>
    block.rows
      .filter((row) =>
        block.block.figureColumns.some(
          (column) =>
            holdsMoney(table, block.block, row, column, source.structure) &&
            source
              .figuresAt(table.key, block.block.index, row.id, column.key)
              .some(({ figure }) => figure.kind === "amount" && !figure.value.isZero()),
        ),
      )
      .map((row) => ({ block, row })),
  );
}

function textAt({ snapshot }: Disclosure, sheet: string, row: number, column: number) {
  const own = snapshot.sheets.find(({ name }) => name === sheet);
  const value = own ? valueAt(own, { row, column }) : null;
  return typeof value === "string" ? value : null;
}
