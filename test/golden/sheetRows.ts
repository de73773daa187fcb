import type { Decimal } from "decimal.js";

export type Rows = readonly (readonly string[])[];

export function printAmount(amount: Decimal, zero = "0.00"): string {
  if (amount.isZero()) return zero;
  return amount.toFixed(2).replace(/(?<=\d)(?=(?:\d{3})+\.)/gu, ",");
}

/** Puts figures into the row's cells from a column (counted from 1) on. */
export function put(row: readonly string[], column: number, texts: readonly string[]): string[] {
  const width = Math.max(row.length, column - 1 + texts.length);
  return Array.from({ length: width }, (_, index) => texts[index + 1 - column] ?? row[index] ?? "");
}
