import { Decimal } from "decimal.js";
import type { CellValue } from "../../workbook/workbookSnapshot";
import { readPeriod, type Period } from "./readPeriod";
import { readQuantity, type Quantity } from "./readQuantity";

/**
 * What stands as 年度指标值 or 实际完成值. words: nothing that can be counted (定性). What cannot be read whole is words
 * too, never a guess.
 */
export type Typed =
  | Quantity
  | Period
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "blank" };

/** `year` is that of the accounts: 12 月底前 is of that year, and without it no time. */
export function readTyped(value: CellValue, year?: number): Typed {
  const text = typeof value === "number" ? new Decimal(value).toFixed() : plainText(value);
  if (text === "") return { kind: "blank" };
  return readPeriod(text, { year }) ?? readQuantity(text) ?? { kind: "words", text };
}

/** Beside a time 12 月 is a time; by itself it may be twelve months. */
export function readBeside(
  values: { readonly target: CellValue; readonly actual: CellValue },
  year?: number,
): { readonly target: Typed; readonly actual: Typed } {
  const target = readTyped(values.target, year);
  const actual = readTyped(values.actual, year);
  const asTime = (typed: Typed, value: CellValue): Typed =>
    typed.kind === "quantity"
      ? (readPeriod(plainText(value), { year, isBare: true }) ?? typed)
      : typed;
  if (target.kind === "period") return { target, actual: asTime(actual, values.actual) };
  if (actual.kind === "period") return { target: asTime(target, values.target), actual };
  return { target, actual };
}

/** 》95%: a bracket of titles typed for the sign of a bound. */
export function mistypedOperator(value: CellValue): { typed: string; meant: string } | undefined {
  const typed = /^([》《〉〈])=?[0-9]/u.exec(plainText(value))?.[1];
  return typed === undefined ? undefined : { typed, meant: "》〉".includes(typed) ? "≥" : "≤" };
}

/** Half-width, without blanks and the commas of thousands. */
export function plainText(value: CellValue): string {
  if (typeof value !== "string") return "";
  return value
    .normalize("NFKC")
    .replace(/\s/gu, "")
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, "");
}
