import { placeRow, type BlockReading } from "./blockReading";
import type { HeadContext } from "./headBand";
import { isBlank, textIn } from "./sheetGrid";

const WAITING = "list:waiting:";

/** Rows that people add are numbered as they stand; the fixed last row is known by its label at the very left. */
export function readListRow(context: HeadContext, reading: BlockReading, row: number): string {
  const { grid, book, index } = context;
  const { found, labels, spans } = reading;
  const first = textIn(grid, row, found.left, spans.label.to);
  const fixed = first === "" ? undefined : labels.byLabel.get(book.spell(first).canonical)?.[0];
  if (fixed) {
    placeWaiting(reading);
    placeRow(reading, { id: fixed.id, row, label: first });
    return "";
  }
  const name = textIn(grid, row, spans.label.from, spans.label.to);
  const isRepeatedHead = name !== "" && index.labels.has(book.heading(name).canonical);
  const columns = [...found.columns.values()].filter((column) => column >= spans.label.from);
  if (isRepeatedHead) return "";
  if (columns.every((column) => isBlank(grid.value(row, column)))) {
    reading.waiting.push(row);
    return "";
  }
  placeWaiting(reading);
  const filled = reading.rows.filter(({ id }) => !isWaiting(id)).length;
  placeRow(reading, { id: `list:${String(filled + 1)}`, row, label: name });
  return "";
}

function isWaiting(id: string): boolean {
  return id.startsWith(WAITING);
}

/** Numbered apart: a row that comes in does not change what the others are called. */
function placeWaiting(reading: BlockReading): void {
  for (const row of reading.waiting) {
    const before = reading.rows.filter(({ id }) => isWaiting(id)).length;
    placeRow(reading, { id: `${WAITING}${String(before + 1)}`, row, label: "" });
  }
  reading.waiting.length = 0;
}
