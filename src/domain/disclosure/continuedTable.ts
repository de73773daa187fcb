import type { TableTexts } from "./disclosure";
import type { PlacedBlock, PlacedRow } from "./placement";
import type { FoundTable } from "./recogniseTable";

/**
 * Whether a table with the title of an earlier one is its next page: other rows, none of them again. A second copy has
 * at least the same 合计.
 */
export function continues(first: FoundTable, next: FoundTable): boolean {
  const known = new Set(first.placed.blocks.flatMap(placesIn));
  const added = next.placed.blocks.flatMap(placesIn);
  return added.length > 0 && !added.some((place) => known.has(place));
}

function placesIn({ block, rows }: PlacedBlock): string[] {
  return rows.map(({ id }) => `${String(block.index)}/${id}`);
}

/** Two pages of one table in one sheet, as one table. */
export function joinPages(first: FoundTable, next: FoundTable): FoundTable {
  const { range } = first.placed;
  const below = next.placed.range;
  return {
    ...first,
    placed: {
      ...first.placed,
      range: {
        top: range.top,
        left: Math.min(range.left, below.left),
        bottom: Math.max(range.bottom, below.bottom),
        right: Math.max(range.right, below.right),
      },
      blocks: first.placed.blocks.map((block, index) =>
        joinBlocks(block, next.placed.blocks[index]),
      ),
    },
    readings: [...first.readings, ...next.readings],
    end: next.end,
  };
}

function joinBlocks(first: PlacedBlock, next: PlacedBlock | undefined): PlacedBlock {
  if (!next || next.rows.length === 0) return first;
  if (first.rows.length === 0) return next;
  const isMoved = [...next.columns].some(([key, column]) => first.columns.get(key) !== column);
  const asPlaced = (row: PlacedRow): PlacedRow =>
    isMoved ? { columns: next.columns, ...row } : row;
  return { ...first, rows: [...first.rows, ...next.rows.map(asPlaced)], endRow: next.endRow };
}

/** The first page says what the table is; notes may stand below each. */
export function joinTexts(first: TableTexts, next: TableTexts): TableTexts {
  return { ...first, notes: [...first.notes, ...next.notes] };
}
