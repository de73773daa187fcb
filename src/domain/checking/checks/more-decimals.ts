import { readFigure } from "../../disclosure/readFigure";
import { formatPosition } from "../../workbook/cellAddress";
import { disclosedTables, figureCellsOf } from "./figureCells";
import type { FormCheck, FormReport } from "./formCheck";
import { titled } from "./formWords";

const DIGITS = ["个位", "一位", "两位", "三位", "四位", "五位", "六位"];

const EXACT_UP_TO = 1e12;

export const moreDecimals: FormCheck = {
  meta: {
    id: "more-decimals",
    kind: "figures",
    title: "小数位数",
    why: "格里的数比公开的位数多，印出来的各项之和可能与合计差一分",
  },
  check(disclosure) {
    const { decimals } = disclosure.structure.definition;
    return disclosedTables(disclosure).flatMap((placed): FormReport[] => {
      const longer = figureCellsOf(disclosure, placed).flatMap(({ cell, column, value }) => {
        const printed = column.definition.decimals ?? decimals;
        if (typeof value === "number" && isPrintedWhole(value, printed)) return [];
        const figure = readFigure(value, printed);
        return figure.kind === "amount" && !figure.value.equals(figure.published)
          ? [{ cell, figure }]
          : [];
      });
      const [first] = longer;
      if (!first) return [];
      const { value, published } = first.figure;
      const count = longer.length > 1 ? ` 等 ${String(longer.length)} 个数` : "";
      return [
        {
          explanation: `${titled(placed.table)}的 ${formatPosition(first.cell)} 是 ${value.toFixed()}${count}，小数比公开的多，按 ${published.toFixed(decimals)} 核对。请按${DIGITS[decimals] ?? "规定位数"}取整。`,
          cells: longer.map(({ cell }) => cell),
        },
      ];
    });
  },
};

/** Nearly all figures: told without reading them as decimals. */
function isPrintedWhole(value: number, decimals: number): boolean {
  const scale = 10 ** decimals;
  return Math.abs(value) < EXACT_UP_TO && Math.round(value * scale) / scale === value;
}
