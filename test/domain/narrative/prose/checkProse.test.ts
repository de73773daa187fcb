import { checkProse, summarise } from "../../../../src/domain/narrative/prose/checkProse";

/** What is found at 写错 or 前后不一: kind, quote → recomputed. */
const troubles = (text: string) =>
  checkProse(text)
    .filter(({ verdict }) => verdict === "wrong" || verdict === "inconsistent")
    .map(({ kind, quote, recomputed }) => `${kind} ${quote}→${recomputed}`);

const hints = (text: string) =>
  checkProse(text)
    .filter(({ verdict }) => verdict === "rounding")
    .map(({ kind, quote, recomputed }) => `${kind} ${quote}→${recomputed}`);

test.each<[string, string, readonly string[]]>([
  [
    "a ratio written as growth",
    "2020年度收、支总计179.22万元。与上年相比，增加112.29万元，增长267.8%。",
    ["growth 增长267.8%→167.8"],
  ],
  [
    "growth on this year's amount",
    "收支总计 50.00 万元，较上年增加10.00万元，增幅20.0%。",
    ["growth 增幅20.0%→25.0"],
  ],
  [
    "a change that is not the difference",
    "基本支出决算169.08万元，上年为171.19万元，减少2.51万元。",
    ["difference 减少2.51万元→2.11"],
  ],
  [
    "a change between budget and final account",
    "机关运行经费年初预算为171.19万元，决算为169.08万元，差额2.51万元。",
    ["difference 差额2.51万元→2.11"],
  ],
  [
    "a share of the total it is listed under",
    "本年收入合计200.00万元，其中：财政拨款收入150.00万元，占75%；其他收入50.00万元，占52%。",
    ["share 占52%→25"],
  ],
  [
    "a share of a named whole",
    "全年支出安排如下。本年支出合计200.00万元。财政拨款支出50.00万元，占本年支出合计的52%。",
    ["share 占本年支出合计的52%→25"],
  ],
  [
    "a completion rate of another budget",
    "公务接待费年初预算4.00万元，支出决算3.00万元，完成年初预算的57%。",
    ["completion 完成年初预算的57%→75"],
  ],
  [
    "parts that are not the whole, past the tail of four rounded figures",
    "支出合计358.65万元，其中人员经费173.02万元，公用经费38.38万元，项目支出147.20万元。",
    ["sum 支出合计358.65万元→358.60"],
  ],
  [
    "items that are not the total",
    "支出预算为10.00万元，支出决算为9.00万元，其中：\n1、甲（项）年初预算为6.00万元，支出决算为5.00万元。\n2、乙（项）年初预算为4.00万元，支出决算为4.50万元。",
    ["sum 支出决算为9.00万元→9.50"],
  ],
  [
    "revenue less expenditure that does not give what is left",
    "年初结转和结余10.00万元，本年收入50.00万元，本年支出45.00万元，年末结转和结余16.00万元。",
    ["sum 年末结转和结余16.00万元→15.00"],
  ],
  [
    "a change against its sign",
    "本年支出80.00万元，上年支出100.00万元，增加20.00万元。",
    ["direction 增加20.00万元→减少"],
  ],
  [
    "an amount that falls and a rate that rises",
    "收支总计80.00万元，比上年减少20.00万元，增长20%。",
    ["direction 增长20%→下降"],
  ],
  [
    "more than its budget, said to be less",
    "公务接待费预算3.00万元，决算4.00万元，决算数小于预算数。",
    ["direction 小于→大于"],
  ],
  [
    "growth on nothing",
    "上年因公出国（境）费0万元，本年支出2.00万元，增长100%。",
    ["zero-base 增长100%→"],
  ],
  [
    "completion of no budget",
    "年初预算为0万元，支出决算为26.38万元，完成年初预算的100%。",
    ["zero-base 完成年初预算的100%→"],
  ],
  [
    "one total with two figures",
    "2020年度财政拨款支出75.40万元。\n财政拨款支出75.04万元，主要用于人员。",
    ["equality 财政拨款支出75.04万元→75.40"],
  ],
  [
    "元 for 万元",
    "支出合计45.26万元，具体构成为：甲类支出45.26元，占100%。",
    ["sum 支出合计45.26万元→0.00", "share 占100%→0"],
  ],
  [
    "a unit under several names",
    "示例市某某中心内设机构3个。示例市某中心是公益一类单位。示例市某某中心的主要职责是服务。",
    ["name 示例市某中心→示例市某某中心"],
  ],
  ["a number that comes twice", "一、甲情况\n二、乙情况\n二、丙情况", ["numbering 二、→三"]],
  ["a number that is skipped", "一、甲情况\n二、乙情况\n四、丙情况", ["numbering 四、→三"]],
  [
    "a title that the contents have otherwise",
    "目录\n第一部分概况\n一、绩效评价结果说明\n第一部分概况\n一、预算绩效情况说明",
    ["numbering 绩效评价结果说明→预算绩效情况说明"],
  ],
  ["doubled words", "企业获评获评示范单位。", ["wording 获评获评→获评"]],
  ["主要 twice", "主要是因为主要一是人员增加。", ["wording 主要是因为主要→主要"]],
  ["a placeholder", "收支总计XX万元。", ["wording XX万元→"]],
  ["an empty share", "项目支出3.00万元，占 %。", ["wording 占 %→"]],
  ["截止", "截止2020年12月31日，车辆保有量为0辆。", ["wording 截止→截至"]],
  [
    "an alternative left in",
    "决算数小于预算数（或与预算数持平）。",
    ["wording 小于预算数（或与预算数持平）→"],
  ],
  ["a year cut short", "202年度收支总计3.00万元。", ["wording 202→"]],
  ["a mark of the software", "[bookmark: _GoBack]支出3.00万元。", ["wording [bookmark: _GoBack]→"]],
  [
    "parts of which the first few make the total",
    "共有车辆8辆，其中：领导用车1辆、机要用车2辆、应急用车1辆、执法用车2辆、专业用车2辆、其他用车1辆。",
    ["sum 共有车辆8辆→9"],
  ],
  [
    "a rest behind parts that make the total",
    "政府采购支出总额100.00万元，其中：货物50.00万元、工程30.00万元、服务20.00万元、其他20.00万元。",
    ["sum 政府采购支出总额100.00万元→120.00"],
  ],
  [
    "growth from … to …",
    "收支总计由100.00万元增加到120.00万元，增长30.0%。",
    ["growth 增长30.0%→20.0"],
  ],
  [
    "growth of what is all new",
    "会议费20.00万元，比上年增加20.00万元，增长100%。",
    ["zero-base 增长100%→"],
  ],
  ["a reason without words", "支出决算数大于预算数的主要原因是：。", ["wording 主要原因是：→"]],
  [
    "last year's year",
    "2021年度收支总计5.00万元。\n2021年度支出4.00万元。\n截至2020年12月31日，共有车辆2辆。",
    ["wording 2020→2021"],
  ],
])("finds %s", (_, text, expected) => {
  expect(troubles(text)).toEqual(expected);
});

test.each<[string, string]>([
  ["growth by change", "2020年度收支总计18.22万元，和上年比，增加4.31万元，增长幅度为31%。"],
  [
    "growth by both years",
    "2021年收支总计220.59万元，2022年收支总计192.27万元，同比减少28.32万元，下降12.84%。",
  ],
  ["from … to …", "总计由上年的104.19万元减少到98.74万元，减少5.45万元，下降5.2%。"],
  [
    "a list in brackets",
    "基本支出7.98万元（其中：人员经费4.85万元，占61%；公用经费3.13万元，占39%）。",
  ],
  [
    "several at once",
    "基本支出10.00万元。人员经费、公用经费分别为6.00万元、4.00万元，各占60%、40%。",
  ],
  ["the share first", "财政拨款支出占支出合计的50%，金额为5.00万元。支出合计10.00万元。"],
  [
    "parts of parts",
    "基本支出52.76万元，其中：人员经费48.47万元，占91.87%，主要包括基本工资40.00万元、奖金8.47万元；公用经费4.29万元，主要是办公费3.73万元，其他0.56万元，占基本支出的8.13%。",
  ],
  ["some of the parts", "项目支出100.00万元，主要用于设备购置40.00万元、维修20.00万元等。"],
  [
    "contracts within contracts",
    "政府采购支出总额8.51万元，其中：货物支出8.51万元、工程支出0万元。授予中小企业合同金额8.51万元，占政府采购支出总额的100%，其中：授予小微企业合同金额4.00万元，占47%。",
  ],
  ["nothing of nothing", "支出预算为0万元，支出决算为0万元，完成预算的0%。"],
  ["nothing of something", "支出预算为0.45万元，支出决算为0万元，完成预算的0%。"],
  ["bounds", "整理档案2130多本，收取房租18万余元，占63%左右。"],
  [
    "rates that are no completion of a budget",
    "按期完成率100%，投资完成率已达100.43%，满意率达94%。",
  ],
  [
    "a declared short name",
    "示例市某某中心（以下简称某某中心）内设机构3个。某某中心是公益一类单位。",
  ],
  [
    "both years in their own sentences",
    "2021年度支出4.00万元。2020年度支出3.00万元，2021年增加1.00万元。",
  ],
  [
    "lines broken anywhere",
    "2020年度财政拨款支出年初预算数为 66.93 万元，支出决\n\n算数为 66.93 万元，完成\n年初预算的 100%。",
  ],
  [
    "parts of the budget and of the final account",
    "三公经费预算为4.16万元，主要是运行费3.20万元，公务接待费0.96万元。三公经费实际支出3.48万元，其中：运行费3.09万元，公务接待费0.39万元。",
  ],
  ["a rate in brackets behind its change", "总计49.63万元，比上年减少0.25万元（下降0.5%）。"],
  ["names behind amounts", "75.40万元为财政拨款收入，占42.1%；本年收入合计179.22万元。"],
  [
    "shares before amounts",
    "收入合计179.22万元，其中：财政拨款收入占42.1%，为75.40万元；其他收入占57.9%，为103.82万元。",
  ],
  ["what was planned", "年初安排66.93万元，年末支出66.93万元，完成100%。"],
  ["a direction behind its amount", "支出75.40万元，较上年有8.47万元的增加，增长12.7%。"],
  [
    "an amount in the reason",
    "收支总计151.31万元。与上年相比，减少10429.74万元，下降98.57%，主要是因为上年决算数包含债券资金10400万元。",
  ],
  [
    "an item list behind a paragraph of several amounts",
    "三公经费支出决算中，公务接待费3.50万元，占33.3%，公务用车费用7.00万元，占66.7%。其中：\n1、公务接待费3.50万元，接待35批。\n2、公务用车费用7.00万元，保有3辆。",
  ],
  [
    "what is left over behind what was spent",
    "支出20.00万元，其中：基本支出5.00万元，项目支出15.00万元；年末结转3.00万元。",
  ],
  [
    "a share of the outer total",
    "接待费10.00万元，其中：国内接待5.00万元，占50%，其中：餐费4.00万元，占40%。",
  ],
  [
    "lists within lists",
    "一、机构\n主要职责：\n一、执行法规。\n二、管理事务。\n二、收入\n三、支出",
  ],
  ["areas", "（用地面积26.5335亩）（25.362亩）共计140.2365亩。"],
])("leaves alone %s", (_, text) => {
  expect(troubles(text)).toEqual([]);
});

test.each<[string, string, readonly string[]]>([
  [
    "cut instead of rounded",
    "收支总计75.40万元，增加8.47万元，增长12.6%。",
    ["growth 增长12.6%→12.7"],
  ],
  [
    "a tail of three rounded figures",
    "公用经费4.29万元，其中：办公费3.74万元，其他0.56万元。",
    ["sum 公用经费4.29万元→4.30"],
  ],
])("hints at what is %s", (_, text, expected) => {
  expect(troubles(text)).toEqual([]);
  expect(hints(text)).toEqual(expected);
});

test("offsets are of the text as given, with its blanks and full-width digits", () => {
  const text = "　　２０２０年度收、支总计 179.22\n万元，增加 112.29 万元，增长 ２６７.８ ％。";
  for (const { start, end, quote } of checkProse(text)) expect(text.slice(start, end)).toBe(quote);
  expect(troubles(text)).toEqual(["growth 增长 ２６７.８ ％→167.8"]);
});

test("every claim is counted under its verdict", () => {
  const claims = checkProse("收支总计75.40万元，增加8.47万元，增长12.6%。截止2020年末，车辆2辆。");
  expect(summarise(claims)).toEqual({
    right: 1,
    rounding: 1,
    wrong: 1,
    inconsistent: 0,
    "cannot-be-checked": 1,
  });
});
