import { brokenSums } from "./arithmetic";
import { quanbiaoyoushu } from "./quanbiaoyoushu";
import { seed001, seed001Corrected } from "./seed001";

test("the published set breaks what domain.md says, and nothing else", () => {
  expect(brokenSums(seed001)).toEqual([
    "01-2: 179.22 ≠ 283.04",
    "06-1 302: 7.82 ≠ 7.81",
    "X5 207: 103.82 ≠ 0.00",
  ]);
});

test("the corrected set keeps the rounding tail alone", () => {
  expect(brokenSums(seed001Corrected)).toEqual(["06-1 302: 7.82 ≠ 7.81"]);
});

test("in 全表有数 every sum comes out to the cent", () => {
  expect(brokenSums(quanbiaoyoushu)).toEqual([]);
});
