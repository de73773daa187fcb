import { PUBLISHED_2020 } from "../../support/published2020";
import { figureText, recogniseTsv } from "../../support/recogniseTsv";

const HEAD_AND_BODY = PUBLISHED_2020.expenditure.slice(PUBLISHED_2020.expenditure.indexOf("项 目"));

test.each([
  ["a line each", "支出决算表\n公开 03 表\n部门：某市某局\n单位：万元"],
  ["right and left", "支出决算表\n\t\t公开03表\n部门:某市某局\t\t单位：万元"],
  ["one cell", "支出决算表\n部门：某市某局      公开03表   金额单位：万元"],
  ["the name in the next cell", "支出决算表\n公开03表\n部门：\t某市某局\t\t单位：万元"],
  ["above the title", "公开03表\n支出决算表\n编制单位：某市某局\t\t单位：万元"],
  ["in the title's cell", "支出决算表\\n公开03表\\n单位：万元\n单位名称：某市某局"],
  ["blanks inside", "支出决算表\n公开０３表\n部 门：某市某局\t单 位 ： 万 元"],
  ["单位 for both", "支出决算表\n公开03表\n单位：某市某局\t\t单位：万元"],
])("number, unit and money unit are read: %s", (_, furniture) => {
  const texts = recogniseTsv({ 表: `${furniture}\n${HEAD_AND_BODY}` }).texts.get("expenditure");
  expect(texts?.number?.text.normalize("NFKC").replaceAll(" ", "")).toBe("公开03表");
  expect(texts?.unitName?.text).toBe("某市某局");
  expect(texts?.moneyUnit?.text.replaceAll(" ", "")).toBe("万元");
});

test("a table without number and unit line has none", () => {
  const texts = recogniseTsv({ 表: `支出决算表\n${HEAD_AND_BODY}` }).texts.get("expenditure");
  expect(texts).toMatchObject({ title: { text: "支出决算表", cell: { row: 1, column: 1 } } });
  expect(texts).not.toHaveProperty("number");
  expect(texts).not.toHaveProperty("unitName");
});

test("notes belong to the table above them, the next table's furniture does not", () => {
  const { texts } = recogniseTsv({
    全部: `${PUBLISHED_2020.revenue.trim()}\n第二条注。\n公开03表\n${PUBLISHED_2020.expenditure.trim()}`,
  });
  expect(texts.get("revenue")?.notes.map(({ text }) => text)).toEqual([
    "注：本表反映部门本年度取得的各项收入情况。",
    "第二条注。",
  ]);
});

test.each([
  ["lines", "2020年度\n某市某区事务中心\n部门决算", "某市某区事务中心"],
  ["one line", "2020年度某市某区事务中心部门决算", "某市某区事务中心"],
  ["unit first", "某市某局2020年度部门决算公开表", "某市某局"],
  ["named", "2020年度部门决算报表\n单位名称：某市某局（本级）\n2021年8月", "某市某局（本级）"],
])("the unit's name stands on the cover: %s", (_, cover, name) => {
  expect(recogniseTsv({ 封面: cover, ...PUBLISHED_2020 }).coverUnitName?.text).toBe(name);
});

test("a list of contents is no cover", () => {
  const contents = "目录\n第一部分某局概况\n第二部分2020年度部门决算表";
  expect(recogniseTsv({ 目录: contents })).not.toHaveProperty("coverUnitName");
});

describe("empty tables", () => {
  const noted = (note: string, body = "合计	<	0.00			") =>
    recogniseTsv({
      表: PUBLISHED_2020.stateCapitalOperations.replace(/合计\t<\t.*\n注[^]*/u, `${body}\n${note}`),
    });
  const total = (note: string, body?: string) =>
    figureText(noted(note, body), "stateCapitalOperations", 0, "合计", "本年支出/合计");

  test.each([
    ["注：本单位没有国有资本经营预算支出。"],
    ["本年度未发生国有资本经营预算财政拨款支出，故本表无数据。"],
    ["注：本表反映国有资本经营情况。\n本单位不涉及国有资本经营预算。"],
    ["说明：本表为空表。"],
  ])("one that says “%s” is nothing throughout", (note) => {
    expect(total(note)).toBe("nothing");
    expect(noted(note).problems).toEqual([]);
  });

  test("one that says nothing about it has the figures that stand there", () => {
    expect(total("注：本表反映无形资产等支出情况。")).toBe("0.00");
  });

  test("a filled one keeps its figures whatever its note says", () => {
    expect(total("注：没有国有资本经营预算支出。", "合计	<	3.00	3.00	0.00")).toBe("3.00");
  });

  test("the statement may stand among the rows", () => {
    expect(total("注：本表反映支出情况。", "合计	<			\n本单位无国有资本经营预算财政拨款支出。")).toBe(
      "nothing",
    );
  });
});

describe("a record", () => {
  const head = PUBLISHED_2020.threePublicExpenses.split("\n\n")[0] ?? "";
  const records = (body: string) => {
    const disclosure = recogniseTsv({ 三公: `${head}\n${body}\n注：本表反映“三公”经费支出情况。` });
    return ["预算数/合计", "决算数/公务用车购置及运行费/小计", "决算数/公务接待费"].map((column) =>
      figureText(disclosure, "threePublicExpenses", 0, "", column),
    );
  };
  test.each([
    ["filled", "3.00	0.00	2.00	0.00	2.00	1.00	2.50	0.00	1.80	0.00	1.80	0.70", ["3.00", "1.80", "0.70"]],
    ["blank, without a word", "", ["blank", "blank", "blank"]],
    ["half filled", "3.00						2.50", ["3.00", "blank", "blank"]],
  ])("%s", (_, body, expected) => {
    expect(records(body)).toEqual(expected);
  });
});

test("补充资料 and 自评表 are recognised like the published tables", () => {
  const disclosure = recogniseTsv({
    补充资料: `
补充资料
项目	单位	数值	说明	由谁提供
上年收入支出总计	万元	66.93		财务
收入支出总计增减原因	文字		新增其他收入	业务科室`,
    自评: `
附件 1
2020 年度部门整体支出绩效自评表
部门名称		某中心
资金情况 (万元)	年度资金总额		年初 预算数	全年 预算数	全年执行数	分值	执行 率	得分（分 值×执行 率）
	合计		66.93	179.22	179.22	10	100%	10
	其中：当年财政拨款		66.93	75.40
	上年结转资金		0	0
	其他资金		0	103.82
年度总 体目标	预期目标				实际完成情况
^	建设新城				全部完成
绩 效 指 标	一级指标	二级指标	三级指标	年度 指标值	实际 完成值	分值	得分	偏差原因 分析及 改进措施
^	产出 指标 (50 分)	数量指标	药费报销	每月 1 次/人	每月 1 次/人	6	6
^	^		档案整理	2138 本	2138 本	6	4	已做整理
^	总分					100	98	等级：优
备注：1.“执行率”=“全年执行数”/“全年预算数”；`,
  });
  expect(disclosure.problems).toEqual([]);
  const unitName = disclosure.texts.get("selfEvaluation")?.unitName;
  expect(unitName).toMatchObject({ text: "某中心", cell: { column: 3 } });
  const figure = (table: string, block: number, row: string, column: string) =>
    figureText(disclosure, table, block, row, column);
  expect(figure("supplement", 0, "上年收入支出总计", "数值")).toBe("66.93");
  expect(figure("selfEvaluation", 0, "合计/当年财政拨款", "全年预算数")).toBe("75.40");
  expect(figure("selfEvaluation", 0, "合计", "全年执行数")).toBe("179.22");
  expect(figure("selfEvaluation", 1, "", "实际完成情况")).toBe("unreadable");
  expect(figure("selfEvaluation", 2, "list:2", "得分")).toBe("4.00");
  expect(figure("selfEvaluation", 2, "总分", "得分")).toBe("98.00");
});
