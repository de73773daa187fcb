import type { Disclosure } from "./disclosure";
import type { FigureAt } from "./figure";

export interface FigureInTable extends FigureAt {
  readonly block: number;
  readonly rowId: string;
  readonly columnKey: string;
}

/** Every figure cell of a table, as far as it was found. */
export function figuresIn(disclosure: Disclosure, table: string): FigureInTable[] {
  return [...walkFigures(disclosure, table)];
}

/** The same one by one, for who stops at the first that will do. */
export function* walkFigures(disclosure: Disclosure, table: string): Generator<FigureInTable> {
  const placed = disclosure.placement.tables.get(table);
  for (const [index, { block, rows }] of (placed?.blocks ?? []).entries()) {
    for (const rowId of new Set(rows.map(({ id }) => id))) {
      for (const { key: columnKey } of block.figureColumns) {
        for (const at of disclosure.figuresAt(table, index, rowId, columnKey)) {
          yield { ...at, block: index, rowId, columnKey };
        }
      }
    }
  }
}
