import { Decimal } from "decimal.js";
import type { Figure } from "../disclosure/figure";
import { roundHalfUp } from "../money/amount";

/** A rate as the form prints it; 1 is 100 %. */
export interface PrintedRate {
  readonly rate: Decimal;
  /** Decimals of the rate itself: 95.7% has three. */
  readonly decimals: number;
}

const PERCENT = /^([0-9]+(?:\.[0-9]+)?)%$/u;
/** A number above this is meant as so many percent: nobody spends its budget ten times over. */
const PERCENT_FROM = 10;

/** 1 and 0.957 (shown in percent), 95.7, “95.7%”. */
export function readRate(figure: Figure): PrintedRate | undefined {
  if (figure.kind === "amount") {
    const isPercent = figure.value.greaterThan(PERCENT_FROM);
    const rate = isPercent ? figure.value.div(100) : figure.value;
    return { rate, decimals: rate.decimalPlaces() };
  }
  if (figure.kind !== "unreadable") return undefined;
  const digits = PERCENT.exec(figure.text.normalize("NFKC").replace(/\s/gu, ""))?.[1];
  if (digits === undefined) return undefined;
  const percent = new Decimal(digits);
  return { rate: percent.div(100), decimals: percent.decimalPlaces() + 2 };
}

/** A rate printed with few decimals stands for all that round to it; whole percents at least. */
export function agrees({ rate, decimals }: PrintedRate, exact: Decimal): boolean {
  return roundHalfUp(exact, Math.max(decimals, 2)).equals(rate);
}

export function printRate(rate: Decimal): string {
  return `${roundHalfUp(rate.times(100), 2).toFixed()}%`;
}
