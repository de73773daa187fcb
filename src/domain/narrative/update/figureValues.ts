import { Decimal } from "decimal.js";
import type { PreviousYearFigure, Template } from "../../checking/compileTemplate";
import { shortName } from "../../checking/placeWords";
import type { Disclosure } from "../../disclosure/disclosure";
import type { FigurePlace } from "../../disclosure/figure";
import { referencesOf, type Reference } from "../../expression/expression";
import { bareLabel } from "../../template/labels";
import type { CellAddress } from "../../workbook/cellAddress";

/** A figure by what it means, the same in every year's workbook. */
export interface FigureId extends FigurePlace {
  readonly key: string;
}

export const figureId = (place: FigurePlace): FigureId => ({
  ...place,
  key: [place.table, String(place.block), place.rowId, place.columnKey].join("|"),
});

export interface FoundValue {
  /** Money in 元, counts in pieces. */
  readonly value: Decimal;
  readonly cell?: CellAddress;
}

const IN_WAN_YUAN = 10_000;
const ZERO = new Decimal(0);

/** The published figure of a place; a blank of a form is nothing, one of 补充资料 has not been given. */
export function valueIn(disclosure: Disclosure, id: FigureId): FoundValue | undefined {
  const placed = disclosure.placement.tables.get(id.table);
  const block = placed?.blocks[id.block];
  if (!placed || !block) return undefined;
  const [found] = disclosure.figuresAt(id.table, id.block, id.rowId, id.columnKey);
  if (!found) return undefined;
  const { figure, cell } = found;
  const at = cell ? { cell } : {};
  if (figure.kind === "amount") {
    return { value: figure.published.times(scaleOf(disclosure, id)), ...at };
  }
  const isForm = placed.table.definition.role !== "supplement";
  const isNothing = figure.kind === "blank" || figure.kind === "nothing";
  const isNewCode = figure.kind === "missing" && figure.what === "row" && id.rowId.startsWith("#");
  return isForm && (isNothing || isNewCode) ? { value: ZERO, ...at } : undefined;
}

export function unitOf(disclosure: Disclosure, { table, block, rowId }: FigureId): string {
  const { definition, tables } = disclosure.structure;
  const of = tables.get(table);
  if (of?.definition.role !== "supplement") return definition.moneyUnit;
  const row = of.blocks[block]?.rows.find(({ id }) => id === rowId);
  return row?.definition.unit ?? definition.moneyUnit;
}

const scaleOf = (disclosure: Disclosure, id: FigureId): number =>
  unitOf(disclosure, id) === "万元" ? IN_WAN_YUAN : 1;

/** 公开03表“基本支出” */
export function figureWords({ structure, placement }: Disclosure, id: FigureId): string {
  const table = structure.tables.get(id.table);
  const block = table?.blocks[id.block];
  if (!table || !block) return id.key;
  const placed = placement.tables.get(id.table)?.blocks[id.block];
  const row = placed?.rows.find((each) => each.id === id.rowId);
  const column = block.columns.find(({ key }) => key === id.columnKey);
  const printed = block.rows.find((each) => each.id === id.rowId)?.path.at(-1);
  const parts = [
    bareLabel(row?.label ?? printed ?? id.rowId),
    ...(block.figureColumns.length > 1 ? (column?.path ?? []) : []),
  ];
  return `${shortName(table)}“${parts.filter((part) => part !== "").join(" ")}”`;
}

/** Where 补充资料 asks for last year's figure, and which figure of last year's set that was. */
export interface YearPair {
  readonly asked: FigureId;
  readonly current: FigureId;
}

export function yearPairs({ previousYear }: Template): readonly YearPair[] {
  return previousYear.flatMap((each): YearPair[] => {
    const [reference, another] = referencesOf(each.expression);
    const current = reference && another === undefined ? idOf(reference) : undefined;
    const asked = askedId(each);
    return current && asked ? [{ asked, current }] : [];
  });
}

function askedId({ table, block, row }: PreviousYearFigure): FigureId | undefined {
  const [column] = block.figureColumns;
  if (!column) return undefined;
  const place = { table: table.key, block: block.index, rowId: row.id, columnKey: column.key };
  return figureId(place);
}

function idOf({ table, block, row, column }: Reference): FigureId | undefined {
  const rowId = row.kind === "row" ? row.id : row.kind === "code" ? `#${row.code}` : undefined;
  if (rowId === undefined || column.kind !== "column") return undefined;
  return figureId({ table: table.key, block: block.index, rowId, columnKey: column.key });
}
