import type { Decimal } from "decimal.js";
import { type BaseItem, FUNDS, sumOf, total, type Unit, ZERO } from "./unit";

type Figures = readonly Decimal[];

/** One row of a tree: 合计, 类, 款 or 项. */
export interface TreeRow {
  /** Empty for 合计. */
  readonly code: string;
  readonly figures: Figures;
}

interface FundFigures {
  readonly opening: Decimal;
  readonly revenue: Decimal;
  readonly basic: Decimal;
  readonly project: Decimal;
  readonly spent: Decimal;
  readonly closing: Decimal;
}

export function fundFigures(items: readonly BaseItem[], fund: number): FundFigures {
  const opening = sumOf(items, "opening")[fund] ?? ZERO;
  const revenue = sumOf(items, "fiscalRevenue")[fund] ?? ZERO;
  const spending = sumOf(items, "fiscalSpending");
  const basic = spending[2 * fund] ?? ZERO;
  const project = spending[2 * fund + 1] ?? ZERO;
  const spent = basic.plus(project);
  return { opening, revenue, basic, project, spent, closing: opening.plus(revenue).minus(spent) };
}

/** The seven columns of 收入决算表. */
function revenueFigures(items: readonly BaseItem[]): Figures {
  const parts = [total(sumOf(items, "fiscalRevenue")), ...sumOf(items, "otherRevenue")];
  return [total(parts), ...parts];
}

/** The six columns of 支出决算表. */
function spendingFigures(items: readonly BaseItem[]): Figures {
  const fiscal = FUNDS.map((_, fund) => fundFigures(items, fund));
  const [ownBasic = ZERO, ownProject = ZERO] = sumOf(items, "ownSpending");
  const parts = [
    total([...fiscal.map(({ basic }) => basic), ownBasic]),
    total([...fiscal.map(({ project }) => project), ownProject]),
    ...sumOf(items, "transfers"),
  ];
  return [total(parts), ...parts];
}

function fundSpendingFigures(fund: number) {
  return (items: readonly BaseItem[]): Figures => {
    const { spent, basic, project } = fundFigures(items, fund);
    return [spent, basic, project];
  };
}

function managedFundFigures(items: readonly BaseItem[]): Figures {
  const { opening, revenue, spent, basic, project, closing } = fundFigures(items, 1);
  return [opening, revenue, spent, basic, project, closing];
}

/** 合计, then the codes that have any figure, each parent before its children. */
function tree(unit: Unit, figuresOf: (items: readonly BaseItem[]) => Figures): TreeRow[] {
  const sums = new Map<string, Figures>([["", figuresOf([])]]);
  for (const item of unit.items) {
    const figures = figuresOf([item]);
    if (figures.every((amount) => amount.isZero())) continue;
    for (const code of ["", item.code.slice(0, 3), item.code.slice(0, 5), item.code]) {
      const sum = sums.get(code);
      sums.set(code, sum ? sum.map((amount, index) => amount.plus(figures[index]!)) : figures);
    }
  }
  return [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, figures]) => ({ code, figures }));
}

export function treesOf(unit: Unit): Readonly<Record<"02" | "03" | "05" | "08" | "09", TreeRow[]>> {
  return {
    "02": tree(unit, revenueFigures),
    "03": tree(unit, spendingFigures),
    "05": tree(unit, fundSpendingFigures(0)),
    "08": tree(unit, managedFundFigures),
    "09": tree(unit, fundSpendingFigures(2)),
  };
}

export interface Totals {
  readonly funds: readonly FundFigures[];
  readonly revenue: Figures;
  readonly spending: Figures;
  readonly opening: Decimal;
  readonly closing: Decimal;
  /** 总计 of 01. */
  readonly grand: Decimal;
  /** 总计 of 04. */
  readonly fiscalGrand: Decimal;
}

export function totalsOf(unit: Unit): Totals {
  const { items, own } = unit;
  const funds = FUNDS.map((_, fund) => fundFigures(items, fund));
  const revenue = revenueFigures(items);
  const spending = spendingFigures(items);
  const opening = total([own.opening, ...funds.map((fund) => fund.opening)]);
  const grand = total([revenue[0] ?? ZERO, own.surplusUsed, opening]);
  return {
    funds,
    revenue,
    spending,
    opening,
    closing: grand.minus(spending[0] ?? ZERO).minus(own.distributed),
    grand,
    fiscalGrand: total(funds.flatMap((fund) => [fund.opening, fund.revenue])),
  };
}

export function spendingOfClass(unit: Unit, code: string): Decimal {
  return spendingFigures(unit.items.filter((item) => item.code.startsWith(code)))[0] ?? ZERO;
}

/** 合计 and the three funds, of one class or of all (code ""). */
export function fiscalSpendingOfClass(unit: Unit, code: string): Figures {
  const items = unit.items.filter((item) => item.code.startsWith(code));
  const spent = FUNDS.map((_, fund) => fundFigures(items, fund).spent);
  return [total(spent), ...spent];
}
