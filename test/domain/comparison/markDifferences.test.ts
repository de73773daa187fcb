import { markDifferences } from "../../../src/domain/comparison/markDifferences";

/** 增加〔-12.50-〕〔+12.60+〕万元 */
function marked(before: string, after: string): string {
  return markDifferences(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `〔-${text}〕`, added: `〔+${text}〕` })[kind])
    .join("");
}

test.each([
  ["the same", "增加12.50万元。", "增加12.50万元。", "增加12.50万元。"],
  ["nothing at all", "", "", ""],
  [
    "a number is another as a whole",
    "增加12.50万元",
    "增加12.60万元",
    "增加〔-12.50〕〔+12.60〕万元",
  ],
  ["with its percent sign", "占42.1%。", "占42.1。", "占〔-42.1%〕〔+42.1〕。"],
  ["a full stop is no part of it", "共12。", "共13。", "共〔-12〕〔+13〕。"],
  ["thousands' commas are", "共1,234.5元", "共1,235.5元", "共〔-1,234.5〕〔+1,235.5〕元"],
  ["a word", "增加12.5万元", "减少12.5万元", "〔-增加〕〔+减少〕12.5万元"],
  ["what came in", "收入总计。", "收入支出总计。", "收入〔+支出〕总计。"],
  ["what went", "收入支出总计。", "收入总计。", "收入〔-支出〕总计。"],
  ["at the start and at the end", "甲事项乙", "丙事项丁", "〔-甲〕〔+丙〕事项〔-乙〕〔+丁〕"],
  ["all of it", "无", "占5%", "〔-无〕〔+占5%〕"],
  ["written from nothing", "", "新写", "〔+新写〕"],
  ["one sign alike between two changes", "甲的乙", "丙的丁", "〔-甲的乙〕〔+丙的丁〕"],
  ["widths and quotation of signs that print alike", "占５％，合计", "占5%,合计", "占5%,合计"],
])("%s", (_, before, after, expected) => {
  expect(marked(before, after)).toBe(expected);
});

test("without what came it is the text before, without what went the text after", () => {
  const before = "本年收入合计179.22万元，其中：财政拨款收入75.40万元，占42.1%。";
  const after = "本年支出合计180万元，其中：基本支出75.40万元，占41.9%；项目支出0.5万元。";
  const without = (kind: string) =>
    markDifferences(before, after)
      .filter((each) => each.kind !== kind)
      .map(({ text }) => text)
      .join("");
  expect(without("added")).toBe(before);
  expect(without("removed")).toBe(after);
});

test("texts that have nothing to do with each other are shown one after the other", () => {
  const [before, after] = ["甲乙".repeat(1200), "丙甲".repeat(1200)];
  expect(markDifferences(before, after)).toEqual([
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ]);
});
