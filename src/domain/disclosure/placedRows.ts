import type { PlacedBlock, PlacedRow } from "./placement";

const indexes = new WeakMap<PlacedBlock, ReadonlyMap<string, readonly PlacedRow[]>>();
const NONE: readonly PlacedRow[] = [];

/** The rows of an id in the order they stand: several where a code stands in several rows. */
export function rowsWithId(block: PlacedBlock, id: string): readonly PlacedRow[] {
  let index = indexes.get(block);
  if (!index) {
    index = indexRows(block.rows);
    indexes.set(block, index);
  }
  return index.get(id) ?? NONE;
}

function indexRows(rows: readonly PlacedRow[]): ReadonlyMap<string, readonly PlacedRow[]> {
  const index = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    const known = index.get(row.id);
    if (known) known.push(row);
    else index.set(row.id, [row]);
  }
  return index;
}
