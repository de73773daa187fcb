import fc from "fast-check";
import { formatAmount } from "../../../src/domain/money/amount";
import { parseAmount } from "../../../src/domain/money/parseAmount";

/** What a parse says, with amounts as text. */
function said(input: string | number): string {
  const parsed = parseAmount(input);
  switch (parsed.kind) {
    case "amount":
      return parsed.value.toFixed() + (parsed.unit ?? "");
    case "noted":
      return `${parsed.value.toFixed()} noted ${parsed.note}`;
    default:
      return parsed.kind;
  }
}

test.each([
  ["75.40", "75.4"],
  ["1,234.56", "1234.56"],
  ["1，234.00", "1234"],
  ["１２．５０", "12.5"],
  [" 8 . 5 ", "8.5"],
  ["-3.2", "-3.2"],
  ["－3.2", "-3.2"],
  ["−3.2", "-3.2"],
  ["(12.5)", "-12.5"],
  ["（1,200.00）", "-1200"],
  ["￥8.47", "8.47"],
  ["-￥8.47", "-8.47"],
  ["￥-8.47", "-8.47"],
  ["+3", "3"],
  [".5", "0.5"],
  ["12.", "12"],
  ["-0.00", "0"],
  ["(0.00)", "0"],
  ["12.5万元", "12.5万元"],
  ["30 元", "30元"],
  ["5.84(净值）", "5.84 noted 净值"],
  ["2138 本", "unreadable"],
  ["1,23", "unreadable"],
  ["1.2.3", "unreadable"],
  ["12-5", "unreadable"],
  ["--5", "unreadable"],
  ["-(5)", "unreadable"],
  ["1e5", "unreadable"],
  ["100%", "unreadable"],
  [".", "unreadable"],
  ["NaN", "unreadable"],
  ["9".repeat(100), "unreadable"],
  ["", "blank"],
  [" 　 ", "blank"],
])("typed %j reads as %s", (typed, expected) => {
  expect(said(typed)).toBe(expected);
});

test.each([
  [0.1 + 0.2, "0.3"],
  [1.005, "1.005"],
  [-0, "0"],
  [179.22, "179.22"],
  [1e-7, "0.0000001"],
  [123456789012.345, "123456789012.345"],
  [Number.NaN, "unreadable"],
  [Number.POSITIVE_INFINITY, "unreadable"],
])("the number %p reads as %s, at the 15 digits that hosts show", (number, expected) => {
  expect(said(number)).toBe(expected);
});

test("what is formatted reads back as the same amount", () => {
  const cents = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
  fc.assert(
    fc.property(cents, (value) => {
      const sign = value < 0n ? "-" : "";
      const digits = (value < 0n ? -value : value).toString().padStart(3, "0");
      const text = `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
      const parsed = parseAmount(text);
      expect(parsed.kind === "amount" && formatAmount(parsed.value, 2)).toBe(text);
    }),
  );
});
