/** How a person comes to type one figure instead of another. */
export type Slip =
  | "swappedDigits"
  | "sign"
  | "tenThousand"
  | "decimalPoint"
  | "truncated"
  | "repeated"
  | "lastYear"
  | "exchanged"
  | "shifted"
  | "leftOut";

/** What is known around the cell. All in the smallest printed unit. */
export interface Surroundings {
  /** The same figure stands beside it, or elsewhere in its column. */
  readonly isRepeated: boolean;
  /** Figures of last year that the workbook holds. */
  readonly lastYear: readonly number[];
  readonly isBlank: boolean;
}

const WAN = 10_000;

/** The slip that turns `meant` into `typed`; undefined where none that is known does. */
export function slipOf(
  typed: number,
  meant: number,
  { isRepeated, lastYear, isBlank }: Surroundings,
): Slip | undefined {
  if (typed !== 0 && typed === -meant) return "sign";
  if (meant !== 0 && isNear(typed, meant * WAN)) return "tenThousand";
  if (meant !== 0 && [10, 100, 1000].some((times) => isShift(typed, meant, times))) {
    return "decimalPoint";
  }
  if (hasSwappedDigits(typed, meant)) return "swappedDigits";
  if (isTruncated(typed, meant)) return "truncated";
  if (typed !== 0 && isRepeated) return "repeated";
  if (typed !== 0 && lastYear.includes(typed)) return "lastYear";
  if (isBlank || typed === 0) return "leftOut";
  return undefined;
}

/** The figures that one of the slips could have turned into `typed`. */
export function meantBy(typed: number): number[] {
  const meant = [-typed];
  for (const times of [WAN, 1000, 100, 10]) {
    meant.push(Math.round(typed / times), typed * times);
  }
  const digits = String(Math.abs(typed));
  for (let at = 0; at + 1 < digits.length; at += 1) {
    const [one = "", other = ""] = [digits[at], digits[at + 1]];
    if (one === other) continue;
    const swapped = digits.slice(0, at) + other + one + digits.slice(at + 2);
    meant.push(Math.sign(typed) * Number(swapped));
  }
  return [...new Set(meant)].filter((each) => each !== typed && Number.isSafeInteger(each));
}

/** A figure in 元 has cents that its 万元 has not. */
function isNear(typed: number, wanted: number): boolean {
  return Math.sign(typed) === Math.sign(wanted) && Math.abs(typed - wanted) <= WAN / 2;
}

function isShift(typed: number, meant: number, times: number): boolean {
  return typed === meant * times || (typed !== 0 && typed * times === meant);
}

function hasSwappedDigits(typed: number, meant: number): boolean {
  if (Math.sign(typed) !== Math.sign(meant) && meant !== 0) return false;
  const [one, other] = alike(typed, meant);
  if (one === other) return false;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return (
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}

function alike(typed: number, meant: number): [string, string] {
  const [one, other] = [String(Math.abs(typed)), String(Math.abs(meant))];
  const length = Math.max(one.length, other.length, 3);
  return [one.padStart(length, "0"), other.padStart(length, "0")];
}

/** 12.34 as 12.3 or 12, 1234 as 123. */
function isTruncated(typed: number, meant: number): boolean {
  if (typed === 0 || Math.sign(typed) !== Math.sign(meant)) return false;
  const [short, long] = [Math.abs(typed), Math.abs(meant)];
  if (short >= long) return false;
  return (
    [10, 100].some((unit) => Math.floor(long / unit) * unit === short) || dropsDigit(short, long)
  );
}

/** The last digit before the decimals left out, with or without the decimals. */
function dropsDigit(short: number, long: number): boolean {
  return (
    [10, 100, 1000, 10_000].some((times) => Math.floor(long / times) === short) ||
    Math.floor(long / 1000) * 100 === short
  );
}
