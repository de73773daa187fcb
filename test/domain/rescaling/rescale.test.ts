import { Decimal } from "decimal.js";
import fc from "fast-check";
import { judgeAll, scopeOf } from "../../../src/domain/checking/checkDisclosure";
import type { Disclosure } from "../../../src/domain/disclosure/disclosure";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import { roundHalfUp } from "../../../src/domain/money/amount";
import { originalsOf, restore } from "../../../src/domain/rescaling/originals";
import { rescale, type Rescaling } from "../../../src/domain/rescaling/rescale";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { snapshotOf } from "../../support/goldenWorkbook";
import { printed, smallSet, type SmallSet } from "./smallSet";
import { template, yuanSet } from "./yuanUnits";

const inYuan = () => "元" as const;

function rescaled(set: SmallSet, unitOf: (table: string) => "元" | "万元" = inYuan) {
  const rescaling = rescale(set.template, set.source, unitOf);
  const { adjustments, unbalanced, unequal } = rescaling;
  return {
    printed: printed(set, rescaling.figuresAt),
    moved: adjustments.map(
      ({ table, row, rounded, adjusted }) =>
        `${table}${row} ${rounded.toFixed(2)}→${adjusted.toFixed(2)}`,
    ),
    unbalanced: unbalanced.map(({ relation, tail }) => `${relation.formula} ${tail.toFixed()}`),
    unequal: unequal.map(({ difference }) => difference.toFixed()),
  };
}

/** One total of the rows before it. */
function total(rows: Readonly<Record<string, number | string>>): SmallSet {
  const labels = Object.keys(rows);
  return smallSet({ 甲表: { rows, sums: { [labels.at(-1)!]: labels.slice(0, -1) } } });
}

describe("one total", () => {
  test.each([
    ["用友 UFO: 50.23+5.24=55.47 ÷10 is 5.02+0.53=5.55", [50230, 5240, 55470], "5.02 0.53 5.55"],
    [
      "用友 T+: 1.35+4.52+0.23−0.56=5.54 against 5.52, two units to two parts, never to one twice",
      [13451, 45150, 2250, -5649, 55202],
      "1.35 4.51 0.22 -0.56 5.52",
    ],
    ["ministry engine: 0.03 never turns red", [251, 10051, 10302], "0.03 1.00 1.03"],
    ["ministry engine: the total is never plugged", [10044, 10044, 20088], "1.00 1.01 2.01"],
    [
      "ministry engine: zero and exact parts stay",
      [0, 10000, 44, 6, 10050],
      "0.00 1.00 0.01 0.00 1.01",
    ],
    ["what adds up is left alone", [10000, 20049, 30049], "1.00 2.00 3.00"],
    ["of equals the later one absorbs", [10050, 10050, 20100], "1.01 1.00 2.01"],
    ["a zero takes no part", [0, 10044, 10044, 20088], "0.00 1.00 1.01 2.01"],
    ["an exact figure takes no part", [10000, 10049, 10049, 30098], "1.00 1.00 1.01 3.01"],
    ["a blank stays blank", ["", 10044, 10044, 20088], "blank 1.00 1.01 2.01"],
    ["“—” stays", ["—", 10044, 10044, 20088], "— 1.00 1.01 2.01"],
    ["less than half a unit may be printed as one", [40, 40, 40, 120], "0.00 0.00 0.01 0.01"],
    ["a red figure that rounds to nothing may be printed", [-40, 189, 149], "-0.01 0.02 0.01"],
    ["a red figure stays red", [-60, 20060, 20000], "-0.01 2.01 2.00"],
    ["a tie is rounded away from zero", [-10050, -10050, -20100], "-1.01 -1.00 -2.01"],
  ])("%s", (_words, figures, expected) => {
    const labels = ["一", "二", "三", "四"].slice(0, figures.length - 1);
    const rows = Object.fromEntries(
      [...labels, "合计"].map((label, index) => [
        label,
        figures.at(label === "合计" ? -1 : index)!,
      ]),
    );
    const result = rescaled(total(rows));
    expect(Object.values(result.printed["甲表"]!).join(" ")).toBe(expected);
    expect(result).toMatchObject({ unbalanced: [], unequal: [] });
  });

  test.each([
    ["no part may be printed as 0.00", [50, 99, 149], "0.01"],
    ["the total is exact and the parts must not vanish", [50, 50, 100], "0.01"],
    ["the only other part is exact", [10000, 50, 50, 10100], "0.01"],
    ["the only other part is zero", [0, 50, 50, 100], "0.01"],
    ["red parts must not vanish either", [-50, -99, -149], "-0.01"],
  ])("where %s, plain rounding stays with its tail", (_words, figures, tail) => {
    const labels = ["一", "二", "三", "四"].slice(0, figures.length - 1);
    const rows = Object.fromEntries(
      [...labels, "合计"].map((label, index) => [label, figures[index]!]),
    );
    const result = rescaled(total(rows));
    expect(result.unbalanced.map((words) => words.split(" ").at(-1))).toEqual([tail]);
    expect(result.moved).toEqual([]);
  });

  test("what does not add up in 元 is said and not balanced", () => {
    const result = rescaled(total({ 一: 10050, 二: 10050, 合计: 20099 }));
    expect(result.unequal).toEqual(["1"]);
    expect(result.printed["甲表"]).toEqual({ 一: "1.01", 二: "1.01", 合计: "2.01" });
    expect(result.moved).toEqual([]);
  });
});

describe("several totals", () => {
  test("a sub-total moves only because the total above needs it, and its parts follow", () => {
    const rows = { 一: 10044, 二: 10044, 小计: 20088, 三: 10044, 合计: 30132 };
    const sums = { 小计: ["一", "二"], 合计: ["小计", "三"] };
    const result = rescaled(smallSet({ 甲表: { rows, sums } }));
    expect(Object.values(result.printed["甲表"]!)).toEqual([
      "1.00",
      "1.01",
      "2.01",
      "1.00",
      "3.01",
    ]);
    const other = rescaled(smallSet({ 甲表: { rows: { ...rows, 三: 10048, 合计: 30136 }, sums } }));
    expect(other.moved).toEqual(["《甲表》二 1.00→1.01"]);
    expect(Object.values(other.printed["甲表"]!)).toEqual([
      ...["1.00", "1.01", "2.01", "1.00", "3.01"],
    ]);
    const lower = { 一: 10049, 二: 10049, 小计: 20098, 三: 10046, 合计: 30144 };
    expect(
      Object.values(rescaled(smallSet({ 甲表: { rows: lower, sums } })).printed["甲表"]!),
    ).toEqual(["1.00", "1.01", "2.01", "1.00", "3.01"]);
  });

  test("rows and columns come out together", () => {
    const result = rescaled(
      smallSet({
        甲表: {
          columns: ["合计", "基本支出", "项目支出"],
          rows: {
            一: [20088, 10044, 10044],
            二: [20088, 10044, 10044],
            总计: [40176, 20088, 20088],
          },
          sums: { 总计: ["一", "二"] },
          columnSums: { 合计: ["基本支出", "项目支出"] },
        },
      }),
    );
    expect(result.unbalanced).toEqual([]);
    expect(result.printed["甲表"]!["总计"]).toBe("4.02 2.01 2.01");
  });

  test("a figure that stands in two tables has one value, told once with both cells", () => {
    const set = smallSet(
      {
        甲表: { rows: { 一: 10044, 二: 10044, 合计: 20088 }, sums: { 合计: ["一", "二"] } },
        乙表: { rows: { 一: 4000, 二: 6044, 合计: 10044 }, sums: { 合计: ["一", "二"] } },
      },
      ["甲表[二, 金额] = 乙表[合计, 金额]"],
    );
    const { adjustments, figuresAt } = rescale(set.template, set.source, inYuan);
    expect(printed(set, figuresAt)).toEqual({
      甲表: { 一: "1.00", 二: "1.01", 合计: "2.01" },
      乙表: { 一: "0.40", 二: "0.61", 合计: "1.01" },
    });
    expect(adjustments.map(({ places }) => places.map(({ table, row }) => table + row))).toEqual([
      ["《甲表》二", "《乙表》合计"],
      ["《乙表》二"],
    ]);
  });

  test("a part stays within the whole where it was", () => {
    const set = smallSet(
      {
        甲表: { rows: { 一: 10044, 二: 10044, 合计: 20088 }, sums: { 合计: ["一", "二"] } },
        乙表: { rows: { 限额: 10045 } },
      },
      ["甲表[二, 金额] ≤ 乙表[限额, 金额]"],
    );
    expect(rescaled(set).printed["甲表"]).toEqual({ 一: "1.01", 二: "1.00", 合计: "2.01" });
  });

  test("a relation of a lower level binds nothing", () => {
    const set = smallSet({ 甲表: { rows: { 一: 10044, 二: 10044, 合计: 20088 } } }, [
      { formula: "甲表[一, 金额] + 甲表[二, 金额] = 甲表[合计, 金额]", level: "explain" },
    ]);
    expect(rescaled(set)).toMatchObject({ moved: [], unbalanced: [] });
  });
});

describe("units and places", () => {
  const tables = {
    甲表: { rows: { 一: 10044, 二: 10044, 合计: 20088 }, sums: { 合计: ["一", "二"] } },
    乙表: { rows: { 一: "1.00", 二: "1.00", 合计: "2.01" }, sums: { 合计: ["一", "二"] } },
  };

  test("a table that is in 万元 already stays as it is", () => {
    const result = rescaled(smallSet(tables), (table) => (table === "乙表" ? "万元" : "元"));
    expect(result.printed).toEqual({
      甲表: { 一: "1.00", 二: "1.01", 合计: "2.01" },
      乙表: { 一: "1.00", 二: "1.00", 合计: "2.01" },
    });
  });

  test("a figure that a table in 万元 prints already is printed alike", () => {
    const set = smallSet({ ...tables, 乙表: { rows: { 一: "1.00", 二: "1.00" } } }, [
      "甲表[二, 金额] = 乙表[二, 金额]",
    ]);
    const result = rescaled(set, (table) => (table === "乙表" ? "万元" : "元"));
    expect(result.printed["甲表"]).toEqual({ 一: "1.01", 二: "1.00", 合计: "2.01" });
  });

  test("counts are no money", () => {
    const set = smallSet({ 甲表: { rows: { 人数: 12345 }, decimals: 0 } });
    expect(rescaled(set).printed).toEqual({ 甲表: { 人数: "12345.00" } });
  });
});

/** Every must-hold verdict that is no pass. */
function tails(source: Disclosure, { figuresAt }: Rescaling): string[] {
  return judgeAll(template, scopeOf({ ...source, figuresAt }, template))
    .filter(({ relation, state }) => relation.level === "must-hold" && state !== "notApplicable")
    .filter(({ state }) => state !== "passed")
    .map(({ relation, binding }) => `${relation.code} ${JSON.stringify(binding)}`)
    .sort();
}

const TEN_THOUSAND = new Decimal(10_000);

function eachFigure(
  source: Disclosure,
  look: (place: Parameters<Disclosure["figuresAt"]>) => void,
): void {
  for (const { table, blocks } of source.placement.tables.values()) {
    if (table.definition.role !== "disclosure") continue;
    for (const { block, rows } of blocks) {
      for (const { id } of rows) {
        for (const { key } of block.figureColumns) {
          look([table.key, block.index, id, key]);
        }
      }
    }
  }
}

function expectHonest(source: Disclosure, rescaling: Rescaling): void {
  eachFigure(source, (place) => {
    const after = rescaling.figuresAt(...place);
    source.figuresAt(...place).forEach(({ figure, cell }, index) => {
      const own = after[index]!;
      expect(own.cell).toEqual(cell);
      if (figure.kind !== "amount" || own.figure.kind !== "amount") {
        expect(own.figure).toEqual(figure);
        return;
      }
      const yuan = figure.published;
      const plain = roundHalfUp(yuan.div(TEN_THOUSAND), 2);
      const { published } = own.figure;
      const moved = published.minus(plain);
      if (moved.isZero()) return;
      expect(moved.abs().toFixed()).toBe("0.01");
      expect(yuan.mod(100).isZero()).toBe(false);
      expect(published.times(yuan).isNegative()).toBe(false);
      expect(published.isZero()).toBe(false);
    });
  });
}

/** The grand totals of 01 stand above everything. */
function expectRootsPlain(source: Disclosure, { figuresAt }: Rescaling): void {
  let compared = 0;
  for (const { table, blocks } of source.placement.tables.values()) {
    for (const { block, rows } of blocks) {
      for (const { id, label } of rows) {
        if (label !== "总计" || table.definition.number !== "公开01表") continue;
        for (const { key } of block.figureColumns) {
          const place = [table.key, block.index, id, key] as const;
          const [yuan, after] = [source.figuresAt(...place), figuresAt(...place)].map(
            ([at]) => at?.figure,
          );
          if (yuan?.kind !== "amount" || after?.kind !== "amount") continue;
          const plain = roundHalfUp(yuan.published.div(TEN_THOUSAND), 2);
          expect(after.published.toFixed(2)).toBe(plain.toFixed(2));
          compared += 1;
        }
      }
    }
  }
  expect(compared).toBe(2);
}

function expectRestored(source: Disclosure, { figuresAt }: Rescaling): void {
  const kept = originalsOf(source, inYuan);
  const restored = restore({ ...source, figuresAt }, kept);
  expect(restored.converted).toEqual([]);
  eachFigure(source, (place) => {
    expect(restored.figuresAt(...place)).toEqual(source.figuresAt(...place));
  });
}

const RUNS = Number(process.env["RUNS"] ?? 100);
const FACTORS = [1237, 37, 98_765, 501];

test("100 random sets of the nine tables: no tail but those that no rounding avoids, roots plain, restoring exact", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.constantFrom(...FACTORS),
      fc.integer({ min: 2, max: 8 }),
      (seed, factor, size) => {
        const source = yuanSet(seed, factor, size);
        const rescaling = rescale(template, source, inYuan);
        expect(rescaling.unequal).toEqual([]);
        expectHonest(source, rescaling);
        const open = rescaling.unbalanced
          .filter(({ relation }) => relation.level === "must-hold")
          .map(({ relation, binding }) => `${relation.code} ${JSON.stringify(binding)}`)
          .sort();
        expect(tails(source, rescaling)).toEqual(open);
        expect(rescaling.unbalanced.filter(({ isGivenUp }) => isGivenUp)).toEqual([]);
        expectRootsPlain(source, rescaling);
        expectRestored(source, rescaling);
      },
    ),
    { numRuns: RUNS },
  );
});

test("the full golden, ten thousand times as large and with cents, is laid out without a tail", () => {
  const golden = recognise(snapshotOf(quanbiaoyoushu), template.structure);
  const larger = { ...golden, figuresAt: enlarged(golden, "1") };
  const same = rescale(template, larger, inYuan);
  expect(same.adjustments).toEqual([]);
  expect(tails(golden, same)).toEqual([]);
  const withCents = { ...golden, figuresAt: enlarged(golden, "1.0037") };
  const rescaling = rescale(template, withCents, inYuan);
  expect(rescaling).toMatchObject({ unbalanced: [], unequal: [] });
  expect(rescaling.adjustments.length).toBeGreaterThan(10);
  expect(tails(withCents, rescaling)).toEqual([]);
  const figures = { ...withCents, figuresAt: rescaling.figuresAt };
  const plan = layOutWorkbook(template, { unitName: "示例市某某中心", year: 2020, figures });
  const audit = plan.sheets.find(({ name }) => name === "审核");
  const results = audit!.cells.filter(({ column }) => column === 7).map(({ value }) => value);
  expect(results).not.toContain("尾差");
});

/** So many times ten thousand times as large: whatever added up still does. */
function enlarged(source: Disclosure, times: string): Disclosure["figuresAt"] {
  return (...place) =>
    source.figuresAt(...place).map((at) => {
      if (at.figure.kind !== "amount") return at;
      const value = at.figure.value.times(TEN_THOUSAND).times(times);
      return { ...at, figure: { kind: "amount", value, published: value } };
    });
}
