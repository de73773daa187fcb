import { Decimal } from "decimal.js";
import {
  compares,
  evaluate,
  type AmountValue,
  type Cause,
  type Value,
} from "../expression/evaluate";
import { referencesOf, type Comparison, type Expression } from "../expression/expression";
import { bind, termsOf, type Binding, type Scope } from "../expression/scope";
import type { FindingLevel } from "../template/templatePackage";
import { centSides, decimalSides } from "./centSides";
import { Conditions } from "./conditions";
import type { Relation } from "./relation";

/** 通过 · 尾差 · 不符 · 数据不足 · 不适用 · 公式出错 */
export type State =
  "passed" | "roundingTail" | "failed" | "undetermined" | "notApplicable" | "relationFault";

export interface Verdict {
  readonly relation: Relation;
  readonly binding: Binding;
  readonly state: State;
  /** Lower than the relation's where printing may be the reason. */
  readonly level: FindingLevel;
  readonly left?: Decimal;
  readonly right?: Decimal;
  /** Sides in which no cell holds a figure; they count as zero. */
  readonly blank?: { readonly left: boolean; readonly right: boolean };
  readonly difference?: Decimal;
  /** The largest difference that printing alone explains. */
  readonly allowed?: Decimal;
  /** Rounded figures that are not zero, on both sides. */
  readonly terms?: number;
  /**
   * suspectedTail: within what the printed zeros could hide · twoPrints: one figure, printed one unit apart in two
   * tables.
   */
  readonly doubt?: "suspectedTail" | "twoPrints";
  readonly causes?: readonly Cause[];
}

const ZERO = new Decimal(0);

/** `conditions` are those of the instances that are judged together. */
export function judge(
  relation: Relation,
  binding: Binding,
  scope: Scope,
  conditions = new Conditions(),
): Verdict {
  const bound = bind(scope, binding);
  const base = { relation, binding, level: relation.level };
  const { when } = relation;
  if (when) {
    const condition = conditions.of(when, bound);
    if (condition.kind === "undetermined" || condition.kind === "text") {
      return { ...base, state: "undetermined", causes: causesOf(when, condition, bound) };
    }
    if (condition.kind !== "truth" || !condition.value) return { ...base, state: "notApplicable" };
  }
  const clear = clearVerdict(relation, binding, scope);
  if (clear) return clear;
  const left = evaluate(relation.comparing.left, bound);
  const right = evaluate(relation.comparing.right, bound);
  if (left.kind !== "amount" || right.kind !== "amount") {
    const { comparing } = relation;
    const causes = [
      ...causesOf(comparing.left, left, bound),
      ...causesOf(comparing.right, right, bound),
    ];
    return { ...base, state: "undetermined", causes };
  }
  if (left.blank && right.blank) return { ...base, state: "notApplicable" };
  return compare(relation, left, right, bound, base);
}

/** Nearly all instances hold, and whole cents are enough to see it: what `compare` says of them, for less. */
function clearVerdict(relation: Relation, binding: Binding, scope: Scope): Verdict | undefined {
  if (relation.allowed) return undefined;
  const { comparing, level } = relation;
  const sides = centSides(comparing, binding, scope.source);
  if (!sides) return undefined;
  const { left, right } = sides;
  if (left.blank && right.blank) return { relation, binding, level, state: "notApplicable" };
  if (!holdsInCents(comparing.comparison, left.cents, right.cents)) return undefined;
  const [leftValue, rightValue] = decimalSides(left, right);
  const terms = left.nonzero + right.nonzero;
  return {
    relation,
    binding,
    state: "passed",
    level,
    left: leftValue,
    right: rightValue,
    blank: { left: left.blank, right: right.blank },
    difference: left.cents === right.cents ? ZERO : leftValue.minus(rightValue),
    allowed: isExact(scope) ? ZERO : tailOf(terms, scope),
    terms,
  };
}

function holdsInCents(comparison: Comparison, left: number, right: number): boolean {
  switch (comparison) {
    case "=":
      return left === right;
    case "≤":
      return left <= right;
    case "≥":
      return left >= right;
    default:
      return false;
  }
}

/** What keeps a side from being an amount. A single cell with a text in it evaluates to that text. */
function causesOf(side: Expression, value: Value, scope: Scope): readonly Cause[] {
  if (value.kind === "amount") return [];
  if (value.kind === "undetermined" && value.causes.length > 0) return value.causes;
  return referencesOf(side)
    .flatMap((reference) => termsOf(reference, scope))
    .filter(({ figure }) => ["unreadable", "error", "missing"].includes(figure.kind))
    .map((term) => ({ kind: "figure", term }));
}

function compare(
  relation: Relation,
  left: AmountValue,
  right: AmountValue,
  scope: Scope,
  base: Pick<Verdict, "relation" | "binding" | "level">,
): Verdict {
  const { comparison } = relation.comparing;
  const difference = left.value.equals(right.value) ? ZERO : left.value.minus(right.value);
  const terms = left.nonzero + right.nonzero;
  const allowed = allowedDifference(relation, left, right, scope);
  const blank = { left: left.blank, right: right.blank };
  // Written out: spreading objects took a quarter of the time of a check.
  const judged = (state: State): Verdict => ({
    relation: base.relation,
    binding: base.binding,
    state,
    level: base.level,
    left: left.value,
    right: right.value,
    blank,
    difference,
    allowed,
    terms,
  });
  if (compares(comparison, left.value, right.value)) return judged("passed");
  if (comparison === "≠") return judged("failed");
  const excess = difference.abs();
  if (excess.lessThanOrEqualTo(allowed) && !allowed.isZero()) {
    return judged("roundingTail");
  }
  const unit = smallestUnit(scope);
  const failed = judged("failed");
  const provable = !relation.allowed && !isExact(scope) && left.provable && right.provable;
  if (!provable || relation.level !== "must-hold") return failed;
  const prints = terms + left.zero + right.zero;
  if (comparison === "=" && prints === 2 && excess.equals(unit)) {
    return { ...failed, level: "explain", doubt: "twoPrints" };
  }
  const withZeros = tailOf(prints, scope);
  if (excess.lessThanOrEqualTo(withZeros)) {
    return { ...failed, level: "explain", doubt: "suspectedTail" };
  }
  return failed;
}

/**
 * n figures printed half up to the unit are together less than n half units off: the largest whole number of units
 * below that.
 */
export function tailUnits(terms: number): number {
  return terms < 3 ? 0 : Math.ceil(terms / 2) - 1;
}

/** By decimals, then by units. */
const tails: Decimal[][] = [];

function tailOf(terms: number, scope: Scope): Decimal {
  const units = tailUnits(terms);
  const known = (tails[scope.decimals] ??= []);
  return (known[units] ??= smallestUnit(scope).times(units));
}

function allowedDifference(
  relation: Relation,
  left: AmountValue,
  right: AmountValue,
  scope: Scope,
): Decimal {
  if (relation.allowed) {
    const allowed = evaluate(relation.allowed, scope);
    return allowed.kind === "amount" ? allowed.value : ZERO;
  }
  if (isExact(scope) || !left.provable || !right.provable) return ZERO;
  return tailOf(left.nonzero + right.nonzero, scope);
}

/** Figures in 元 are not rounded: nothing is left to printing. */
function isExact({ moneyUnit }: Scope): boolean {
  return moneyUnit === "元";
}

const units: Decimal[] = [];

function smallestUnit({ decimals }: Scope): Decimal {
  return (units[decimals] ??= new Decimal(10).pow(-decimals));
}
