import { codeTreeOf } from "../disclosure/codeTree";
import type { FigureAt } from "../disclosure/figure";
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

const MISSING_TABLE: FigureAt = { figure: { kind: "missing", what: "table" } };

export function placedBlock(reference: Reference, source: FigureSource): PlacedBlock | undefined {
  return source.placement.tables.get(reference.table.key)?.blocks[reference.block.index];
}

/** The figures that a reference means, in the order they stand. */
export function termsOf(reference: Reference, scope: Scope): FigureTerm[] {
  const source = reference.year === "previous" ? scope.previousYear : scope.source;
  const column =
    reference.column.kind === "column" ? reference.column.key : scope.binding?.columnKey;
  if (column === undefined) throw new Error(`每列 is not bound: ${reference.text}`);
  const { key } = reference.table;
  const { index } = reference.block;
  const block = source && placedBlock(reference, source);
  if (!source || !block) {
    return [{ ...MISSING_TABLE, table: key, rowId: "", columnKey: column, label: reference.text }];
  }
  return rowsMeant(reference, block, scope.binding).flatMap((row) =>
    source
      .figuresAt(key, index, row.id, column)
      .map((at) => ({ ...at, table: key, rowId: row.id, columnKey: column, label: row.label })),
  );
}

function rowsMeant(
  { row, block, text }: Reference,
  placed: PlacedBlock,
  binding: Binding | undefined,
): readonly { readonly id: string; readonly label: string }[] {
  switch (row.kind) {
    case "row":
      return [{ id: row.id, label: labelOf(row.id, placed, block.rows) }];
    case "code":
      return [{ id: `#${row.code}`, label: labelOf(`#${row.code}`, placed, block.rows) }];
    case "group":
      return row.ids.map((id) => ({ id, label: labelOf(id, placed, block.rows) }));
    case "each": {
      const id = row.scope === "rows" ? binding?.rowId : codeId(binding);
      if (id === undefined) throw new Error(`${row.scope} is not bound: ${text}`);
      return [{ id, label: labelOf(id, placed, block.rows) }];
    }
    case "children": {
      const code = row.code ?? binding?.code;
      if (code === undefined) throw new Error(`下级 is not bound: ${text}`);
      return unique(codeTreeOf(placed).childrenOf(code));
    }
    case "roots":
      return unique(codeTreeOf(placed).roots);
    case "listed":
      return placed.rows.filter(({ id }) => id.startsWith("list:"));
  }
}

/** A code that stands in two rows is asked for once: the source answers with both figures. */
function unique(rows: readonly { readonly id: string; readonly label: string }[]) {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
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
    placed.rows.find((row) => row.id === id)?.label ??
    rows.find((row) => row.id === id)?.definition.label ??
    id
  );
}
