import { placeRow, type BlockReading } from "./blockReading";
import type { HeadContext } from "./headBand";
import { isBlank, textIn } from "./sheetGrid";

/** Rows that people add are numbered as they stand; the fixed last row is known by its label at the very left. */
export function readListRow(context: HeadContext, reading: BlockReading, row: number): string {
  const { grid, book, index } = context;
  const { found, labels, spans } = reading;
  const first = textIn(grid, row, found.left, spans.label.to);
  const fixed = first === "" ? undefined : labels.byLabel.get(book.spell(first).canonical)?.[0];
  if (fixed) {
    placeRow(reading, { id: fixed.id, row, label: first });
    return "";
  }
  const name = textIn(grid, row, spans.label.from, spans.label.to);
  const isRepeatedHead = name !== "" && index.labels.has(book.heading(name).canonical);
  const columns = [...found.columns.values()].filter((column) => column >= spans.label.from);
  if (isRepeatedHead || columns.every((column) => isBlank(grid.value(row, column)))) return "";
  placeRow(reading, { id: `list:${String(reading.rows.length + 1)}`, row, label: name });
  return "";
}
