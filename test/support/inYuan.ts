import { Decimal } from "decimal.js";
import type { Golden, GoldenSheet } from "./goldenText";

const AMOUNT = /^-?[0-9,]+\.[0-9]{2}$/u;

/** The published tables of a golden as the software exports them: every amount in 元, and the heads say so. */
export function inYuan(golden: Golden): Golden {
  return {
    ...golden,
    sheets: golden.sheets
      .filter(({ name }) => name.startsWith("公开"))
      .map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(textInYuan)) })),
  };
}

/** Each table a golden of its own, by its name. */
export function oneTableEach(golden: Golden): ReadonlyMap<string, Golden> {
  return new Map(
    golden.sheets.map((sheet: GoldenSheet) => [
      sheet.name,
      { ...golden, sheets: [{ ...sheet, name: "Sheet1" }] },
    ]),
  );
}

function textInYuan(text: string): string {
  if (!AMOUNT.test(text)) return text.replace("单位：万元", "单位：元");
  return new Decimal(text.replaceAll(",", "")).times(10_000).toFixed(2);
}
