import { Decimal } from "decimal.js";
import type { RandomNumbers } from "./randomNumbers";
import { type BaseItem, type BasePart, sumOf, total, type Unit, ZERO } from "./unit";

type Accounts = Pick<Unit, "items" | "own">;

/**
 * Raises a few figures so that 基本支出 ÷ 本年支出合计 lies exactly between two percentages with one decimal (12.65 %),
 * where binary rounding goes wrong. The accounts stay balanced.
 */
export function withExactTies(accounts: Accounts, random: RandomNumbers): Accounts {
  if (random.chance(0.25)) return accounts;
  const basic = total([
    ...[0, 2, 4].map((index) => sumOf(accounts.items, "fiscalSpending")[index] ?? ZERO),
    sumOf(accounts.items, "ownSpending")[0] ?? ZERO,
  ]);
  const whole = roundTotalAbove(spent(accounts.items));
  const step = whole.div(2_000);
  const basicMore = nextOddMultiple(basic, step).minus(basic);
  const withBasic = raise(accounts, "fiscalSpending", 0, basicMore);
  const projectMore = whole.minus(spent(withBasic.items));
  return raise(withBasic, "fiscalSpending", 1, projectMore);
}

function spent(items: readonly BaseItem[]): Decimal {
  const parts: readonly BasePart[] = ["fiscalSpending", "ownSpending", "transfers"];
  return total(parts.flatMap((part) => sumOf(items, part)));
}

/** 2, 4, 6 or 8 and zeros: a two-thousandth of it is whole cents, and an odd number of those is x.x5 %. */
function roundTotalAbove(amount: Decimal): Decimal {
  // A step may be added to the part before the whole is filled up.
  const least = amount.times("1.01").plus(1);
  const power = new Decimal(10).pow(Math.max(least.log(10).floor().toNumber(), 1));
  const first = least.div(power).dividedBy(2).ceil().times(2);
  return first.times(power);
}

function nextOddMultiple(amount: Decimal, step: Decimal): Decimal {
  const multiple = amount.div(step).ceil();
  return (multiple.mod(2).isZero() ? multiple.plus(1) : multiple).times(step);
}

/** More spending from the general public budget, and as much more revenue. */
function raise(accounts: Accounts, part: BasePart, index: number, more: Decimal): Accounts {
  const [first, ...others] = accounts.items;
  if (!first) return accounts;
  const add = (amounts: readonly Decimal[], at: number) =>
    amounts.map((amount, place) => (place === at ? amount.plus(more) : amount));
  const raised: BaseItem = {
    ...first,
    amounts: {
      ...first.amounts,
      [part]: add(first.amounts[part], index),
      fiscalRevenue: add(first.amounts.fiscalRevenue, 0),
    },
  };
  return { ...accounts, items: [raised, ...others] };
}
