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

/** Sound sentences: what follows a complete list is said besides; what is about so much fits what is near it. */
test.each([
  "在职职工23人，其中男15人，女8人，退休10人。",
  "在职职工23人，其中正科2人，副科3人，科员18人，另有临聘人员5人。",
  "下属单位5个，其中参公2个，公益一类3个，编制120个。",
  "年末资产总额1000.00万元，其中流动资产400.00万元，固定资产600.00万元，负债200.00万元。",
  "全年支出900.00万元，其中人员经费600.00万元，公用经费300.00万元，人员经费中工资400.00万元。",
  "项目资金500.00万元，其中中央资金300.00万元，省级资金200.00万元，已支付450.00万元。",
  "财政拨款收入900.00万元，其中：本年拨款800.00万元，上年结转100.00万元，执行850.00万元。",
  "机关运行经费支出约8万元，比年初预算数14.95万元减少7.13万元，降低47.7%。",
  "全年接待费近3万元，比上年减少0.52万元，下降15.3%。",
  "示例市城东区企业服务中心2020年度部门决算\n2020年度收、支总计179.22万元。",
])("nothing is wrong: %s", (text) => {
  expect(troubles(text)).toEqual([]);
  expect(checkProse(text).filter(({ verdict }) => verdict === "rounding")).toEqual([]);
});

test.each<[string, string]>([
  ["在职职工25人，其中男15人，女8人，退休10人。", "sum 在职职工25人→33"],
  ["车辆共8辆，其中机要用车3辆，应急用车5辆，其他用车1辆。", "sum 车辆共8辆→9"],
  ["接待费约8万元，上年为14.95万元，减少1.13万元。", "difference 减少1.13万元→6.95"],
  ["接待费5.00万元，与上年持平，增加1.00万元。", "direction 与上年持平→增加"],
])("something is wrong: %s", (text, wanted) => {
  expect(troubles(text)).toContain(wanted);
});

test("a unit that makes all the difference is named", () => {
  const [found] = checkProse(
    "财政拨款收入900.00元，其他收入50.00万元，本年收入合计950.00万元。",
  ).filter(({ verdict }) => verdict === "wrong");
  expect(found?.explanation).toContain("“900.00元”像是单位（元、万元）写错");
});

test("a title ends where the next line begins with its year", () => {
  const text =
    "示例市城东区企业服务中心2020年度部门决算\n2020年度收、支总计179.22万元，比上年增加112.29万元，增长267.8%。";
  expect(troubles(text)).toEqual(["growth 增长267.8%→167.8"]);
  const asked = checkProse("收入合计***万元\n本年总支出较上年增加20万元，上年为210万元");
  expect(asked.map(({ explanation }) => explanation).join()).not.toContain("相符");
});
