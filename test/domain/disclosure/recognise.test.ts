import { PUBLISHED_2020 } from "../../support/published2020";
import { figureText, recogniseTsv, recognisedRows } from "../../support/recogniseTsv";

const published = recogniseTsv(PUBLISHED_2020);
const rows = recognisedRows(published);

const everyTable = (change: (tsv: string) => string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(PUBLISHED_2020).map(([name, tsv]) => [name, change(tsv.trim())]),
  );
const withoutTitle = (tsv: string) => tsv.slice(tsv.indexOf("\n") + 1);
const stacked = (tsvs: Readonly<Record<string, string>>) => ({
  决算公开: Object.values(tsvs).join("\n\n"),
});

test("the nine tables as published are recognised, each on its sheet, without problems", () => {
  expect([...published.placement.tables.keys()]).toEqual(Object.keys(PUBLISHED_2020));
  expect(published.problems).toEqual([]);
});

test.each([
  ["summary", 0, "八、其他收入", "其他收入", "决算数", "103.82"],
  ["summary", 0, "总计", "总计", "决算数", "179.22"],
  ["summary", 1, "七、文化旅游体育与传媒支出", "#207", "决算数", "103.82"],
  ["summary", 1, "八、社会保障和就业支出", "#208", "决算数", "blank"],
  ["summary", 1, "总计", "总计", "决算数", "179.22"],
  ["revenue", 0, "合计", "合计", "财政拨款收入", "75.40"],
  ["revenue", 0, "22999", "#22999", "其他收入", "103.82"],
  ["revenue", 0, "205 is not listed", "#205", "本年收入合计", "nothing"],
  ["expenditure", 0, "2010301", "#2010301", "基本支出", "75.40"],
  ["fiscalAppropriationSummary", 0, "revenue row", "一般公共预算财政拨款", "金额", "75.40"],
  [
    "fiscalAppropriationSummary",
    0,
    "of which 年初",
    "年初财政拨款结转和结余/一般公共预算财政拨款",
    "金额",
    "0.00",
  ],
  ["fiscalAppropriationSummary", 1, "201", "#201", "一般公共预算财政拨款", "75.40"],
  ["generalPublicBudgetExpenditure", 0, "合计", "合计", "本年支出/小计", "75.40"],
  ["basicExpenditureDetail", 0, "30108, cut", "#30108", "决算数", "5.35"],
  ["basicExpenditureDetail", 1, "302", "#302", "决算数", "7.82"],
  ["basicExpenditureDetail", 2, "公用经费合计", "公用经费合计", "决算数", "7.82"],
  ["threePublicExpenses", 0, "", "", "决算数/公务用车购置及运行费/小计", "nothing"],
  ["governmentManagedFunds", 0, "合计", "合计", "本年收入", "nothing"],
  ["stateCapitalOperations", 0, "合计", "合计", "本年支出/合计", "nothing"],
])("published %s, block %i, %s", (table, block, _, row, column, expected) => {
  expect(figureText(published, table, block, row, column)).toBe(expected);
});

test("labels that the print cuts off are known all the same, and marked", () => {
  const cut = published.placement.tables
    .get("basicExpenditureDetail")
    ?.blocks.flatMap((block) => block.rows.filter(({ isCut }) => isCut));
  expect(cut?.map(({ label }) => label)).toEqual([
    "机关事业单位基本养老保险",
    "公务用车运行维护",
    "其他商品和服务支",
  ]);
});

test("a table reaches from its title to its last row, the note below is its sentinel", () => {
  const table = published.placement.tables.get("revenue");
  expect(table?.range).toEqual({ top: 1, left: 1, bottom: 14, right: 9 });
  expect(table?.blocks[0]).toMatchObject({ headRow: 7, endRow: 15 });
});

describe("the same tables are understood alike", () => {
  test.each([
    ["all on one sheet, one below the other", stacked(everyTable((tsv) => tsv)), {}],
    ["with heads that are not merged", PUBLISHED_2020, { merged: false }],
    [
      "on one sheet with heads that are not merged",
      stacked(everyTable((tsv) => tsv)),
      { merged: false },
    ],
    ["with codes as numbers", PUBLISHED_2020, { codes: "number" as const }],
    [
      "further down and to the right",
      everyTable((tsv) => `\n\n附件2\n${tsv.replace(/^(?=.)/gmu, "\t\t")}`),
      {},
    ],
    ["without 栏次", everyTable((tsv) => tsv.replace(/^(?:栏|1\t2\t).*\n/gmu, "")), {}],
    ["without titles", everyTable(withoutTitle), {}],
    ["without titles on one sheet", stacked(everyTable(withoutTitle)), {}],
    ["without 行次", everyTable((tsv) => tsv.replace(/行次/gu, "")), {}],
    [
      "with year and 部门 in the title",
      everyTable((tsv) => `2020年度部门${tsv.replace(/[“”]/gu, '"')}`),
      {},
    ],
    ["with the unit's name in the title", everyTable((tsv) => `某市某局${tsv}`), {}],
    ["with ordinals and the number in the title", everyTable((tsv) => `（三） ${tsv}`), {}],
    [
      "with line breaks in heads",
      everyTable((tsv) => tsv.replaceAll("科目编码", "\\n科目编码")),
      {},
    ],
    ["without ordinals", everyTable((tsv) => tsv.replace(/[一二三四五六七八九十]+、/gu, "")), {}],
    ["with 收入总计 and 支出总计", everyTable((tsv) => tsv.replace(/^总计/gmu, "收入总计")), {}],
    [
      "with helper columns at the right",
      everyTable((tsv) => tsv.replace(/0\.00$/gmu, "0.00\t\t1")),
      {},
    ],
  ])("%s", (_, sheets, options) => {
    const disclosure = recogniseTsv(sheets, options);
    expect(recognisedRows(disclosure)).toEqual(rows);
    expect(disclosure.problems).toEqual([]);
  });
});

test("names of other editions stand for the same rows", () => {
  const disclosure = recogniseTsv({
    公开01: PUBLISHED_2020.summary
      .replace("文化旅游体育与传媒", "文化体育与传媒")
      .replace("使用非财政拨款结余", "用事业基金弥补收支差额")
      .replace(/^.*抗疫特别国债.*\n/mu, ""),
  });
  expect(figureText(disclosure, "summary", 1, "#207", "决算数")).toBe("103.82");
  expect(figureText(disclosure, "summary", 0, "使用非财政拨款结余", "决算数")).toBe("0.00");
  expect(figureText(disclosure, "summary", 1, "#234", "决算数")).toBe("nothing");
  expect(disclosure.problems).toEqual([]);
});

test("06 with its blocks in another order and its codes shared out otherwise", () => {
  const disclosure = recogniseTsv({
    基本支出: `
一般公共预算财政拨款基本支出决算明细表
经济分类科目编码	科目名称	决算数	经济分类科目编码	科目名称	决算数
302	商品和服务支出	7.82	301	工资福利支出	63.41
30201	办公费	7.82	30101	基本工资	63.41
310	资本性支出	1.00	303	对个人和家庭的补助	4.17
人员经费合计		67.58	公用经费合计		8.82`,
  });
  const figures = ["#301", "#303", "人员经费合计"].map((row) =>
    figureText(disclosure, "basicExpenditureDetail", 0, row, "决算数"),
  );
  expect(figures).toEqual(["63.41", "4.17", "67.58"]);
  expect(figureText(disclosure, "basicExpenditureDetail", 2, "#310", "决算数")).toBe("1.00");
  expect(figureText(disclosure, "basicExpenditureDetail", 2, "公用经费合计", "决算数")).toBe(
    "8.82",
  );
  expect(disclosure.problems).toEqual([]);
});

test("合计 over 05's figures and 总计 below them are its total column and row", () => {
  const disclosure = recogniseTsv({
    公开05: PUBLISHED_2020.generalPublicBudgetExpenditure
      .replace("小计", "合计")
      .replace("\n合计", "\n总计"),
  });
  const total = figureText(
    disclosure,
    "generalPublicBudgetExpenditure",
    0,
    "合计",
    "本年支出/小计",
  );
  expect(total).toBe("75.40");
});

describe("trees", () => {
  const expenditure = (body: string) =>
    recogniseTsv({
      支出: `
支出决算表
项目	<	<	<	本年支出合计	基本支出	项目支出	上缴上级支出	经营支出	对附属单位补助支出
支出功能分类科目编码	<	<	科目名称	^	^	^	^	^	^
类	款	项	栏次	1	2	3	4	5	6
${body}
注：本表反映部门本年度各项支出情况。`,
    });

  test("合计 may stand last", () => {
    const disclosure = expenditure("201	<	<	一般公共服务支出	75.40	75.40\n合计	<	<	<	75.40	75.40");
    expect(recognisedRows(disclosure)).toEqual({ expenditure: ["#201", "合计"] });
  });

  test.each([
    ["whole codes", "201	<	<	公共服务	1.00\n20103	<	<	办公厅	1.00\n2010301	<	<	行政运行	1.00"],
    ["codes split in full", "201			公共服务	1.00\n201	03		办公厅	1.00\n201	03	01	行政运行	1.00"],
    ["codes split, own part only", "201			公共服务	1.00\n	03		办公厅	1.00\n		01	行政运行	1.00"],
  ])("类, 款 and 项 in columns of their own: %s", (_, body) => {
    expect(recognisedRows(expenditure(body))).toEqual({
      expenditure: ["#201", "#20103", "#2010301"],
    });
  });

  test("a code that stands twice gives both figures", () => {
    const disclosure = expenditure("201	<	<	公共服务	1.00\n201	<	<	公共服务	2.00");
    expect(figureText(disclosure, "expenditure", 0, "#201", "本年支出合计")).toBe("1.00+2.00");
  });

  test("while a row with figures cannot be read, codes that are not listed are missing", () => {
    const disclosure = expenditure("201	<	<	公共服务	1.00\n			无编码支出	2.00");
    expect(figureText(disclosure, "expenditure", 0, "#205", "本年支出合计")).toBe("missing row");
    expect(disclosure.problems).toMatchObject([
      { kind: "unknownRow", cell: { row: 6 }, message: expect.stringContaining("无编码支出") },
    ]);
  });

  test("a total above no codes at all leaves the codes open, unless it is zero", () => {
    const open = expenditure("合计	<	<	<	75.40	75.40");
    expect(figureText(open, "expenditure", 0, "#201", "本年支出合计")).toBe("missing row");
    const zero = expenditure("合计	<	<	<	0.00	0.00");
    expect(figureText(zero, "expenditure", 0, "#201", "本年支出合计")).toBe("nothing");
  });

  test("a tree without any row lists nothing and leaves nothing out", () => {
    const disclosure = expenditure("");
    expect(figureText(disclosure, "expenditure", 0, "#201", "本年支出合计")).toBe("missing row");
  });
});
