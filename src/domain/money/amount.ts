import { Decimal } from "decimal.js";

/** Money or a count, exact. Compare with its methods, print with `formatAmount`. */
export type Amount = Decimal;

export const ZERO: Amount = new Decimal(0);

/** Away from zero on a tie, as accountants round; never -0. */
export function roundHalfUp(value: Amount, decimals: number): Amount {
  if (!value.isZero() && value.decimalPlaces() <= decimals) return value;
  const rounded = value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  return rounded.isZero() ? ZERO : rounded;
}

/** A cent more than this many is still told from its neighbours, as a plain number and in what hosts show. */
const MOST_WITH_CENTS = 1e13;

/** Exact and never -0, or nothing: amounts with more decimals, and larger ones, are added up as decimals. */
export function centsOf(value: Amount): number | undefined {
  if (value.decimalPlaces() > 2) return undefined;
  const plain = value.toNumber();
  return Math.abs(plain) < MOST_WITH_CENTS ? Math.round(plain * 100) + 0 : undefined;
}

/** Rounded half up to so many decimals, all of them printed; no grouping, no exponent, no -0.00. */
export function formatAmount(value: Amount, decimals: number): string {
  return roundHalfUp(value, decimals).toFixed(decimals);
}

/** All that a figure printed as `value` may stand for: `from` inclusive, `to` exclusive. */
export interface PrintedInterval {
  readonly from: Amount;
  readonly to: Amount;
}

export function printedInterval(value: Amount, decimals: number): PrintedInterval {
  const half = new Decimal(5).times(new Decimal(10).pow(-decimals - 1));
  return { from: value.minus(half), to: value.plus(half) };
}
