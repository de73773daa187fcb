import type { Disclosure } from "../../disclosure/disclosure";
import type { PlacedTable } from "../../disclosure/placement";
import { readFigure } from "../../disclosure/readFigure";
import { disclosedTables, figureCellsOf, isTotal, type FigureCell } from "./figureCells";
import type { FormCheck, FormReport } from "./formCheck";
import { listed, titled } from "./formWords";

export const negativeFigures: FormCheck = {
  meta: {
    id: "negative-figures",
    kind: "figures",
    title: "负数",
    why: "收入、支出和财政拨款结转出现负数，多是冲减以前年度的账，公开时要说明",
  },
  check(disclosure) {
    return disclosedTables(disclosure).flatMap((placed) => checkTable(disclosure, placed));
  },
};

function checkTable(disclosure: Disclosure, placed: PlacedTable): FormReport[] {
  const { decimals } = disclosure.structure.definition;
  const negative = figureCellsOf(disclosure, placed).flatMap((each) => {
    if (typeof each.value === "number" && each.value >= 0) return [];
    const figure = readFigure(each.value, decimals);
    return figure.kind === "amount" && figure.published.isNegative() && !mayBeNegative(each, placed)
      ? [{ ...each, published: figure.published }]
      : [];
  });
  if (negative.length === 0) return [];
  // A negative item makes its totals negative too: it alone is to be explained.
  const items = negative.filter((each) => !isTotal(each));
  const shown = items.length > 0 ? items : negative;
  const words = listed(
    shown.map(({ row, column, published }) => {
      const heading = column.definition.heading.at(-1) ?? "";
      return `“${row.label.trim() || heading}”${row.label === "" ? "" : heading} ${published.toFixed(decimals)}`;
    }),
    "个数",
  );
  return [
    {
      explanation: `${titled(placed.table)}有负数：${words}。请核对；属冲减以前年度收支的，请在情况说明里写明。`,
      cells: shown.map(({ cell }) => cell),
    },
  ];
}

/** Carry-overs of other money than 财政拨款 may be in deficit, and totals with them. */
function mayBeNegative({ row }: FigureCell, { table }: PlacedTable): boolean {
  return !table.definition.title.includes("财政拨款") && /结转|结余|总计/u.test(row.label);
}
