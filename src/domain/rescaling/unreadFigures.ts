import type { Disclosure } from "../disclosure/disclosure";
import type { CellAddress } from "../workbook/cellAddress";

/** A cell for a figure that holds something else, or an error. */
export interface UnreadFigure {
  readonly cell: CellAddress;
  readonly text: string;
}

/** In the published tables; they stay as they are, and nothing that needs them is balanced. */
export function unreadFigures(source: Disclosure): UnreadFigure[] {
  const found = new Map<string, UnreadFigure>();
  for (const { table, blocks } of source.placement.tables.values()) {
    if (table.definition.role !== "disclosure") continue;
    for (const { block, rows } of blocks) {
      for (const { id } of rows) {
        for (const { key } of block.figureColumns) {
          for (const { figure, cell } of source.figuresAt(table.key, block.index, id, key)) {
            const isUnread = figure.kind === "unreadable" || figure.kind === "error";
            if (!isUnread || !cell) continue;
            const text = figure.kind === "error" ? figure.error : figure.text;
            found.set(JSON.stringify(cell), { cell, text });
          }
        }
      }
    }
  }
  return [...found.values()];
}
