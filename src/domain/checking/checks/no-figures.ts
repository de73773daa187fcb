import type { Disclosure } from "../../disclosure/disclosure";
import type { PlacedTable } from "../../disclosure/placement";
import { isBlank } from "../../disclosure/sheetGrid";
import { disclosedTables, figureCellsOf } from "./figureCells";
import type { FormCheck } from "./formCheck";
import { tablesNamed } from "./formWords";

export const noFigures: FormCheck = {
  meta: {
    id: "no-figures",
    kind: "figures",
    title: "没有填数",
    why: "空白的表里没有可以核对的数，不能当作审核通过；确实没有的填 0.00",
  },
  check(disclosure) {
    const empty = disclosedTables(disclosure).filter((placed) => isUnfilled(placed, disclosure));
    if (empty.length === 0) return [];
    const names = tablesNamed(empty.map(({ table }) => table));
    return [
      {
        explanation: `${names}还没有填数。请取数或填写。`,
        cells: empty.flatMap(({ table }) => disclosure.texts.get(table.key)?.title.cell ?? []),
      },
    ];
  },
};

/** Tables that may be published without figures have a check of their own. Rows not understood may hold figures. */
function isUnfilled(placed: PlacedTable, disclosure: Disclosure): boolean {
  const { key, definition } = placed.table;
  if (!definition.required || definition.emptyNote !== undefined) return false;
  const isUnread = disclosure.problems.some(
    ({ kind, table }) => kind === "unknownRow" && table === key,
  );
  return !isUnread && figureCellsOf(disclosure, placed).every(({ value }) => isBlank(value));
}
