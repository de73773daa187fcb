import type { PlacedBlock, PlacedRow } from "./placement";

/** The rows of one id. */
export interface SameRows {
  readonly rows: readonly PlacedRow[];
  /** Counts the ids of the block, in the order they first stand. */
  readonly place: number;
}

const indexes = new WeakMap<PlacedBlock, ReadonlyMap<string, SameRows>>();
const NONE: readonly PlacedRow[] = [];

/** The rows of an id in the order they stand: several where a code stands in several rows. */
export function rowsWithId(block: PlacedBlock, id: string): readonly PlacedRow[] {
  return rowIndexOf(block).get(id)?.rows ?? NONE;
}

export function rowIndexOf(block: PlacedBlock): ReadonlyMap<string, SameRows> {
  const known = indexes.get(block);
  if (known) return known;
  const index = indexRows(block.rows);
  indexes.set(block, index);
  return index;
}

function indexRows(rows: readonly PlacedRow[]): ReadonlyMap<string, SameRows> {
  const index = new Map<string, { readonly rows: PlacedRow[]; readonly place: number }>();
  for (const row of rows) {
    const known = index.get(row.id);
    if (known) known.rows.push(row);
    else index.set(row.id, { rows: [row], place: index.size });
  }
  return index;
}
