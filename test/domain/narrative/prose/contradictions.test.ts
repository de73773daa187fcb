import { checkProse } from "../../../../src/domain/narrative/prose/checkProse";

const troubles = (text: string) =>
  checkProse(text)
    .filter(({ verdict }) => verdict === "wrong" || verdict === "inconsistent")
    .map(({ kind, quote, recomputed }) => `${kind} ${quote}→${recomputed}`);

test.each<[string, string, readonly string[]]>([
  [
    "持平 behind a decrease",
    "2020年度收入100.00万元，比上年减少50.00万元，与上年持平。",
    ["direction 与上年持平→减少"],
  ],
  [
    "持平 behind an increase and its rate",
    "2020年度收入150.00万元，比上年增加50.00万元，增长50%，与上年持平。",
    ["direction 与上年持平→增加"],
  ],
  ["持平 behind no change", "2020年度收入100.00万元，比上年增加0.00万元，与上年持平。", []],
  ["基本持平", "2020年度收入100.00万元，比上年减少0.50万元，与上年基本持平。", []],
  [
    "持平 of another thing",
    "收入100.00万元，比上年减少50.00万元；公务接待费1.00万元，与上年持平。",
    [],
  ],
  [
    "小微 more than 中小",
    "授予中小企业合同金额5.00万元，其中：授予小微企业合同金额6.00万元。",
    ["sum 授予中小企业合同金额5.00万元→6.00"],
  ],
  ["小微 all of 中小", "授予中小企业合同金额5.00万元，其中：授予小微企业合同金额5.00万元。", []],
  ["小微 less than 中小", "授予中小企业合同金额5.00万元，其中：授予小微企业合同金额3.00万元。", []],
])("%s", (_, text, wanted) => {
  expect(troubles(text)).toEqual(wanted);
});

test("the number of a part is none of the name", () => {
  const names = checkProse(
    "第一部分示例市城东区企业服务中心概况\n示例市城东区企业中心2020年度部门决算\n示例市城东区企业中心概况\n示例市城东区企业中心部门决算",
  ).filter(({ kind, verdict }) => kind === "name" && verdict === "inconsistent");
  expect(names.map(({ quote }) => quote)).toEqual(["示例市城东区企业服务中心"]);
});

const ITEMS = [
  "30201\t办公费\t0.98",
  "30202\t印刷费\t0.00",
  "30216\t培训费\t",
  "30211\t差旅费\t1.20",
];
const OTHERS = Array.from(
  { length: 6 },
  (_, at) => `3010${String(at)}\t其他项目${"甲乙丙丁戊己".charAt(at)}\t1.00`,
);

test.each<[string, string, readonly string[]]>([
  [
    "nil by the table",
    "公用经费7.82万元，主要包括办公费、印刷费、培训费等。",
    ["印刷费", "培训费"],
  ],
  ["spent by the table", "公用经费7.82万元，主要包括办公费、差旅费。", []],
  ["not in the table", "公用经费7.82万元，主要包括办公费、邮电费。", []],
  ["a term explained", "机关运行经费：包括办公费、印刷费。", []],
])("主要包括 against the table of the text: %s", (_, sentence, wanted) => {
  const named = (table: readonly string[]) =>
    checkProse([...table, sentence].join("\n"))
      .filter(({ kind }) => kind === "wording")
      .map(({ quote }) => quote);
  expect(named([...ITEMS, ...OTHERS])).toEqual(wanted);
  expect(named(ITEMS)).toEqual([]);
});

const asked = (text: string) =>
  checkProse(text)
    .filter(({ explanation }) => /同一件事|还多/u.test(explanation))
    .map(({ quote, recomputed, verdict }) => `${verdict} ${quote}→${recomputed}`);

test.each<[string, string, readonly string[]]>([
  [
    "one activity with two counts",
    "全年组织主题党日活动6次。\n创新开展主题党日活动16次。",
    ["cannot-be-checked 创新开展主题党日活动16次→6"],
  ],
  ["one activity with one count", "组织主题党日活动6次。\n开展主题党日活动6次。", []],
  ["a count each month", "每月开展主题党日活动1次。\n开展主题党日活动12次。", []],
  ["a short name", "培训3次。\n培训5次。", []],
  [
    "money received beyond all there is",
    "2020年度收、支总计179.22万元。争取下拨专项资金222万元。",
    ["cannot-be-checked 争取下拨专项资金222万元→179.22"],
  ],
  ["as much as there is", "2020年度收、支总计222.00万元。争取下拨专项资金222万元。", []],
  ["no total", "争取下拨专项资金222万元。", []],
])("what only the person knows: %s", (_, text, wanted) => {
  expect(asked(text)).toEqual(wanted);
});
