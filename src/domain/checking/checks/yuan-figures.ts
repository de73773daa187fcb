import { Decimal } from "decimal.js";
import type { Disclosure } from "../../disclosure/disclosure";
import type { PlacedTable } from "../../disclosure/placement";
import { readFigure } from "../../disclosure/readFigure";
import { roundHalfUp } from "../../money/amount";
import { formatAddress, formatPosition, formatRange } from "../../workbook/cellAddress";
import type { CellChange } from "../finding";
import { partsInYuan } from "../partsInYuan";
import { sharedFigures, stepsOfWan, WAN } from "../sharedFigures";
import { largestIn, wholeOfSet } from "../wholeOfSet";
import { disclosedTables, figureCellsOf, isTotal, sheetOf, type FigureCell } from "./figureCells";
import type { FormCheck, FormReport } from "./formCheck";
import { titled } from "./formWords";

interface YuanFigure extends FigureCell {
  readonly amount: Decimal;
}

export const yuanFigures: FormCheck = {
  meta: {
    id: "yuan-figures",
    kind: "figures",
    title: "元当成万元",
    why: "同一个数在别的表里小一万倍，或比合计、比整套表大成千上万倍，多半是把元的数贴进了万元的表",
  },
  check(disclosure, { relations }) {
    if (disclosure.structure.definition.moneyUnit !== "万元") return [];
    const shared = sharedFigures(disclosure, relations);
    const tooLarge = tablesTooLarge(shared);
    const others = largestElsewhere(shared, tooLarge);
    const whole = wholeOfSet(shared, disclosure);
    let parts: ReadonlySet<string> | undefined;
    return disclosedTables(disclosure).flatMap((placed) => {
      const { key } = placed.table;
      const isLarge = !whole || largestIn(disclosure, key).greaterThan(whole.times(WITH_CARRYOVER));
      if (!tooLarge.has(key) && !isLarge) return [];
      const typed = typedFigures(disclosure, placed);
      const block = tooLarge.has(key) && others ? pastedBlock(typed, others) : [];
      if (block.length > 0) return report(disclosure, placed, block, "同一个数在别的表里小一万倍");
      parts ??= partsInYuan(disclosure, relations);
      const isBeyond = whole !== undefined && isFarLarger(typed, whole);
      const beyond = new Set(isBeyond ? pastedBlock(typed, whole) : []);
      const sums = new Set(typed.filter(({ cell }) => parts?.has(formatAddress(cell))));
      const pasted = typed.filter((each) => beyond.has(each) || sums.has(each));
      if (pasted.length === 0) return [];
      const why =
        sums.size > 0
          ? "明细与合计相差一万倍"
          : `整套表里一致的数最大只有 ${whole?.toFixed(2) ?? ""}`;
      return report(disclosure, placed, pasted, why);
    });
  },
};

type Shared = ReturnType<typeof sharedFigures>;

/** Tables with a figure that another one has 10,000 times smaller. */
function tablesTooLarge(shared: Shared): ReadonlySet<string> {
  return new Set(
    shared.flatMap(([a, b]) => {
      const step = stepsOfWan(a.value, b.value);
      return step === 1 ? [a.table] : step === -1 ? [b.table] : [];
    }),
  );
}

/** The largest figure that tables beside those share: no part of theirs is larger. */
function largestElsewhere(shared: Shared, tooLarge: ReadonlySet<string>): Decimal | undefined {
  if (tooLarge.size === 0) return undefined;
  const values = shared
    .flat()
    .filter(({ table }) => !tooLarge.has(table))
    .map(({ value }) => value.abs());
  return values.length === 0 ? undefined : Decimal.max(...values);
}

/** What the year began with makes the totals larger than what the year had; this is worth a closer look. */
const WITH_CARRYOVER = 3;

/** By how much a figure in 元 is larger than the set in 万元, where a slip of the hand is not. */
const ONE_FIGURE = 100;
const SEVERAL_FIGURES = 20;

/** Far more than two digits slipped: no other mistake does that. */
function isFarLarger(typed: readonly YuanFigure[], whole: Decimal): boolean {
  const over = (times: number) =>
    typed.filter(({ amount }) => amount.abs().greaterThan(whole.times(times))).length;
  return over(ONE_FIGURE) > 0 || over(SEVERAL_FIGURES) > 1;
}

function report(
  disclosure: Disclosure,
  placed: PlacedTable,
  block: readonly YuanFigure[],
  why: string,
): FormReport[] {
  const { decimals } = disclosure.structure.definition;
  const changes = block.map(({ cell, value, amount }): CellChange => {
    const after = roundHalfUp(amount.div(WAN), decimals).toNumber();
    return { cell, before: value, after };
  });
  const rows = block.map(({ cell }) => cell.row);
  const columns = block.map(({ cell }) => cell.column);
  const area = formatRange({
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  });
  return [
    {
      explanation: `${titled(placed.table)}的 ${area} 有 ${String(block.length)} 个数像是元：${why}。请换算成万元。`,
      cells: block.map(({ cell }) => cell),
      remedy: { press: "换算成万元", changes },
    },
  ];
}

/** What a person entered: neither formulas nor blanks. */
function typedFigures(disclosure: Disclosure, placed: PlacedTable): YuanFigure[] {
  const formulas = sheetOf(disclosure, placed)?.formulas;
  const { decimals } = disclosure.structure.definition;
  return figureCellsOf(disclosure, placed).flatMap((each): YuanFigure[] => {
    const { cell, column, value } = each;
    if (column.definition.decimals !== undefined) return [];
    if (formulas?.has(formatPosition(cell)) === true) return [];
    const figure = readFigure(value, decimals);
    return figure.kind === "amount" && !figure.value.isZero()
      ? [{ ...each, amount: figure.value }]
      : [];
  });
}

/**
 * A part cannot be larger than the whole: such figures are in 元, and with them what stands between them in their
 * columns. Where only totals are too large, the table says nothing about its parts.
 */
function pastedBlock(typed: readonly YuanFigure[], whole: Decimal): YuanFigure[] {
  const most = whole.times(WITH_CARRYOVER);
  const sure = typed.filter(({ amount }) => amount.abs().greaterThan(most));
  if (sure.every(isTotal)) return sure;
  const columns = new Map<number, { first: number; last: number }>();
  for (const { cell } of sure) {
    const known = columns.get(cell.column);
    columns.set(cell.column, {
      first: Math.min(known?.first ?? cell.row, cell.row),
      last: Math.max(known?.last ?? cell.row, cell.row),
    });
  }
  const between = typed.filter(({ cell }) => {
    const column = columns.get(cell.column);
    return column !== undefined && column.first <= cell.row && cell.row <= column.last;
  });
  // Figures that slipped one by one leave most others as they are.
  return sure.length * 2 >= between.length ? between : sure;
}
