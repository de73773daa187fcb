import type { Decimal } from "decimal.js";
import type { CellValue } from "../workbook/workbookSnapshot";
import { round, type Value } from "./evaluate";
import { UNDETERMINED } from "./print/number";

/** What a native formula shows for an exact value. */
export function resultOf(value: Value, decimals: number | undefined): CellValue {
  switch (value.kind) {
    case "amount":
      return value.blank ? "" : asNumber(value.value, decimals);
    case "text":
      return value.value;
    case "truth":
      return value.value;
    case "undetermined":
      return UNDETERMINED;
  }
}

function asNumber(value: Decimal, decimals: number | undefined): number {
  return (decimals === undefined ? value : round(value, decimals)).toNumber();
}
