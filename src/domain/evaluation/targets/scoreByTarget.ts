import { Decimal } from "decimal.js";
import { roundHalfUp } from "../../money/amount";
import type { ScoringMethod } from "../../template/templatePackage";
import { readingsOf, type Doubt } from "./readings";
import type { Period } from "./readPeriod";
import type { Quantity } from "./readQuantity";
import type { Typed } from "./readTyped";

/** Points have two decimals. */
const POINT_DECIMALS = 2;
const ZERO = new Decimal(0);

/** What the rule makes of an indicator. unclear: nobody but people can say. */
export type ByTarget =
  | {
      readonly verdict: "met";
      readonly score: Decimal;
      /** 1 is the target; undefined beside a target of 0, a range or a time. */
      readonly reached?: Decimal;
    }
  | {
      readonly verdict: "missed";
      /** undefined where no rule gives points: too late, the bound of ＞95% itself. */
      readonly score?: Decimal;
    }
  | { readonly verdict: "unclear"; readonly doubt: Doubt };

interface Indicated {
  readonly target: Typed;
  readonly actual: Typed;
  readonly weight: Decimal;
  /** Where no sign says so: 成本指标. */
  readonly lessIsBetter: boolean;
}

const MISSED: ByTarget = { verdict: "missed" };

/**
 * undefined where people decide and nothing is to be asked: a quality, a bare number in an indicator of cost.
 * Source: the rules of 湖南 2020 for quantities; 湖北 lessens a figure above its bound by target ÷ actual.
 */
export function scoreByTarget(
  { target, actual, weight, lessIsBetter }: Indicated,
  { above }: Pick<ScoringMethod, "above">,
): ByTarget | undefined {
  if (target.kind === "period" && actual.kind === "period") return inTime(target, actual, weight);
  if (target.kind !== "quantity" || actual.kind !== "quantity") return undefined;
  const judge = (amount: Decimal) => judged(target, amount, { weight, lessIsBetter, above });
  if (!isExact(actual)) return ofBound(target, actual, judge);
  const days = byDay(target, actual);
  const { amounts, doubt, isOpen } = readingsOf(target, actual);
  const [first, ...others] = amounts.map(judge);
  const verdict = first?.verdict;
  if (isOpen)
    return first && verdict !== "met" && doubt ? { verdict: "unclear", doubt } : undefined;
  if (others.length === 0 && days === undefined) return first;
  if (others.every((each) => each?.verdict === verdict) && (days ?? verdict) === verdict) {
    if (verdict === "missed") return MISSED;
    return verdict === "met" ? { verdict, score: weight } : first;
  }
  return verdict === "missed" && doubt ? { verdict: "unclear", doubt } : undefined;
}

/** ≥95% and 3~5 场 are no results. */
export function isExact({ operator }: Quantity): boolean {
  return operator === "none" || operator === "equal";
}

/** For less is asked: what stays below has not failed, and what goes far beyond is no success. */
export function isUpperBound({ operator }: Quantity): boolean {
  return operator === "atMost" || operator === "below";
}

function inTime(target: Period, actual: Period, weight: Decimal): ByTarget {
  if (actual.last <= target.last) return { verdict: "met", score: weight };
  return actual.first > target.last ? MISSED : { verdict: "unclear", doubt: "time" };
}

/** 1/3 beside 1/4: a lesser part, or one day later. */
function byDay(target: Quantity, actual: Quantity): "met" | "missed" | undefined {
  if (target.asDay === undefined || actual.asDay === undefined) return undefined;
  return actual.asDay <= target.asDay ? "met" : "missed";
}

/** 90%以下 beside ≥95% is missed, whatever it was; ≥90% says nothing. */
function ofBound(
  target: Quantity,
  actual: Quantity,
  judge: (amount: Decimal) => ByTarget | undefined,
): ByTarget | undefined {
  const { amounts, doubt, isOpen } = readingsOf(target, actual);
  if (doubt !== undefined || isOpen) return undefined;
  const [low] = amounts;
  const ends = actual.to ? [low, actual.to] : [low];
  const isMissed = ends.every((each) => judge(each)?.verdict === "missed");
  const goesOn = isUpperBound(actual) ? isUpperBound(target) : !isUpperBound(target);
  if (isMissed) return actual.to || !goesOn ? MISSED : { verdict: "unclear", doubt: "bound" };
  return undefined;
}

interface Rule extends Pick<Indicated, "weight" | "lessIsBetter">, Pick<ScoringMethod, "above"> {}

function judged(
  { amount: wanted, to, operator }: Quantity,
  reached: Decimal,
  { weight, lessIsBetter, above }: Rule,
): ByTarget | undefined {
  const met: ByTarget = { verdict: "met", score: weight };
  const ratio = wanted.isZero() ? {} : { reached: reached.div(wanted) };
  const short = () => missed(weight.times(reached).div(wanted));
  const over = (bound: Decimal) => {
    if (bound.isZero()) return missed(ZERO);
    if (above === "inverse") return missed(weight.times(bound).div(reached));
    return missed(weight.minus(weight.times(reached.minus(bound)).div(bound)));
  };

  if (to) {
    if (reached.lessThan(wanted)) return lessIsBetter ? undefined : short();
    if (reached.lessThanOrEqualTo(to)) return met;
    // 98% beside 90%-95% may be more than was hoped for.
    const isBound = lessIsBetter || operator === "between";
    return isBound ? over(to) : { verdict: "unclear", doubt: "above" };
  }
  if (operator === "atMost" || operator === "below") {
    if (operator === "below" && reached.equals(wanted)) return MISSED;
    return reached.lessThanOrEqualTo(wanted) ? { ...met, ...ratio } : over(wanted);
  }
  if (operator === "above" && reached.equals(wanted)) return MISSED;
  if (operator === "none" && lessIsBetter && !reached.equals(wanted)) return undefined;
  if (wanted.isZero()) {
    return operator === "atLeast" || operator === "above" || reached.lessThanOrEqualTo(ZERO)
      ? met
      : missed(ZERO);
  }
  return reached.greaterThanOrEqualTo(wanted) ? { ...met, ...ratio } : short();
}

function missed(score: Decimal): ByTarget {
  return {
    verdict: "missed",
    score: roundHalfUp(Decimal.max(score, ZERO), POINT_DECIMALS),
  };
}
