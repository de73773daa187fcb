import { Decimal } from "decimal.js";
import { roundHalfUp } from "../../money/amount";
import type { ScoringMethod } from "../../template/templatePackage";
import type { Quantity, Typed } from "./readTyped";

/** Points have two decimals. */
const POINT_DECIMALS = 2;
const ZERO = new Decimal(0);

/** What the rule makes of an indicator. */
export interface ByTarget {
  readonly isMet: boolean;
  readonly score: Decimal;
  /** 1 is the target; undefined beside a target of 0, and for a time. */
  readonly reached?: Decimal;
}

interface Indicated {
  readonly target: Typed;
  readonly actual: Typed;
  readonly weight: Decimal;
  /** Where no sign says so: 成本指标. */
  readonly lessIsBetter: boolean;
}

/**
 * undefined where people decide: a quality, another unit, a range that was missed, a bare number in an indicator of cost.
 * Source: the rules of 湖南 2020 for quantities; 湖北 lessens a figure above its bound by target ÷ actual.
 */
export function scoreByTarget(
  { target, actual, weight, lessIsBetter }: Indicated,
  { above }: Pick<ScoringMethod, "above">,
): ByTarget | undefined {
  if (target.kind === "period" && actual.kind === "period") {
    return actual.last <= target.last ? { isMet: true, score: weight } : undefined;
  }
  if (target.kind !== "quantity" || actual.kind !== "quantity") return undefined;
  if (!isExact(actual) || !areAlike(target, actual)) return undefined;
  const { amount: wanted, to, operator } = target;
  const reached = actual.amount;
  const met: ByTarget = { isMet: true, score: weight, ...ratio(reached, wanted) };
  const missed = (score: Decimal): ByTarget => ({
    isMet: false,
    score: roundHalfUp(Decimal.max(score, ZERO), POINT_DECIMALS),
    ...ratio(reached, wanted),
  });

  if (to) return reached.gte(wanted) && reached.lte(to) ? met : undefined;
  if (operator === "atMost") {
    if (reached.lte(wanted)) return met;
    if (wanted.isZero()) return missed(ZERO);
    if (above === "inverse") return missed(weight.times(wanted).div(reached));
    return missed(weight.minus(weight.times(reached.minus(wanted)).div(wanted)));
  }
  if (operator === "none" && lessIsBetter && !reached.equals(wanted)) return undefined;
  if (wanted.isZero()) {
    return operator === "atLeast" || reached.lte(ZERO) ? met : missed(ZERO);
  }
  return reached.gte(wanted) ? met : missed(weight.times(reached).div(wanted));
}

/** ≥95% and 3~5 场 are no results. */
export function isExact({ operator }: Quantity): boolean {
  return operator === "none" || operator === "equal";
}

/** A unit or a subject that is left out is that of the target; 每月 1 次 is not 12 次. */
function areAlike(target: Quantity, actual: Quantity): boolean {
  if (target.per !== actual.per) return false;
  if (target.of !== "" && actual.of !== "" && target.of !== actual.of) return false;
  if (target.unit === actual.unit) return true;
  if (actual.unit !== "") return false;
  // 0.98 beside ≥95% may be a share as well as not quite one per cent; 98 beside 100 万元 may be 万元 as well as 元.
  if (target.unit === "%") return actual.amount.greaterThan(1) || actual.amount.isZero();
  return target.unit !== "元";
}

function ratio(reached: Decimal, wanted: Decimal): { reached?: Decimal } {
  return wanted.isZero() ? {} : { reached: reached.div(wanted) };
}
