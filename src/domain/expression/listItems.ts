import type { Decimal } from "decimal.js";
import type { FigureAt } from "../disclosure/figure";
import { rowsWithId } from "../disclosure/placedRows";
import type { PlacedBlock, PlacedRow } from "../disclosure/placement";
import { withoutBlanks } from "./cellWords";
import type { Reference } from "./expression";
import { placedBlock, rowsMeant, sourceOf, type BoundItem, type Scope } from "./scope";

interface ListRow {
  /** Rows of one block stand together, by the first reference to it. */
  readonly block: PlacedBlock;
  readonly row: PlacedRow;
  readonly at: FigureAt;
}

/** What 列举 lists: not zero, largest first, as printed where equal. Undefined where a figure cannot be read. */
export function listItems(references: readonly Reference[], scope: Scope): BoundItem[] | undefined {
  const listed: { readonly row: ListRow; readonly amount: Decimal }[] = [];
  for (const reference of references) {
    const rows = listRows(reference, scope);
    if (!rows) return undefined;
    for (const row of rows) {
      const { figure } = row.at;
      if (UNREAD.includes(figure.kind)) return undefined;
      if (figure.kind === "amount" && !figure.published.isZero()) {
        listed.push({ row, amount: figure.published });
      }
    }
  }
  const blocks = [...new Set(listed.map(({ row }) => row.block))];
  const place = ({ row }: (typeof listed)[number]) => blocks.indexOf(row.block);
  return listed
    .sort(
      (a, b) =>
        b.amount.comparedTo(a.amount) || place(a) - place(b) || a.row.row.row - b.row.row.row,
    )
    .map(({ row: { row, at } }, index) => ({
      code: row.code ?? "",
      ordinal: index + 1,
      nameOf: (code) => (code === row.code ? rowName(row) : undefined),
      figure: at,
    }));
}

const UNREAD: readonly FigureAt["figure"]["kind"][] = ["unreadable", "error", "missing"];

function listRows(reference: Reference, scope: Scope): ListRow[] | undefined {
  const source = sourceOf(reference, scope);
  const block = source && placedBlock(reference, source);
  const { column } = reference;
  if (!source || !block || column.kind !== "column") return undefined;
  const { table, block: own } = reference;
  return rowsMeant(reference, block, scope.binding).flatMap((id): ListRow[] => {
    const rows = rowsWithId(block, id);
    const figures = source.figuresAt(table.key, own.index, id, column.key);
    return rows.flatMap((row, index) => {
      const at = figures[index] ?? figures[0];
      return at ? [{ block, row, at }] : [];
    });
  });
}

/** As the sheet has it; nothing where its name was left out, or cut off at the column's edge. */
export function rowName({ label, isCut }: PlacedRow): string | undefined {
  const name = withoutBlanks(label);
  return name === "" || isCut ? undefined : name;
}
