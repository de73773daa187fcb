import { Decimal } from "decimal.js";
import type { Figure, Verdict } from "./claim";

export interface Judged {
  readonly verdict: Verdict;
  readonly recomputed: string;
}

/** In percent: what the printed figures give, and all that their intervals allow. */
export interface Range {
  readonly low: Decimal;
  readonly middle: Decimal;
  readonly high: Decimal;
}

interface Known extends Figure {
  readonly value: Decimal;
}

export interface Term {
  readonly figure: Figure;
  readonly sign: 1 | -1;
}

const UNKNOWN: Judged = { verdict: "cannot-be-checked", recomputed: "" };
const isKnown = (figure: Figure): figure is Known => figure.value !== undefined;

/** A claim of a percentage, by the ways there are to recompute it: the kindest of them counts. */
export function judgePercent(claim: Figure, ranges: readonly (Range | undefined)[]): Judged {
  const judged = ranges.flatMap((range) => (range ? [judgeIn(claim, range)] : []));
  const rank = ({ verdict }: Judged) => ["right", "rounding", "wrong"].indexOf(verdict);
  return judged.reduce(
    (best, next) => (rank(next) < rank(best) ? next : best),
    judged[0] ?? UNKNOWN,
  );
}

/** Whether another way to recompute it would call it wrong. */
export const isDisputed = (claim: Figure, ranges: readonly (Range | undefined)[]): boolean =>
  ranges.some((range) => range && judgeIn(claim, range).verdict === "wrong");

function judgeIn(claim: Figure, { low, middle, high }: Range): Judged {
  if (!isKnown(claim)) return UNKNOWN;
  const recomputed = middle.toDecimalPlaces(claim.decimals, Decimal.ROUND_HALF_UP);
  const shown = recomputed.toFixed(claim.decimals);
  const claimed = claim.value.abs();
  if (claimed.equals(recomputed)) return { verdict: "right", recomputed: shown };
  const unit = new Decimal(10).pow(-claim.decimals);
  // A cut figure stands for one unit above it, a rounded one for half a unit on both sides.
  const isPossible =
    high.greaterThanOrEqualTo(claimed.minus(unit.div(2))) && low.lessThan(claimed.plus(unit));
  return { verdict: isPossible ? "rounding" : "wrong", recomputed: shown };
}

export function shareRange(part: Figure, whole: Figure): Range | undefined {
  if (!isKnown(part) || !isKnown(whole) || whole.value.lessThanOrEqualTo(0)) return undefined;
  return {
    low: percent(part.value.minus(part.half), whole.value.plus(whole.half)),
    middle: percent(part.value, whole.value),
    high: percent(part.value.plus(part.half), whole.value.minus(whole.half)),
  };
}

/** Growth on a base that stands in the text. */
export function growthRange(current: Figure, base: Figure): Range | undefined {
  const ratio = shareRange(current, base);
  if (!ratio) return undefined;
  const [low, middle, high] = [ratio.low, ratio.middle, ratio.high].map((each) => each.minus(100));
  return absolute({ low: low!, middle: middle!, high: high! });
}

/** Growth on the base that the current figure and the change imply. */
export function changeRange(current: Figure, change: Figure, sign: number): Range | undefined {
  if (!isKnown(current) || !isKnown(change)) return undefined;
  const size = change.value.abs();
  const rate = (changed: Decimal, now: Decimal) => percent(changed, now.minus(changed.times(sign)));
  if (current.value.minus(size.times(sign)).lessThanOrEqualTo(0)) return undefined;
  return {
    low: rate(size.minus(change.half), current.value.plus(current.half)),
    middle: rate(size, current.value),
    high: rate(size.plus(change.half), current.value.minus(current.half)),
  };
}

function absolute({ low, middle, high }: Range): Range {
  if (low.greaterThanOrEqualTo(0)) return { low, middle, high };
  if (high.lessThanOrEqualTo(0)) return { low: high.neg(), middle: middle.neg(), high: low.neg() };
  return { low: new Decimal(0), middle: middle.abs(), high: Decimal.max(low.neg(), high) };
}

const percent = (part: Decimal, whole: Decimal) => part.div(whole).times(100);

/** The claimed figure against the signed terms, a tail allowed as far as the printing intervals reach. */
export function judgeSum(claim: Figure, terms: readonly Term[]): Judged {
  if (!isKnown(claim)) return UNKNOWN;
  let sum = new Decimal(0);
  let tolerance = claim.half;
  for (const { figure, sign } of terms) {
    if (!isKnown(figure)) return UNKNOWN;
    sum = sum.plus(figure.value.times(sign));
    tolerance = tolerance.plus(figure.half);
  }
  const recomputed = sum.div(claim.scale).toFixed(claim.decimals, Decimal.ROUND_HALF_UP);
  const apart = sum.minus(claim.value).abs();
  if (apart.isZero()) return { verdict: "right", recomputed };
  return { verdict: apart.lessThan(tolerance) ? "rounding" : "wrong", recomputed };
}

/** A change is printed without its sign. */
export function judgeDifference(claim: Figure, current: Figure, base: Figure): Judged {
  if (!isKnown(current) || !isKnown(base)) return UNKNOWN;
  const sign = current.value.lessThan(base.value) ? -1 : 1;
  return judgeSum(claim, [
    { figure: current, sign },
    { figure: base, sign: sign === 1 ? -1 : 1 },
  ]);
}

/** One figure in two places: equal, or as near as the coarser of two units can say. */
export function isSameFigure(one: Figure, other: Figure): boolean {
  if (!isKnown(one) || !isKnown(other)) return true;
  const apart = one.value.minus(other.value).abs();
  return apart.isZero() || (one.scale !== other.scale && apart.lessThan(one.half.plus(other.half)));
}

/** 1, 0 or −1; undefined where a figure is missing. */
export function signOfChange(current: Figure, base: Figure): number | undefined {
  if (!isKnown(current) || !isKnown(base)) return undefined;
  return current.value.comparedTo(base.value);
}
