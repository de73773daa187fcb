import { Decimal } from "decimal.js";
import type { Bound, Figure } from "./figures";
import type { ClaimVerdict } from "./claim";

export interface Judged {
  readonly verdict: Extract<ClaimVerdict, "right" | "rounding" | "wrong" | "cannot-be-checked">;
  readonly recomputed: string;
}

export const UNKNOWN: Judged = { verdict: "cannot-be-checked", recomputed: "" };

/** In percent: what the printed figures give, and all that their intervals allow. */
export interface Range {
  readonly low: Decimal;
  readonly middle: Decimal;
  readonly high: Decimal;
}

export function ratioOf(part: Figure, whole: Figure): Range | undefined {
  if (!part.value || !whole.value || whole.value.lessThanOrEqualTo(0)) return undefined;
  const most = whole.value.minus(whole.half);
  if (most.lessThanOrEqualTo(0)) return undefined;
  return {
    low: inPercent(part.value.minus(part.half), whole.value.plus(whole.half)),
    middle: inPercent(part.value, whole.value),
    high: inPercent(part.value.plus(part.half), most),
  };
}

/** Growth on a base that the text states; signed. */
export function growthOn(current: Figure, base: Figure): Range | undefined {
  const ratio = ratioOf(current, base);
  return (
    ratio && {
      low: ratio.low.minus(100),
      middle: ratio.middle.minus(100),
      high: ratio.high.minus(100),
    }
  );
}

/** Growth on the base that the current figure and the change imply; signed. */
export function growthBy(current: Figure, change: Figure, sign: 1 | -1): Range | undefined {
  if (!current.value || !change.value) return undefined;
  const now = current.value;
  const size = change.value.abs();
  if (now.minus(size.times(sign)).lessThanOrEqualTo(0)) return undefined;
  const rate = (changed: Decimal, total: Decimal) =>
    inPercent(changed.times(sign), total.minus(changed.times(sign)));
  const ends = [
    rate(size.minus(change.half), now.plus(current.half)),
    rate(size.plus(change.half), now.minus(current.half)),
  ];
  return { low: Decimal.min(...ends), middle: rate(size, now), high: Decimal.max(...ends) };
}

/** Several ways to recompute a percentage: the kindest counts. */
export function kindest(judged: readonly Judged[]): Judged {
  const rank = ({ verdict }: Judged) => ["right", "rounding", "wrong"].indexOf(verdict);
  const known = judged.filter(({ verdict }) => verdict !== "cannot-be-checked");
  return known.reduce((best, next) => (rank(next) < rank(best) ? next : best), known[0] ?? UNKNOWN);
}

export function judgePercent(claim: Figure, range: Range | undefined, sign?: 1 | -1): Judged {
  if (!range || !claim.value) return UNKNOWN;
  const said = sign === undefined ? claim.value : claim.value.abs().times(sign);
  const rounded = range.middle.toDecimalPlaces(claim.decimals, Decimal.ROUND_HALF_UP);
  const recomputed = (sign === undefined ? rounded : rounded.abs()).toFixed(claim.decimals);
  if (said.equals(rounded)) return { verdict: "right", recomputed };
  const unit = new Decimal(10).pow(-claim.decimals);
  const [low, high, size] = said.isNegative()
    ? [range.high.neg(), range.low.neg(), said.neg()]
    : [range.low, range.high, said];
  if (claim.bound !== undefined) {
    const isMet = meets(claim.bound, size, { low, high }, roughness(claim, unit));
    return { verdict: isMet ? "right" : "wrong", recomputed };
  }
  // A cut figure stands for one unit above it, a rounded one for half a unit on both sides.
  const below = claim.isBound ? roughness(claim, unit) : unit.div(2);
  const isPossible =
    high.greaterThanOrEqualTo(size.minus(below)) &&
    low.lessThan(size.plus(claim.isBound ? below : unit));
  if (!isPossible) return { verdict: "wrong", recomputed };
  return { verdict: claim.isBound ? "right" : "rounding", recomputed };
}

/** 超过 30 % fits anything larger, 不足 30 % anything less, 近 30 % what is a little less. */
function meets(
  bound: Bound,
  said: Decimal,
  { low, high }: Pick<Range, "low" | "high">,
  rough: Decimal,
): boolean {
  if (bound === "over") return high.greaterThanOrEqualTo(said);
  if (bound === "under") return low.lessThan(said);
  return low.lessThanOrEqualTo(said) && high.greaterThanOrEqualTo(said.minus(rough));
}

const roughness = ({ decimals, value }: Figure, unit: Decimal) =>
  decimals === 0 && value?.mod(10).isZero() === true ? unit.times(5) : unit;

export interface Term {
  readonly figure: Figure;
  readonly sign: 1 | -1;
}

export function judgeSum(claim: Figure, terms: readonly Term[]): Judged {
  if (!claim.value) return UNKNOWN;
  let sum = new Decimal(0);
  let tolerance = claim.half;
  for (const { figure, sign } of terms) {
    if (!figure.value) return UNKNOWN;
    sum = sum.plus(figure.value.times(sign));
    tolerance = tolerance.plus(figure.half);
  }
  const decimals = Math.max(claim.decimals, ...terms.map(({ figure }) => figure.decimals));
  const recomputed = sum.div(claim.scale).toFixed(Math.min(decimals, 6), Decimal.ROUND_HALF_UP);
  if (claim.isBound && claim.kind === "money")
    return { verdict: isBounded(claim, sum) ? "right" : "wrong", recomputed };
  const apart = sum.minus(claim.value).abs();
  if (apart.isZero()) return { verdict: "right", recomputed };
  if (!apart.lessThan(tolerance)) return { verdict: "wrong", recomputed };
  return { verdict: terms.some(({ figure }) => figure.isBound) ? "right" : "rounding", recomputed };
}

function isBounded({ value, bound, scale, decimals, ...rest }: Figure, sum: Decimal): boolean {
  if (!value) return true;
  const unit = new Decimal(10).pow(-decimals);
  const rough = roughness({ ...rest, decimals, scale, value: value.div(scale) }, unit).times(scale);
  if (bound !== undefined) return meets(bound, value, { low: sum, high: sum }, rough);
  return sum.minus(value).abs().lessThanOrEqualTo(rough);
}

/** A change is printed without its sign. */
export function judgeDifference(claim: Figure, current: Figure, base: Figure): Judged {
  if (!current.value || !base.value || !claim.value) return UNKNOWN;
  const sign = current.value.lessThan(base.value) ? -1 : 1;
  const size = { ...claim, value: claim.value.abs() };
  return judgeSum(size, [
    { figure: current, sign },
    { figure: base, sign: sign === 1 ? -1 : 1 },
  ]);
}

/** One figure in two places: equal, or as near as the coarser of two units can say. */
export function isSameFigure(one: Figure, other: Figure): boolean {
  if (!one.value || !other.value || one.isBound || other.isBound) return true;
  const apart = one.value.minus(other.value).abs();
  return (
    apart.isZero() ||
    (one.scale !== other.scale && apart.lessThanOrEqualTo(one.half.plus(other.half)))
  );
}

const inPercent = (part: Decimal, whole: Decimal) => part.div(whole).times(100);
