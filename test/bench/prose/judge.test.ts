import { Decimal } from "decimal.js";
import type { Figure, Verdict } from "./claim";
import {
  changeRange,
  growthRange,
  isSameFigure,
  judgeDifference,
  judgePercent,
  judgeSum,
  type Range,
  shareRange,
} from "./judge";

const printed = (shown: string, scale: number): Figure => {
  const value = new Decimal(shown).times(scale);
  const half = value.isZero() || scale === 1 ? new Decimal(0) : new Decimal("0.005").times(scale);
  const decimals = shown.split(".")[1]?.length ?? 0;
  return { key: "", start: 0, end: 1, clause: 0, value, half, shown, decimals, scale };
};
const wan = (shown: string) => printed(shown, 10_000);
const rate = (shown: string) => printed(shown, 1);

const PERCENTAGES: readonly (readonly [string, string, Range | undefined, Verdict, string])[] = [
  [
    "a ratio written as growth",
    "267.8",
    changeRange(wan("179.22"), wan("112.29"), 1),
    "wrong",
    "167.8",
  ],
  ["growth by the change", "167.8", changeRange(wan("179.22"), wan("112.29"), 1), "right", "167.8"],
  ["growth by the base", "167.8", growthRange(wan("179.22"), wan("66.93")), "right", "167.8"],
  [
    "a rate within the intervals",
    "12.6",
    changeRange(wan("75.40"), wan("8.47"), 1),
    "rounding",
    "12.7",
  ],
  ["a cut rate", "98.56", changeRange(wan("151.31"), wan("10429.74"), -1), "rounding", "98.57"],
  ["one unit too low", "98.55", changeRange(wan("151.31"), wan("10429.74"), -1), "wrong", "98.57"],
  [
    "the least of small figures",
    "39.90",
    shareRange(wan("0.39"), wan("0.96")),
    "rounding",
    "40.63",
  ],
  ["below the least", "39.88", shareRange(wan("0.39"), wan("0.96")), "wrong", "40.63"],
  ["half up", "0.5", shareRange(wan("9.00"), wan("2000.00")), "right", "0.5"],
  ["nothing of something", "0", shareRange(wan("0"), wan("0.45")), "right", "0"],
  ["something of nothing", "100", shareRange(wan("0.45"), wan("0")), "cannot-be-checked", ""],
];

test.each(PERCENTAGES)("%s: %s", (_, shown, range, verdict, recomputed) => {
  expect(judgePercent(rate(shown), [range])).toEqual({ verdict, recomputed });
});

const SUMS: readonly (readonly [string, string, readonly string[], Verdict, string])[] = [
  ["exact", "179.22", ["75.40", "103.82"], "right", "179.22"],
  ["a tail of three", "75.41", ["70.10", "5.30"], "rounding", "75.40"],
  ["a cent beyond it", "75.42", ["70.10", "5.30"], "wrong", "75.40"],
  ["a zero adds no tolerance", "75.41", ["75.40", "0"], "wrong", "75.40"],
  ["three parts", "358.65", ["173.02", "38.38", "147.20"], "wrong", "358.60"],
  ["a negative part", "54.68", ["73.56", "-18.88"], "right", "54.68"],
];

test.each(SUMS)("a sum, %s: %s", (_, total, parts, verdict, recomputed) => {
  const terms = parts.map((part) => ({ figure: wan(part), sign: 1 as const }));
  expect(judgeSum(wan(total), terms)).toEqual({ verdict, recomputed });
});

test("a change has no sign", () => {
  const { verdict } = judgeDifference(wan("24.92"), wan("151.31"), wan("176.23"));
  expect(verdict).toBe("right");
});

test.each([
  ["the same", wan("75.40"), wan("75.4"), true],
  ["a cent apart", wan("75.40"), wan("75.41"), false],
  [
    "as near as 亿元 with two decimals can say",
    printed("1.52", 100_000_000),
    wan("15163.00"),
    true,
  ],
  ["元 and 万元", wan("75.40"), printed("754000.00", 1), true],
])("one figure in two places: %s", (_, one, other, isSame) => {
  expect(isSameFigure(one, other)).toBe(isSame);
});

test("what is missing is not judged", () => {
  const blank: Figure = { ...wan("1"), value: undefined };
  expect(judgePercent(blank, [shareRange(wan("1"), wan("2"))]).verdict).toBe("cannot-be-checked");
  expect(judgeSum(wan("1"), [{ figure: blank, sign: 1 }]).verdict).toBe("cannot-be-checked");
  expect(shareRange(blank, wan("2"))).toBeUndefined();
});
