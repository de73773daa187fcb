import { Decimal } from "decimal.js";
import { type Golden, sheetOf, textAt } from "../support/goldenText";
import { brokenSums } from "./arithmetic";
import { randomWorkbook } from "./randomWorkbook";

const WORKBOOKS = Array.from({ length: 40 }, (_, index) => randomWorkbook(index + 1));

test("the same seed gives the same workbook", () => {
  expect(randomWorkbook(7)).toEqual(randomWorkbook(7));
  expect(randomWorkbook(7)).not.toEqual(randomWorkbook(8));
});

test("every sum of every random set comes out to the cent", () => {
  expect(WORKBOOKS.flatMap(brokenSums)).toEqual([]);
});

function basicShare(golden: Golden): Decimal {
  const sheet = sheetOf(golden, "公开03表");
  const [whole, basic] = [3, 4].map(
    (column) => new Decimal(textAt(sheet, 7, column).replaceAll(",", "") || "0"),
  );
  return (basic ?? new Decimal(0)).times(100).div(whole ?? 1);
}

test("most shares are exact ties at the first decimal", () => {
  const ties = WORKBOOKS.filter((golden) => basicShare(golden).times(100).mod(10).equals(5));
  expect(ties.length).toBeGreaterThan(WORKBOOKS.length / 2);
});

test("sizes and kinds of units differ", () => {
  const rows = WORKBOOKS.map((golden) => sheetOf(golden, "公开03表").rows.length);
  expect(Math.min(...rows)).toBeLessThan(20);
  expect(Math.max(...rows)).toBeGreaterThan(300);
});
