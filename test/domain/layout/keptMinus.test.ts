import { layOutChangeList } from "../../../src/domain/layout/lists/changeList";
import { keptMinus } from "../../../src/domain/layout/lists/keptMinus";

test.each([
  ["a negative figure", "-3.50", "−3.50"],
  ["before and after", "3.50 → -3.50", "3.50 → −3.50"],
  ["right behind words", "本年支出合计-1,203.50，请核对", "本年支出合计−1,203.50，请核对"],
  ["without decimals, behind a blank", "得分 -1，得分不能低于 0", "得分 −1，得分不能低于 0"],
  ["a percentage", "增长-12%", "增长−12%"],
  ["in brackets", "（-3）", "（−3）"],
  ["two of them", "-1.00＋-2.00", "−1.00＋−2.00"],
])("a minus stays with its number: %s", (_, text, kept) => {
  expect(keptMinus(text)).toBe(kept);
});

test.each([
  ["years", "2016-2020年"],
  ["a telephone number", "0731-22880000"],
  ["a number of an annex", "附件-1"],
  ["a version", "hunan-2020"],
  ["a difference of figures", "3.50-1.25"],
  ["a dash for nothing", "-"],
])("other hyphens stay: %s", (_, text) => {
  expect(keptMinus(text)).toBe(text);
});

test("texts of a list have it, figures stay numbers", () => {
  const version = { name: "a.xlsx", fingerprint: "0".repeat(64) };
  const { sheets } = layOutChangeList({
    sheet: "改动清单",
    unitName: "某市某局",
    year: 2020,
    date: "2021年3月1日",
    old: version,
    new: version,
    tableName: () => "公开03表",
    count: "改动 1 处：文字 1",
    warnings: [],
    changes: [
      { kind: "text", row: "", column: "", before: "少 -3.50 万元。", after: "少 3.50 万元。" },
    ],
    remarks: [],
  });
  const values = sheets[0]?.cells.map(({ value }) => value);
  expect(values).toContain("少 −3.50 万元。");
  expect(values).toContain("少 3.50 万元。");
});
