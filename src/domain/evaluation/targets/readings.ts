import type { Decimal } from "decimal.js";
import type { Quantity } from "./readQuantity";

/** Why people must say whether the target is met. */
export type Doubt = "unit" | "subject" | "per" | "above" | "bound" | "time";

/** What was reached, in the unit and for the time of the target: every way in which it may be meant. */
export interface Readings {
  /** The likeliest first. */
  readonly amounts: readonly [Decimal, ...Decimal[]];
  readonly doubt?: Doubt;
  /** The two may as well have nothing to do with each other. */
  readonly isOpen?: true;
}

/** How often in a year, at least and at most: a day may be a working day. */
const IN_A_YEAR = new Map<string, readonly [least: number, most: number]>([
  ["每年", [1, 1]],
  ["每季度", [4, 4]],
  ["每月", [12, 12]],
  ["每周", [48, 53]],
  ["每日", [240, 366]],
]);
/** 每人, 每户: how many there are stands nowhere. */
const UNKNOWN = [1, 1_000_000] as const;

/** A unit or a subject that is left out is that of the target. */
export function readingsOf(target: Quantity, actual: Quantity): Readings {
  const { amount } = actual;
  if (target.of !== "" && actual.of !== "" && target.of !== actual.of) {
    return { amounts: [amount], doubt: "subject", isOpen: true };
  }
  const ofUnit = inUnit(target, actual);
  return ofUnit ?? inTime(target, actual);
}

/** undefined: of the same unit beyond doubt. */
function inUnit(target: Quantity, actual: Quantity): Readings | undefined {
  const { amount } = actual;
  if (isSameUnit(target.unit, actual.unit)) return undefined;
  if (actual.unit !== "") return { amounts: [amount], doubt: "unit", isOpen: true };
  // 0.98 beside ≥95% may be a share as well as not quite one per cent.
  if (target.unit === "%") {
    const isShare = amount.lessThanOrEqualTo(1) && !amount.isZero();
    return isShare ? { amounts: [amount.times(100), amount], doubt: "unit" } : undefined;
  }
  // 98 beside 100 万元 may be 万元 as well as 元.
  return target.scale === 1
    ? undefined
    : { amounts: [amount.times(target.scale), amount], doubt: "unit" };
}

/** 10 个村 and 8 个 are the same thing; 人 and 人次 are not. */
function isSameUnit(a: string, b: string): boolean {
  return a === b || (a === "个" && b.startsWith(a)) || (b === "个" && a.startsWith(b));
}

/** 每月 1 次 beside 12 次: of the whole year, or of a month, too. */
function inTime(target: Quantity, actual: Quantity): Readings {
  const amounts = bareInUnit(target, actual);
  if (target.per === actual.per) return { amounts: [amounts] };
  const [wanted, reached] = [inAYear(target.per), inAYear(actual.per)];
  const ways = reached
    .flatMap((each) => wanted.map((of) => amounts.times(each).div(of)))
    .sort((a, b) => b.comparedTo(a));
  const [first = amounts, ...others] = ways.filter(
    (each, at) => at === 0 || ways[at - 1]?.equals(each) !== true,
  );
  // Both are said: one way, but for weeks and days.
  if (target.per !== "" && actual.per !== "") {
    return { amounts: [first, ...others], doubt: "per" };
  }
  const isCounted = [...wanted, ...reached].every((each) => each <= 12);
  return isCounted
    ? { amounts: [first, ...others, amounts], doubt: "per" }
    : { amounts: [amounts, first, ...others], doubt: "per" };
}

function bareInUnit(target: Quantity, { amount, unit }: Quantity): Decimal {
  return unit === "" ? amount.times(target.scale) : amount;
}

function inAYear(per: string): readonly number[] {
  return per === "" ? [1] : (IN_A_YEAR.get(per) ?? UNKNOWN);
}
