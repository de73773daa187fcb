import fc from "fast-check";
import { rescale } from "../../../src/domain/rescaling/rescale";
import { printed, smallSet } from "./smallSet";

const UNIT = 100;

const part = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 30_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 160 }) },
  { weight: 1, arbitrary: fc.integer({ min: -9_000, max: -1 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 100, 20_000) },
);
/** Such as cannot vanish, or cannot move. */
const stubborn = fc.constantFrom(50, 99, 149, 100, -50, -99, 10_000);
/** Parts of one sub-total after the other. */
const treeOf = (own: fc.Arbitrary<number>) =>
  fc.array(fc.array(own, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 });
const tree = fc.oneof(
  { weight: 3, arbitrary: treeOf(part) },
  { weight: 1, arbitrary: treeOf(stubborn) },
);

const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);

function setOf(groups: readonly (readonly number[])[]) {
  const rows: Record<string, number> = {};
  const sums: Record<string, readonly string[]> = {};
  groups.forEach((parts, group) => {
    const labels = parts.map((_, index) => `项${String(group)}${String(index)}`);
    parts.forEach((amount, index) => (rows[labels[index]!] = amount));
    rows[`小计${String(group)}`] = sum(parts);
    sums[`小计${String(group)}`] = labels;
  });
  rows["合计"] = sum(Object.keys(sums).map((label) => rows[label]!));
  sums["合计"] = Object.keys(sums);
  return { rows, sums };
}

const plain = (amount: number) =>
  Math.sign(amount) * Math.floor((Math.abs(amount) + UNIT / 2) / UNIT);

/** What a figure may be printed as. */
function choices(amount: number, isRoot: boolean): number[] {
  const own = plain(amount);
  if (isRoot || amount % UNIT === 0) return [own];
  const isKept = (units: number) =>
    units === 0 ? own === 0 : Math.sign(units) === Math.sign(amount);
  return [own - 1, own, own + 1].filter(isKept);
}

/** Sums that the parts can give, one choice each. */
function reachable(parts: readonly (readonly number[])[]): ReadonlySet<number> {
  let sums = new Set([0]);
  for (const own of parts)
    sums = new Set([...sums].flatMap((before) => own.map((each) => before + each)));
  return sums;
}

function hasSolution(groups: readonly (readonly number[])[]): boolean {
  const totals = groups.map((parts) => {
    const sums = reachable(parts.map((amount) => choices(amount, false)));
    return choices(sum(parts), false).filter((units) => sums.has(units));
  });
  return reachable(totals).has(plain(sum(groups.map(sum))));
}

test("500 random trees: balanced exactly where trying every way finds one that is", () => {
  let solvable = 0;
  let unsolvable = 0;
  fc.assert(
    fc.property(tree, (groups) => {
      const { rows, sums } = setOf(groups);
      const set = smallSet({ 甲表: { rows, sums } });
      const { figuresAt, unbalanced, unequal } = rescale(set.template, set.source, () => "元");
      expect(unequal).toEqual([]);
      const exists = hasSolution(groups);
      if (exists) solvable += 1;
      else unsolvable += 1;
      expect(unbalanced.length === 0).toBe(exists);
      const units = Object.entries(printed(set, figuresAt)["甲表"]!).map(
        ([label, text]) => [label, Math.round(Number(text) * 100)] as const,
      );
      for (const [label, each] of units) {
        expect(choices(rows[label]!, label === "合计")).toContain(each + 0);
      }
    }),
    { numRuns: 500, seed: 20_26 },
  );
  expect(solvable).toBeGreaterThan(300);
  expect(unsolvable).toBeGreaterThan(10);
});
