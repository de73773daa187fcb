import type { Disclosure } from "./disclosure";
import type { FigureAt } from "./figure";

export interface FigureInTable extends FigureAt {
  readonly block: number;
  readonly rowId: string;
  readonly columnKey: string;
}

/** Every figure cell of a table, as far as it was found. */
export function figuresIn(disclosure: Disclosure, table: string): FigureInTable[] {
  const placed = disclosure.placement.tables.get(table);
  return (placed?.blocks ?? []).flatMap(({ block, rows }, index) =>
    [...new Set(rows.map(({ id }) => id))].flatMap((rowId) =>
      block.figureColumns.flatMap(({ key: columnKey }) =>
        disclosure
          .figuresAt(table, index, rowId, columnKey)
          .map((at) => ({ ...at, block: index, rowId, columnKey })),
      ),
    ),
  );
}
