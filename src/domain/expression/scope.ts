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
  readonly rowId?: string;
  readonly code?: string;
  readonly columnKey?: string;
}

export interface Scope {
  readonly source: FigureSource;
  readonly previousYear?: FigureSource;
  readonly binding?: Binding;
  readonly year?: number;
  readonly percentDecimals: number;
  readonly decimals: number;
  /** 万元 where left out. */
  readonly moneyUnit?: "万元" | "元";
}

export interface FigureTerm extends FigureAt {
  readonly table: string;
  readonly rowId: string;
  readonly columnKey: string;
  /** As the sheet prints it; empty for a record. */
  readonly label: string;
}

const MISSING_TABLE: readonly FigureAt[] = [{ figure: { kind: "missing", what: "table" } }];

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
  if (!source || !block) return MISSING_TABLE;
  const { key } = reference.table;
  const { index } = reference.block;
  const ids = rowsMeant(reference, block, scope.binding);
  const [first, second] = ids;
  if (first !== undefined && second === undefined) {
    return source.figuresAt(key, index, first, column);
  }
  const figures: FigureAt[] = [];
  for (const id of ids) figures.push(...source.figuresAt(key, index, id, column));
  return figures;
}

/** The same figures with what the sheet calls them: for causes and words. */
export function termsOf(reference: Reference, scope: Scope): FigureTerm[] {
  const source = sourceOf(reference, scope);
  const columnKey = columnMeant(reference, scope.binding);
  const table = reference.table.key;
  const block = source && placedBlock(reference, source);
  if (!source || !block) {
    return MISSING_TABLE.map((at) => ({
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

function sourceOf({ year }: Reference, scope: Scope): FigureSource | undefined {
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
      return [`#${row.code}`];
    case "group":
      return row.ids;
    case "each": {
      const id = row.scope === "rows" ? binding?.rowId : codeId(binding);
      if (id === undefined) throw new Error(`${row.scope} is not bound: ${text}`);
      return [id];
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

function codeId(binding: Binding | undefined): string | undefined {
  return binding?.code === undefined ? undefined : `#${binding.code}`;
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
