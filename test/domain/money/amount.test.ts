import { Decimal } from "decimal.js";
import fc from "fast-check";
import {
  centsOf,
  formatAmount,
  printedInterval,
  roundHalfUp,
} from "../../../src/domain/money/amount";

test.each([
  ["1234.5", 2, "1234.50"],
  ["0.005", 2, "0.01"],
  ["-0.005", 2, "-0.01"],
  ["1.005", 2, "1.01"],
  ["2.675", 2, "2.68"],
  ["-0.001", 2, "0.00"],
  ["0", 2, "0.00"],
  ["2.5", 0, "3"],
  ["1e21", 2, "1000000000000000000000.00"],
  ["0.0000001", 2, "0.00"],
])("%s prints at %i decimals as %s", (value, decimals, printed) => {
  expect(formatAmount(new Decimal(value), decimals)).toBe(printed);
});

test("what rounds to zero has no sign", () => {
  expect(Object.is(roundHalfUp(new Decimal("-0.001"), 2).toNumber(), 0)).toBe(true);
});

test("a tie goes away from zero on both sides", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (cents) => {
      const tie = new Decimal(cents).times(10).plus(5).div(1000);
      const up = new Decimal(cents + 1).div(100);
      expect(roundHalfUp(tie, 2).equals(up)).toBe(true);
      expect(roundHalfUp(tie.neg(), 2).equals(up.neg())).toBe(true);
    }),
  );
});

test("a printed figure stands for half a unit on either side", () => {
  const { from, to } = printedInterval(new Decimal("7.82"), 2);
  expect([from.toFixed(), to.toFixed()]).toEqual(["7.815", "7.825"]);
});

test.each([
  ["0", 0],
  ["-0", 0],
  ["0.01", 1],
  ["-12.3", -1230],
  ["1.005", undefined],
  ["0.30", 30],
  ["9999999999999.99", 999_999_999_999_999],
  ["-9999999999999.99", -999_999_999_999_999],
  ["10000000000000", undefined],
  ["1e15", undefined],
])("%s in cents", (value, cents) => {
  expect(centsOf(new Decimal(value))).toBe(cents);
});

test("cents are exact up to the largest", () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (cents) => {
      expect(centsOf(new Decimal(cents).div(100))).toBe(cents);
    }),
  );
});
