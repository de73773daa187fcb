import { Decimal } from "decimal.js";
import type { QualityBand } from "../../../src/domain/template/templatePackage";
import {
  mistypedOperator,
  readBeside,
  readTyped,
  type Typed,
} from "../../../src/domain/evaluation/targets/readTyped";
import { isInBand, qualityBand } from "../../../src/domain/evaluation/targets/qualityBand";
import { scoreByTarget } from "../../../src/domain/evaluation/targets/scoreByTarget";

/** atLeast 95% · none 每月1次/人 */
function print(typed: Typed): string {
  if (typed.kind === "period") return `${String(typed.first)}–${String(typed.last)}`;
  if (typed.kind !== "quantity") return typed.kind;
  const { operator, amount, to, unit, per, of } = typed;
  const upTo = to === undefined ? "" : `~${to.toFixed()}`;
  return `${operator} ${per}${of}${amount.toFixed()}${upTo}${unit}`;
}

test.each<[text: string | number | null, read: string]>([
  ["》95%", "atLeast 95%"],
  ["≥95％", "atLeast 95%"],
  ["> = 95 %", "atLeast 95%"],
  ["95%以上", "atLeast 95%"],
  ["达到95%及以上", "atLeast 95%"],
  ["不低于９５％", "atLeast 95%"],
  ["2138 本", "none 2138本"],
  ["1，200 人次", "none 1200人次"],
  ["222 万元", "none 2220000元"],
  ["0.5 亿元", "none 50000000元"],
  ["每月 1 次/人", "none 每月1次/人"],
  ["每个月1次", "none 每月1次"],
  ["≤3 %", "atMost 3%"],
  ["控制在 3 万元以内", "atMost 30000元"],
  ["不超过 5 个工作日", "atMost 5工作日"],
  ["15日内", "atMost 15日"],
  ["《3 起", "atMost 3起"],
  ["=100%", "equal 100%"],
  ["100%完成", "none 100%"],
  ["3~5 场", "range 3~5场"],
  ["3场至5场", "range 3~5场"],
  ["90%—95%", "range 90~95%"],
  ["举办培训班3期", "none 举办培训班3期"],
  ["已完成 22 次", "none 22次"],
  ["0 起", "none 0起"],
  [98.5, "none 98.5"],
  ["2020 年 12 月", "20201201–20201231"],
  ["2020年", "20200101–20201231"],
  ["2020年6月30日前完成", "20200630–20200630"],
  ["2020-02", "20200201–20200229"],
  ["2020.12.5", "20201205–20201205"],
  ["大于等于3次", "atLeast 3次"],
  ["不少于3次", "atLeast 3次"],
  ["至少3次", "atLeast 3次"],
  ["最少3次", "atLeast 3次"],
  ["达到3次", "none 3次"],
  ["＞95%", "above 95%"],
  ["超过95%", "above 95%"],
  ["小于等于3次", "atMost 3次"],
  ["不高于3次", "atMost 3次"],
  ["最多3次", "atMost 3次"],
  ["3次以下", "atMost 3次"],
  ["＜5%", "below 5%"],
  ["低于5%", "below 5%"],
  ["≥3 次，≤5次", "between 3~5次"],
  ["不少于3次且不超过5次", "between 3~5次"],
  ["3次以上5次以下", "between 3~5次"],
  ["每周不少于2次", "atLeast 每周2次"],
  ["全年12次", "none 每年12次"],
  ["1次/月", "none 每月1次"],
  ["每月一次", "none 每月1次"],
  ["十二次", "none 12次"],
  ["百分之九十五", "none 95%"],
  ["12月底前", "20201201–20201231"],
  ["6月30日前", "20200630–20200630"],
  ["年底前完成", "20200101–20201231"],
  ["上半年", "20200101–20200630"],
  ["2021年第一季度", "20210101–20210331"],
  ["2020年1-12月", "20200101–20201231"],
  ["12月", "none 12月"],
  // What cannot be read whole is 定性, never a guess.
  ["未超", "words"],
  ["不断提高", "words"],
  ["约30次", "words"],
  ["30余次", "words"],
  ["30次左右", "words"],
  ["第3名", "words"],
  ["前10名", "words"],
  ["-5%", "words"],
  ["一人一档", "words"],
  ["三公经费", "words"],
  ["四五次", "words"],
  ["一百二次", "words"],
  ["≥3万元以内", "words"],
  ["培训2期、考察3次", "words"],
  ["22次（其中上级10次）", "words"],
  ["2020年13月", "words"],
  ["2020年2月30日", "words"],
  ["3月内", "atMost 3月"],
  ["13月底前", "words"],
  ["≥5次，≤3次", "words"],
  ["", "blank"],
  ["　", "blank"],
  [null, "blank"],
])("%p is read as %s", (text, read) => {
  expect(print(readTyped(text, 2020))).toBe(read);
});

test.each([
  ["》95%", { typed: "》", meant: "≥" }],
  [" 《 3 起", { typed: "《", meant: "≤" }],
  ["≥95%", undefined],
  ["《预算法》培训", undefined],
])("the sign of %s", (text, sign) => {
  expect(mistypedOperator(text)).toEqual(sign);
});

type Case = [target: string, actual: string, weight: string, expected: string];

const falling: Case[] = [
  ["≥95%", "95%", "10", "met 10"],
  ["≥95%", "94.99%", "10", "missed 10"],
  ["≥95%", "90%", "10", "missed 9.47"],
  ["≥95%", "96", "10", "met 10"],
  ["≥95%", "0.98", "10", "unknown"],
  ["》95%", "》95%", "10", "unknown"],
  ["2138 本", "2138 本", "6", "met 6"],
  ["2138 本", "2137 本", "6", "missed 6"],
  ["2138 本", "1069 本", "6", "missed 3"],
  ["=3 次", "4 次", "5", "met 5"],
  ["≥8 场", "-1 场", "5", "unknown"],
  ["≥0 起", "0 起", "5", "met 5"],
  ["0 起", "0 起", "5", "met 5"],
  ["0 起", "1 起", "5", "missed 0"],
  ["≤3%", "3%", "5", "met 5"],
  ["≤3%", "3.01%", "5", "missed 4.98"],
  ["≤3%", "5.99%", "5", "missed 0.02"],
  ["≤3%", "6%", "5", "missed 0"],
  ["≤3%", "60%", "5", "missed 0"],
  ["≤0 起", "1 起", "5", "missed 0"],
  ["3~5 场", "3 场", "5", "met 5"],
  ["3~5 场", "6 场", "5", "unclear above"],
  ["3~5 场", "2 场", "5", "missed 3.33"],
  ["100 万元", "0.01 亿元", "5", "met 5"],
  ["100 万元", "990000 元", "5", "missed 4.95"],
  ["100 万元", "99", "5", "missed without a score"],
  ["100 万元", "100", "5", "unknown"],
  ["100 次", "100 人次", "5", "unknown"],
  ["每月 1 次", "12 次", "5", "met 5"],
  ["每月 1 次", "11 次", "5", "unclear per"],
  ["每月 1 次", "每季度 1 次", "5", "missed 1.67"],
  ["每周不少于2次", "1次", "5", "missed without a score"],
  ["每周1次", "每月4次", "5", "unknown"],
  ["12 次", "每月 1 次", "5", "unknown"],
  ["每月 1 次/人", "每月 1 次/人", "5", "met 5"],
  ["举办培训班3期", "3期", "5", "met 5"],
  ["举办培训班3期", "举办展览3期", "5", "unknown"],
  ["2020 年 12 月", "2020年11月", "5", "met 5"],
  ["2020 年 12 月", "2021年1月", "5", "missed without a score"],
  ["12月底前", "11月", "5", "met 5"],
  ["12月底前", "2021年1月", "5", "missed without a score"],
  ["12月", "11月", "5", "missed 4.58"],
  ["2020年12月15日前", "2020年12月", "5", "unclear time"],
  ["＞95%", "95%", "5", "missed without a score"],
  ["＞95%", "95.01%", "5", "met 5"],
  ["＞95%", "90%", "10", "missed 9.47"],
  ["＜5%", "5%", "5", "missed without a score"],
  ["＜5%", "4.99%", "5", "met 5"],
  ["=3次", "1次", "5", "missed 1.67"],
  ["90-95%", "85%", "10", "missed 9.44"],
  ["90-95%", "98%", "10", "unclear above"],
  ["≥3 次，≤5次", "5次", "5", "met 5"],
  ["≥3 次，≤5次", "6次", "5", "missed 4"],
  ["10个", "8家", "5", "unclear unit"],
  ["10个", "10家", "5", "unknown"],
  ["10个村", "8个", "5", "missed 4"],
  ["1/3", "1/4", "5", "missed without a score"],
  ["12/31", "11/30", "5", "unknown"],
  ["≥95%", "90%以下", "5", "missed without a score"],
  ["≥95%", "≥90%", "5", "unclear bound"],
  ["≥95%", "较好", "5", "unknown"],
  ["保质保量", "22 次", "5", "unknown"],
  ["≥95%", "", "5", "unknown"],
];

const judge = (
  [target, actual, weight]: Case,
  above: "falling" | "inverse",
  lessIsBetter = false,
): string => {
  const typed = { ...readBeside({ target, actual }, 2020), lessIsBetter };
  const result = scoreByTarget({ ...typed, weight: new Decimal(weight) }, { above });
  if (!result) return "unknown";
  if (result.verdict === "unclear") return `unclear ${result.doubt}`;
  return `${result.verdict} ${result.score?.toFixed() ?? "without a score"}`;
};

test.each(falling)("target %s, reached %s, of %s points: %s", (...each) => {
  expect(judge(each, "falling")).toBe(each[3]);
});

test.each<Case>([
  ["≤3%", "3%", "5", "met 5"],
  ["≤3%", "6%", "5", "missed 2.5"],
  ["≤3%", "60%", "5", "missed 0.25"],
  ["≥95%", "90%", "10", "missed 9.47"],
])("湖北: target %s, reached %s, of %s points: %s", (...each) => {
  expect(judge(each, "inverse")).toBe(each[3]);
});

test.each<Case>([
  ["222 万元", "222 万元", "5", "met 5"],
  ["222 万元", "200 万元", "5", "unknown"],
  ["≤222 万元", "200 万元", "5", "met 5"],
  ["≤222 万元", "333 万元", "5", "missed 2.5"],
])("a cost: target %s, reached %s, of %s points: %s", (...each) => {
  expect(judge(each, "falling", true)).toBe(each[3]);
});

const HUNAN = [
  { from: 80, words: ["达成", "达成年度指标"] },
  { from: 60, words: ["部分达成"] },
  { from: 0, words: ["未达成"] },
];
const HUBEI = [{ from: 80, words: ["达成"] }, { from: 50, words: ["部分达成"] }, HUNAN[2]!];

test.each<[actual: string, qualities: readonly QualityBand[], score: string, judged: string]>([
  ["达成", HUNAN, "4.8", "达成 4.8–6 yes"],
  ["达成年度指标。", HUNAN, "6", "达成 4.8–6 yes"],
  ["达成", HUNAN, "4.79", "达成 4.8–6 no"],
  ["达成", HUNAN, "6.01", "达成 4.8–6 no"],
  ["部分达成", HUNAN, "3.6", "部分达成 3.6–4.8 yes"],
  ["部分达成", HUNAN, "4.79", "部分达成 3.6–4.8 yes"],
  ["部分达成", HUNAN, "4.8", "部分达成 3.6–4.8 no"],
  ["部分达成", HUNAN, "3.59", "部分达成 3.6–4.8 no"],
  ["部分达成", HUBEI, "3.59", "部分达成 3–4.8 yes"],
  ["未达成", HUNAN, "0", "未达成 0–3.6 yes"],
  ["未 达 成", HUNAN, "3.6", "未达成 0–3.6 no"],
  ["未达成", HUBEI, "3", "未达成 0–3 no"],
  ["基本达成", HUNAN, "6", "people"],
  ["达成率95%", HUNAN, "6", "people"],
  ["", HUNAN, "6", "people"],
  ["达成", [], "6", "people"],
])("%s, worth 6 points: %#", (actual, qualities, score, judged) => {
  const method = { above: "falling", qualities } as const;
  const band = qualityBand(readTyped(actual), new Decimal(6), method);
  const words = band
    ? `${band.word} ${band.from.toFixed()}–${band.to.toFixed()} ${isInBand(band, new Decimal(score)) ? "yes" : "no"}`
    : "people";
  expect(words).toBe(judged);
});
