import { checkWrittenText } from "../../../src/application/checkWrittenText";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { narrate } from "../../../src/domain/narrative/narrate";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { seed001 } from "../../golden/seed001";
import { snapshotOf } from "../../support/goldenWorkbook";
import { shippedTemplate } from "../../support/native";

const template = shippedTemplate();
const published = recognise(snapshotOf(seed001), template.structure);

/** The amounts of a text with what the workbook says of them. */
const ties = (text: string) =>
  checkWrittenText(text, published)
    .claims.filter(({ kind }) => kind === "equality")
    .map(({ claimed, verdict, recomputed }) => `${claimed} ${verdict} ${recomputed}`.trim());

test.each<[string, string, readonly string[]]>([
  ["an amount of a cell", "本年支出合计179.22万元。", ["179.22 right 179.22"]],
  ["without its zero", "财政拨款支出75.4万元。", ["75.4 right 75.40"]],
  ["in 元", "本年支出合计1792200元。", ["1792200 right 1792200"]],
  ["万元 written for 元", "本年支出合计1792200万元。", ["1792200 wrong 179.22"]],
  ["another figure under the name of one cell", "人员经费67.85万元。", ["67.85 wrong 67.58"]],
  ["one cent off", "其他收入103.83万元。", ["103.83 wrong 103.82"]],
  [
    "a name that two cells have with different figures",
    "基本支出75.41万元。",
    ["75.41 cannot-be-checked"],
  ],
  ["收、支总计 of both sides", "收、支总计179.20万元。", ["179.20 wrong 179.22"]],
  ["a total that two tables have", "本年收入合计179.32万元。", ["179.32 wrong 179.22"]],
  ["收支总计 of one fund", "财政拨款收、支总计75.04万元。", ["75.04 wrong 75.40"]],
  ["last year's", "上年收支总计69.63万元。", ["69.63 wrong 66.93"]],
  [
    "the budget beside its total",
    "财政拨款支出75.40万元，年初预算为66.39万元。",
    ["75.40 right 75.40", "66.39 wrong 66.93"],
  ],
  [
    "a budget beside another total",
    "慰问支出75.40万元，年初预算为66.39万元。",
    ["75.40 right 75.40", "66.39 cannot-be-checked"],
  ],
  ["the budget under its own name", "财政拨款支出年初预算数为66.39万元。", ["66.39 wrong 66.93"]],
  [
    "本年支出合计 where one fund is spoken of",
    "四、财政拨款收入支出决算总体情况\n本年支出合计75.04万元。",
    ["75.04 cannot-be-checked"],
  ],
  ["tied to none", "慰问困难职工12.34万元。", ["12.34 cannot-be-checked"]],
  ["a bound is no figure of a cell", "本年支出合计近180万元。", []],
  ["nothing is tied to nothing", "公务接待费0.00万元。", []],
])("%s", (_, text, expected) => {
  expect(ties(text)).toEqual(expected);
});

test.each([
  [
    "in sections of their own",
    "三、支出决算\n本年支出合计179.22万元。\n四、财政拨款收支\n本年支出合计75.40万元。",
  ],
  ["in one paragraph", "本年支出合计179.22万元。财政拨款收入75.40万元，本年支出合计75.40万元。"],
])("the total of all funds and that of one do not contradict each other: %s", (_, text) => {
  expect(ties(text).filter((tie) => !tie.includes("right"))).toEqual([]);
});

const changes = (text: string) =>
  checkWrittenText(text, published)
    .claims.filter(({ kind }) => kind === "difference")
    .map(({ claimed, verdict, recomputed }) => `${claimed} ${verdict} ${recomputed}`.trim());

test.each<[string, string, readonly string[]]>([
  [
    "as the workbook has it",
    "收支总计179.22万元，与上年相比增加112.29万元。",
    ["112.29 right 112.29"],
  ],
  ["a cent off", "收支总计179.22万元，与上年相比增加112.30万元。", ["112.30 rounding 112.29"]],
  ["two cents off", "收支总计179.22万元，与上年相比增加112.31万元。", ["112.31 wrong 112.29"]],
  ["the other way", "收支总计179.22万元，与上年相比减少112.29万元。", ["112.29 wrong 112.29"]],
  ["against the budget", "机关运行经费7.82万元，比年初预算减少8.13万元。", ["8.13 wrong 7.13"]],
  [
    "of another amount than the workbook's",
    "收支总计180.22万元，与上年相比增加112.31万元。",
    ["112.31 cannot-be-checked"],
  ],
  [
    "last year's is not there",
    "会议费0.50万元，与上年相比增加0.20万元。",
    ["0.20 cannot-be-checked"],
  ],
])("a change against what the workbook alone knows: %s", (_, text, expected) => {
  expect(changes(text)).toEqual(expected);
});

test("the cell is named", () => {
  const [claim] = checkWrittenText("本年支出合计179.22万元。", published).claims;
  expect(claim?.explanation).toMatch(/公开0[123]表“.*本年支出合计.*”/u);
});

test("without a workbook amounts are tied to nothing", () => {
  expect(checkWrittenText("慰问困难职工12.34万元。").claims).toEqual([]);
});

test.each([
  ["seed 001", seed001],
  ["全表有数", quanbiaoyoushu],
])("nothing is wrong in our own sentences about %s", (_, golden) => {
  const disclosure = recognise(snapshotOf(golden), template.structure);
  const text = narrate(disclosure, template)
    .flatMap(({ number, title, paragraphs }) => [
      `${number}、${title}`,
      ...paragraphs.map((paragraph) => paragraph.text),
    ])
    .join("\n");
  const { claims } = checkWrittenText(text, disclosure);
  const equalities = claims.filter(({ kind }) => kind === "equality");
  expect(equalities.filter(({ verdict }) => verdict === "wrong")).toEqual([]);
  expect(equalities.filter(({ verdict }) => verdict === "right").length).toBeGreaterThan(15);
});
