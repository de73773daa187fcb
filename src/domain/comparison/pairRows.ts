import type { PlacedBlock, PlacedRow } from "../disclosure/placement";
import { rowsWithId } from "../disclosure/placedRows";
import { alignTexts } from "./alignTexts";
import type { BlockVersion, RowPair } from "./figureChanges";

/** Rows by code or label, wherever they stand; rows that people add by what they say. */
export function pairRows(was: BlockVersion, is: BlockVersion): RowPair[] {
  const [before, after] = [was.block, is.block];
  if (after.block.definition.kind === "list") {
    const pairs = alignTexts(
      before.rows.map((row) => wordsOf(row, was)),
      after.rows.map((row) => wordsOf(row, is)),
    );
    return pairs.map((pair) => rowPair(at(before, pair.before), at(after, pair.after)));
  }
  const kept = before.rows.map((row) => rowPair(row, sameIn(after, before, row)));
  const added = after.rows
    .filter((row) => sameIn(before, after, row) === undefined)
    .map((row) => rowPair(undefined, row));
  return inOrderOf(after, kept, added);
}

function rowPair(before: PlacedRow | undefined, after: PlacedRow | undefined): RowPair {
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
}

function at({ rows }: PlacedBlock, index: number | undefined): PlacedRow | undefined {
  return index === undefined ? undefined : rows[index];
}

function sameIn(other: PlacedBlock, own: PlacedBlock, row: PlacedRow): PlacedRow | undefined {
  return rowsWithId(other, row.id)[rowsWithId(own, row.id).indexOf(row)];
}

/** As the new version reads; what went stands where it stood. */
function inOrderOf(
  after: PlacedBlock,
  kept: readonly RowPair[],
  added: readonly RowPair[],
): RowPair[] {
  const order = new Map(after.rows.map((row, index) => [row, index]));
  let last = -1;
  const placed = kept.map((pair): [number, RowPair] => {
    if (pair.after) last = order.get(pair.after) ?? last;
    return [last, pair];
  });
  const came = added.map((pair): [number, RowPair] => [
    pair.after ? (order.get(pair.after) ?? -1) : -1,
    pair,
  ]);
  return [...placed, ...came].sort(([a], [b]) => a - b).map(([, pair]) => pair);
}

function wordsOf(row: PlacedRow, { form }: BlockVersion): string {
  const indicator = form?.indicators.find(({ rowId }) => rowId === row.id);
  if (!indicator) return row.label;
  const { dimension, category, name } = indicator;
  return [dimension, category, name].join(" ");
}
