import { recognise } from "../../../../src/domain/disclosure/recognise";
import { applyUpdate } from "../../../../src/domain/narrative/update/textUpdate";
import { updateText } from "../../../../src/domain/narrative/update/updateText";
import { clearFigures, typeInto } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { snapshotOf } from "../../../support/goldenWorkbook";
import { template } from "./twoYears";

type Cells = Readonly<Record<string, string>>;

/** 全表有数 a year on: the same figures but those typed here. */
function setWith(cells: Cells) {
  const moved = Object.entries(cells).reduce((golden, [place, text]) => {
    const [sheet = "", address = ""] = place.split("!");
    return typeInto(sheet, address, text)(golden);
  }, quanbiaoyoushu);
  return recognise(snapshotOf(moved), template.structure);
}

const last = setWith({});

function update(text: string, cells: Cells, isLastGiven = true) {
  const current = setWith({ "封面!A1": "2021年度", ...cells });
  return updateText(text, { template, current, ...(isLastGiven ? { lastYear: last } : {}) });
}

const GRAND = (amount: string) => ({ "公开01表!C36": amount, "公开01表!F36": amount });
const BUDGET = "七、一般公共预算财政拨款“三公”经费支出决算情况说明\n";

/** Asked in the sheet's own order. */
const supplement = (label: string) => {
  const sheet = quanbiaoyoushu.sheets.find(({ name }) => name === "补充资料");
  const row = sheet?.rows.findIndex(([first]) => first === label) ?? -1;
  return `补充资料!C${String(row + 1)}`;
};
const BEFORE = supplement("上年收入支出总计");

test.each<[string, string, Cells, string]>([
  [
    "an amount with its year",
    "2020年度收、支总计2000.00万元。",
    GRAND("2,100.50"),
    "2021年度收、支总计2100.50万元。",
  ],
  [
    "in the words' unit",
    "2020年度收、支总计20000000元。",
    GRAND("2,100.50"),
    "2021年度收、支总计21005000元。",
  ],
  [
    "with commas where the text has them",
    "2020年度收、支总计2,000.00万元。",
    GRAND("2,100.50"),
    "2021年度收、支总计2,100.50万元。",
  ],
  [
    "a rise that has become a fall",
    "2020年度收、支总计2000.00万元。与上年相比，减少500.00万元，下降20%。",
    { ...GRAND("2,600.00"), [BEFORE]: "2,000.00" },
    "2021年度收、支总计2600.00万元。与上年相比，增加600.00万元，增长30%。",
  ],
  [
    "no change any more",
    "2020年度收、支总计2000.00万元。与上年相比，减少500.00万元，下降20%。",
    { [BEFORE]: "2,000.00" },
    "2021年度收、支总计2000.00万元。与上年持平。",
  ],
  [
    "a change too small for the percentage's decimals",
    "2020年度收、支总计2000.00万元。与上年相比，减少500.00万元，下降20.0%。",
    { ...GRAND("2,000.01"), [BEFORE]: "2,000.00" },
    "2021年度收、支总计2000.01万元。与上年相比，增加0.01万元，增长不足0.1%。",
  ],
  [
    "a base that is nought this year",
    "2020年度收、支总计2000.00万元。与上年相比，减少500.00万元，下降20%。",
    { [BEFORE]: "0.00" },
    "2021年度收、支总计2000.00万元。与上年相比，增加2000.00万元（上年为0，不计算增长率）。",
  ],
  [
    "one figure twice in a sentence, two figures this year",
    "三、支出决算情况说明\n本年支出合计1925.00万元，其中：基本支出1029.05万元，占53.5%；项目支出858.95万元，占44.6%。",
    { "公开03表!C7": "2,000.00", "公开03表!D7": "1,500.00", "公开03表!E7": "500.00" },
    "三、支出决算情况说明\n本年支出合计2000.00万元，其中：基本支出1500.00万元，占75%；项目支出500.00万元，占25%。",
  ],
  [
    "a completion, and the word that goes with it",
    `${BUDGET}公务接待费支出预算为4.00万元，支出决算为3.10万元，完成预算的77.5%，决算数小于预算数。`,
    { "公开07表!L8": "5.00" },
    `${BUDGET}公务接待费支出预算为4.00万元，支出决算为5.00万元，完成预算的125%，决算数大于预算数。`,
  ],
  [
    "a budget of nought has no completion",
    `${BUDGET}公务接待费支出预算为4.00万元，支出决算为3.10万元，完成预算的77.5%。`,
    { "公开07表!F8": "0.00" },
    `${BUDGET}公务接待费支出预算为0.00万元，支出决算为3.10万元。`,
  ],
  [
    "an item among others of its name, a negative figure",
    "五、一般公共预算财政拨款支出决算情况说明\n1.一般公共服务（类）财政事务（款）行政运行（项）。支出决算为96.40万元。\n2.一般公共服务（类）财政事务（款）其他财政事务支出（项）。支出决算为-3.50万元。",
    { "公开05表!C13": "-7.25", "公开05表!C14": "8.00" },
    "五、一般公共预算财政拨款支出决算情况说明\n1.一般公共服务（类）财政事务（款）行政运行（项）。支出决算为-7.25万元。\n2.一般公共服务（类）财政事务（款）其他财政事务支出（项）。支出决算为8.00万元。",
  ],
  [
    "what a year opens with, behind the year itself, is no figure of last year",
    "八、政府性基金预算财政拨款支出决算情况\n2020年度政府性基金预算年初结转和结余19.00万元，本年收入390.00万元。",
    { "公开08表!C7": "22.18" },
    "八、政府性基金预算财政拨款支出决算情况\n2021年度政府性基金预算年初结转和结余22.18万元，本年收入390.00万元。",
  ],
  [
    "an amount that a form of 绩效自评 repeats",
    "全年总支出19,250,000.00元。",
    { "公开01表!F33": "1,800.00", "公开03表!C7": "1,800.00" },
    "全年总支出18,000,000.00元。",
  ],
  ["nothing to be replaced", "本部门负责城市运行。", {}, "本部门负责城市运行。"],
  ["nothing at all", "", {}, ""],
  [
    "years in Chinese digits, and those of documents and laws",
    "二〇二〇年度部门决算。根据〔2020〕5号文件和《2020年政府收支分类科目》，截至2020年12月31日，与2019年相同。",
    {},
    "二〇二一年度部门决算。根据〔2020〕5号文件和《2020年政府收支分类科目》，截至2021年12月31日，与2020年相同。",
  ],
])("%s", (_, text, cells, expected) => {
  expect(applyUpdate(update(text, cells))).toBe(expected);
});

const left = (text: string, cells: Cells = {}, isLastGiven = true) =>
  update(text, cells, isLastGiven).leftOvers.map(
    ({ kind, quote, why }) => `${kind} ${quote}｜${why}`,
  );

test.each<[string, string, Cells, string]>([
  [
    "an amount tied to nothing",
    "慰问困难职工12.34万元。",
    {},
    "amount 12.34万元｜没有对上哪一格，没有改。",
  ],
  ["a bound", "资金近20万元。", {}, "amount 20万元｜是约数，没有改，请核对。"],
  [
    "a reason",
    "支出增加，主要是因为人员增加。",
    {},
    "reason 主要是因为人员增加｜这是上年的原因，请按本年的情况改写。",
  ],
  [
    "a percentage of nothing known",
    "群众满意度提高，占比达95%。",
    {},
    "percent 95%｜不知道是由哪两个数算出来的，没有改。",
  ],
  [
    "an event",
    "2020年度部门决算。2020年11月成立。",
    {},
    "year 2020｜是别的年份或某个月的事，没有改，请核对。",
  ],
  [
    "an item that is no more",
    "一般公共服务（类）财政事务（款）行政运行（项）。支出决算为96.40万元。",
    { "公开05表!C13": "0.00", "分项补充资料!C9": "" },
    "gone 一般公共服务（类）财政事务（款）行政运行（项）｜本年没有这一项，整段可以删去。",
  ],
  [
    "an item that the text does not have",
    "一般公共服务（类）财政事务（款）行政运行（项）。支出决算为96.40万元。",
    {},
    "missing ｜本年有“城管执法”，上年文稿里没有写，请添上一段。",
  ],
  [
    "a second item of one name, by its 款",
    "一般公共服务（类）财政事务（款）行政运行（项）。支出决算为96.40万元。",
    {},
    "missing ｜本年有“城乡社区管理事务/行政运行”，上年文稿里没有写，请添上一段。",
  ],
  [
    "a number that is no more the same",
    "政府采购支出412.60万元，共有车辆9辆，与上年持平。",
    {},
    "level 与上年持平｜本年是否仍与上年持平，请核对。",
  ],
  [
    "one figure in several cells that part",
    "另有资金6.00万元用于其他方面，另有支出100.00万元。",
    { "公开03表!C27": "90.00" },
    "ambiguous 100.00万元",
  ],
])("%s is left and listed", (_, text, cells, expected) => {
  expect(left(text, cells).find((each) => each.startsWith(expected))).toBeDefined();
});

test.each([
  "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）",
  "1、一般公共服务（类）政府办公厅及相关机构事务（款）行政运行（项）",
])("%s is there", (item) => {
  const text = `五、一般公共预算财政拨款支出决算情况说明\n${item}。年初预算为480.00万元，支出决算为510.00万元，完成年初预算的106.3%。`;
  const changed = update(text, {}, false);
  expect(applyUpdate(changed)).toContain(
    "年初预算为500.00万元，支出决算为520.00万元，完成年初预算的104%",
  );
  const left = changed.leftOvers.map(({ why }) => why).filter((why) => why.includes("行政运行"));
  expect(left).toHaveLength(3);
  expect(left.filter((why) => why.includes("政府办公厅"))).toEqual([]);
});

test("without last year's set a completion is not taken for a share", () => {
  const text =
    "七、“三公”经费支出决算情况\n公务接待费预算4.50万元，决算3.60万元，完成预算的80.00%。";
  const changed = update(text, {}, false);
  expect(applyUpdate(changed)).toContain("完成预算的80.00%");
  expect(changed.leftOvers.map(({ quote }) => quote)).toContain("80.00%");
});

test.each([
  ["2020年度“三公”经费财政拨款无预算、无支出。", "公开07表"],
  ["本单位2020年度没有政府性基金预算收支。", "公开08表"],
  ["2020年度没有国有资本经营预算财政拨款支出。", "公开09表"],
])("%s is to be written anew where this year there is some", (text, table) => {
  const missing = left(text).filter((each) => each.startsWith("missing") && each.includes("有数"));
  expect(missing).toHaveLength(1);
  expect(missing[0]).toContain(table);
});

test("what this year has none of either may be said again, whatever other tables have", () => {
  const text = "2020年度没有国有资本经营预算财政拨款支出。";
  const cleared = clearFigures("公开09表")(quanbiaoyoushu);
  const current = recognise(
    snapshotOf(typeInto("封面", "A1", "2021年度")(cleared)),
    template.structure,
  );
  const { leftOvers } = updateText(text, { template, current, lastYear: last });
  expect(leftOvers.filter(({ why }) => why.includes("有数"))).toEqual([]);
});

test("a nought proves no cell of another section: it stays, and is listed", () => {
  const none = setWith({ "公开08表!G7": "0.00" });
  const current = setWith({ "封面!A1": "2021年度", "公开08表!G7": "22.00" });
  const source = "三、资金使用情况\n2020年支出2000.00万元，其中：项目支出0万元。";
  const updated = updateText(source, { template, current, lastYear: none });
  expect(applyUpdate(updated)).toContain("项目支出0万元");
  expect(updated.leftOvers.length).toBeGreaterThan(0);
});

describe("a count is tied to its own matter alone", () => {
  const MEETING = ["会议费", "会议个数", "会议人数"];
  const TRAINING = ["培训费", "培训期数", "培训人数"];
  const answers = (labels: readonly string[], values: readonly string[]): Cells =>
    Object.fromEntries(labels.map((label, index) => [supplement(label), values[index] ?? ""]));
  const zeros = setWith(answers([...MEETING, ...TRAINING], ["0.00", "0", "0", "0.00", "0", "0"]));
  const text =
    "十一、一般性支出情况说明\n2020年本部门开支会议费0万元，用于召开0会议，人数0人，内容为0。开支培训费0万元，用于开展0培训，人数0人。";

  test.each<[string, readonly string[], readonly string[], string, string]>([
    ["both known", ["1.50", "2", "80"], ["3.00", "1", "60"], "人数80人，内容", "人数60人。"],
    ["one not given", ["", "", ""], ["3.00", "1", "60"], "人数0人，内容", "人数60人。"],
    ["the other not given", ["1.50", "2", "80"], ["", "", ""], "人数80人，内容", "人数0人。"],
  ])("%s", (_name, meeting, training, ...expected) => {
    const typed = { ...answers(MEETING, meeting), ...answers(TRAINING, training) };
    const current = setWith({ "封面!A1": "2021年度", ...typed });
    for (const lastYear of [zeros, undefined]) {
      const source = { template, current, ...(lastYear ? { lastYear } : {}) };
      const changed = applyUpdate(updateText(text, source));
      for (const part of expected) expect(changed).toContain(part);
    }
  });

  test("as many last year in both: each keeps to its own", () => {
    const before = setWith({ [supplement("会议人数")]: "60", [supplement("培训人数")]: "60" });
    const typed = { [supplement("会议人数")]: "75", [supplement("培训人数")]: "90" };
    const current = setWith({ "封面!A1": "2021年度", ...typed });
    const own =
      "十一、一般性支出情况说明\n2020年开支会议费、培训费4.50万元，用于召开2次会议，人数60人，开展1次培训，人数60人。";
    expect(applyUpdate(updateText(own, { template, current, lastYear: before }))).toContain(
      "会议，人数75人，开展1次培训，人数90人",
    );
  });

  test("of a matter that has no cell it stays and is listed", () => {
    const current = setWith({ "封面!A1": "2021年度", ...answers(TRAINING, ["3.00", "1", "60"]) });
    const own = "十一、一般性支出情况说明\n2020年举办0场晚会，人数0人。";
    const updated = updateText(own, { template, current, lastYear: zeros });
    expect(applyUpdate(updated)).toContain("人数0人");
    expect(updated.leftOvers.length).toBeGreaterThan(0);
  });
});

test("a share whose whole stays, stays too, and what no longer goes together is listed", () => {
  const text = "一、评价报告\n全年安排资金500.00万元，其中：人员经费655.30万元，占131.1%。";
  const changed = update(text, { "公开03表!C7": "2,000.00" });
  expect(applyUpdate(changed)).toContain("占131.1%");
  const sums =
    "2020年度收、支总计2000.00万元，完成预算。三、支出决算情况说明\n本年支出合计1925.00万元，其中：基本支出1029.05万元，占53.5%。";
  const conflict = left(sums, { "公开03表!D7": "2,900.00" }).find((each) =>
    each.startsWith("conflict"),
  );
  expect(conflict).toMatch(/换数以后/u);
});

test("a figure that contradicts last year's set stays, and says which cell it should be", () => {
  const text = "一、收入支出决算总体情况说明\n2020年度收、支总计2345.67万元。";
  expect(left(text)).toEqual([
    "amount 2345.67万元｜像是公开01表“总计”，但那里上年的数与文稿不同，没有改。",
  ]);
});

test("every replacement says what it comes from", () => {
  const [, amount] = update("2020年度收、支总计2000.00万元。", GRAND("2,100.50")).replacements;
  expect(amount).toMatchObject({
    ...{ kind: "amount", from: "2000.00", to: "2100.50", start: 11, end: 18 },
    cells: [{ sheet: "公开01表", row: 36, column: 3 }],
    why: "公开01表“总计”，上年的数相符，字句相同",
  });
});
