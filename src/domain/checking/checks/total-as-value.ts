import type { Disclosure } from "../../disclosure/disclosure";
import type { PlacedTable } from "../../disclosure/placement";
import { isOwnSet } from "../../expression/print/ownFormulas";
import { formatPosition } from "../../workbook/cellAddress";
import { disclosedTables, figureCellsOf, isTotal, sheetOf } from "./figureCells";
import type { FormCheck, FormReport } from "./formCheck";
import { listed, titled } from "./formWords";

export const totalAsValue: FormCheck = {
  meta: {
    id: "total-as-value",
    kind: "figures",
    title: "合计被数值覆盖",
    why: "合计格里的公式被数值替换后，明细改了合计不会跟着变",
  },
  check(disclosure) {
    return disclosedTables(disclosure).flatMap((placed) => checkTotals(disclosure, placed));
  },
};

/** Only where formulas are the rule, as in every set of ours: many workbooks hold nothing but values. */
function checkTotals(disclosure: Disclosure, placed: PlacedTable): FormReport[] {
  const formulas = sheetOf(disclosure, placed)?.formulas;
  const isOwn = isOwnSet(disclosure.snapshot);
  if (!formulas || (formulas.size === 0 && !isOwn)) return [];
  const totals = figureCellsOf(disclosure, placed).filter(isTotal);
  const values = totals.filter(
    ({ cell, value }) => typeof value === "number" && !formulas.has(formatPosition(cell)),
  );
  const computed = totals.filter(({ cell }) => formulas.has(formatPosition(cell))).length;
  if (values.length === 0 || (values.length >= computed && !isOwn)) return [];
  const words = listed(
    values.map(({ row, cell }) => {
      const label = row.label.trim();
      return label === "" ? formatPosition(cell) : `“${label}”（${formatPosition(cell)}）`;
    }),
    "格",
  );
  return [
    {
      explanation: `${titled(placed.table)}的合计${words}是数值，${computed > 0 ? "别的合计" : "样表的合计"}是公式；明细改了它不会变。如非有意，请恢复公式。`,
      cells: values.map(({ cell }) => cell),
    },
  ];
}
