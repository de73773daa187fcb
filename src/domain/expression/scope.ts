import { codeTreeOf } from "../disclosure/codeTree";
import type { FigureAt } from "../disclosure/figure";
import { rowsWithId } from "../disclosure/placedRows";
import type { PlacedBlock, Placement } from "../disclosure/placement";
import type { Reference } from "./expression";

/** Where figures come from: a workbook that was understood, or one that is being laid out. */
export interface FigureSource {
  readonly placement: Placement;
  /** Never empty; several where a code stands in several rows. */
  figuresAt(table: string, block: number, rowId: string, columnKey: string): readonly FigureAt[];
}

/** What 每行, 每码 … and 每列 stand for. */
export interface Binding {
  readonly rowId?: string | undefined;
  readonly code?: string | undefined;
  readonly columnKey?: string | undefined;
  /** What 列举, or a paragraph written for each code, is about. */
  readonly item?: BoundItem | undefined;
}

export interface BoundItem {
  readonly code: string;
  /** From 1. */
  readonly ordinal: number;
  /** What the table calls a code; nothing where it has no name there. */
  nameOf(code: string): string | undefined;
  /** Whose tables name the codes. */
  readonly nameTables?: readonly Reference[];
  /** 数 of an item of 列举. */
  readonly figure?: FigureAt;
}

export interface Scope {
  readonly source: FigureSource;
  readonly previousYear?: FigureSource | undefined;
  readonly binding?: Binding | undefined;
  readonly year?: number | undefined;
  readonly percentDecimals: number;
  readonly decimals: number;
  /** 万元 where left out. */
  readonly moneyUnit?: "万元" | "元" | undefined;
}

/** Written out, since every instance of every relation is bound: spreading an object takes a hundred times as long. */
export function bind(scope: Scope, binding: Binding): Scope {
  return {
    source: scope.source,
    previousYear: scope.previousYear,
    binding,
    year: scope.year,
    percentDecimals: scope.percentDecimals,
    decimals: scope.decimals,
    moneyUnit: scope.moneyUnit,
  };
}

export interface FigureTerm extends FigureAt {
  readonly table: string;
  readonly rowId: string;
  readonly columnKey: string;
  /** As the sheet prints it; empty for a record. */
  readonly label: string;
}

const MISSING_TABLE: readonly FigureAt[] = [{ figure: { kind: "missing", what: "table" } }];
const NOT_ASKED: readonly FigureAt[] = [{ figure: { kind: "blank" } }];

/** A set is complete without 补充资料 and 自评表: nobody filled them in. */
function absentTable({ table: { definition } }: Reference): readonly FigureAt[] {
  return definition.role === "disclosure" ? MISSING_TABLE : NOT_ASKED;
}

export function placedBlock(
  reference: Reference,
  source: Pick<FigureSource, "placement">,
): PlacedBlock | undefined {
  return source.placement.tables.get(reference.table.key)?.blocks[reference.block.index];
}

/** The figures that a reference means, in the order they stand. */
export function figuresOf(reference: Reference, scope: Scope): readonly FigureAt[] {
  const source = sourceOf(reference, scope);
  const column = columnMeant(reference, scope.binding);
  const block = source && placedBlock(reference, source);
  if (!source || !block) return absentTable(reference);
  const { key } = reference.table;
  const { index } = reference.block;
  const ids = rowsMeant(reference, block, scope.binding);
  const first = ids[0];
  if (first !== undefined && ids.length === 1) return source.figuresAt(key, index, first, column);
  const figures: FigureAt[] = [];
  for (const id of ids) {
    for (const figure of source.figuresAt(key, index, id, column)) figures.push(figure);
  }
  return figures;
}

/** The same figures with what the sheet calls them: for causes and words. */
export function termsOf(reference: Reference, scope: Scope): FigureTerm[] {
  const source = sourceOf(reference, scope);
  const columnKey = columnMeant(reference, scope.binding);
  const table = reference.table.key;
  const block = source && placedBlock(reference, source);
  if (!source || !block) {
    return absentTable(reference).map((at) => ({
      ...at,
      table,
      rowId: "",
      columnKey,
      label: reference.text,
    }));
  }
  return rowsMeant(reference, block, scope.binding).flatMap((rowId) => {
    const label = labelOf(rowId, block, reference.block.rows);
    return source
      .figuresAt(table, reference.block.index, rowId, columnKey)
      .map((at) => ({ ...at, table, rowId, columnKey, label }));
  });
}

export function sourceOf({ year }: Reference, scope: Scope): FigureSource | undefined {
  return year === "previous" ? scope.previousYear : scope.source;
}

export function columnMeant({ column, text }: Reference, binding: Binding | undefined): string {
  const key = column.kind === "column" ? column.key : binding?.columnKey;
  if (key === undefined) throw new Error(`每列 is not bound: ${text}`);
  return key;
}

/** Ids of rows; a code that stands in two rows is named once, as the source answers with both figures. */
export function rowsMeant(
  { row, text }: Reference,
  placed: PlacedBlock,
  binding: Binding | undefined,
): readonly string[] {
  switch (row.kind) {
    case "row":
      return [row.id];
    case "code":
      return codeTreeOf(placed).idsOf(row.code);
    case "group":
      return row.ids;
    case "each": {
      if (row.scope === "rows" && binding?.rowId !== undefined) return [binding.rowId];
      if (row.scope !== "rows" && binding?.code !== undefined) {
        return codeTreeOf(placed).idsOf(binding.code);
      }
      throw new Error(`${row.scope} is not bound: ${text}`);
    }
    case "children": {
      const code = row.code ?? binding?.code;
      if (code === undefined) throw new Error(`下级 is not bound: ${text}`);
      return codeTreeOf(placed).childIdsOf(code);
    }
    case "roots":
      return codeTreeOf(placed).rootIds;
    case "listed":
      return placed.rows.map(({ id }) => id).filter((id) => id.startsWith("list:"));
  }
}

function labelOf(
  id: string,
  placed: PlacedBlock,
  rows: readonly { readonly id: string; readonly definition: { readonly label?: string } }[],
): string {
  return (
    rowsWithId(placed, id)[0]?.label ?? rows.find((row) => row.id === id)?.definition.label ?? id
  );
}
