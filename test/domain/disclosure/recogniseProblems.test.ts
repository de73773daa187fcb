import { recognise } from "../../../src/domain/disclosure/recognise";
import { PUBLISHED_2020 } from "../../support/published2020";
import { figureText, hunan2020, recogniseTsv } from "../../support/recogniseTsv";
import { tsvSheet } from "../../support/tsvWorkbook";

/** Takes a column out of every row that has several cells. */
function withoutColumn(tsv: string, column: number): string {
  return tsv
    .split("\n")
    .map((line) => line.split("\t"))
    .map((cells) => (cells.length > 2 ? cells.filter((_, place) => place !== column) : cells))
    .map((cells) => cells.join("\t"))
    .join("\n");
}

test.each([
  ["revenue", 3, 0, "合计", "财政拨款收入", "本年收入合计", "179.22"],
  ["generalPublicBudgetExpenditure", 2, 0, "合计", "本年支出/小计", "本年支出/基本支出", "75.40"],
  ["basicExpenditureDetail", 5, 1, "#302", "决算数", "", ""],
  ["fiscalAppropriationSummary", 5, 1, "本年支出合计", "合计", "一般公共预算财政拨款", "75.40"],
  ["summary", 2, 0, "总计", "决算数", "", ""],
] as const)(
  "%s without its column %i: that column is missing, the rest stands",
  (table, deleted, block, row, gone, kept, figure) => {
    const disclosure = recogniseTsv(
      { 表: withoutColumn(PUBLISHED_2020[table], deleted) },
      { merged: false },
    );
    expect(figureText(disclosure, table, block, row, gone)).toBe("missing column");
    if (kept !== "") expect(figureText(disclosure, table, block, row, kept)).toBe(figure);
    expect(disclosure.problems.map(({ kind }) => kind)).toEqual(["missingColumn"]);
  },
);

test("a half of a table that is not there is said once", () => {
  const left = PUBLISHED_2020.summary
    .split("\n")
    .map((line) => line.split("\t").slice(0, 3).join("\t"))
    .join("\n");
  const disclosure = recogniseTsv({ 表: left });
  expect(disclosure.problems.map(({ message }) => message)).toEqual([
    "《收入支出决算总表》里没有找到“支出”这一部分；请检查表头。",
  ]);
  expect(figureText(disclosure, "summary", 1, "总计", "决算数")).toBe("missing row");
});

test("of two tables with one title the first is used", () => {
  const disclosure = recogniseTsv({
    收入: PUBLISHED_2020.revenue,
    收入旧: PUBLISHED_2020.revenue.replaceAll("179.22", "1.00"),
  });
  expect(figureText(disclosure, "revenue", 0, "合计", "本年收入合计")).toBe("179.22");
  expect(disclosure.problems).toMatchObject([
    { kind: "duplicateTable", sheet: "收入旧", table: "revenue", cell: { row: 1, column: 1 } },
  ]);
});

test("a title in a list of contents or in a text is no table", () => {
  const titles = Object.values(PUBLISHED_2020).map((tsv) => tsv.trim().split("\n")[0] ?? "");
  const disclosure = recogniseTsv({
    目录: `目录\n${titles.map((title, index) => `${title}	${String(index + 1)}`).join("\n")}`,
    说明: "收入支出决算总表\n2020年度收、支总计179.22万元。",
  });
  expect(disclosure.placement.tables.size).toBe(0);
  expect(disclosure.problems).toEqual([]);
});

test("a list of contents above the tables on one sheet does not hide them", () => {
  const titles = Object.values(PUBLISHED_2020).map((tsv) => tsv.trim().split("\n")[0] ?? "");
  const disclosure = recogniseTsv({
    全部: [...titles, ...Object.values(PUBLISHED_2020).map((tsv) => tsv.trim())].join("\n"),
  });
  expect(disclosure.placement.tables.size).toBe(9);
  expect(disclosure.problems).toEqual([]);
});

test("sheets that hold figures and are no table are named, hidden ones only if they hold a title", () => {
  const disclosure = recognise(
    {
      sheets: [
        tsvSheet("收入", PUBLISHED_2020.revenue),
        tsvSheet("往来明细", "单位	金额\n甲	1.50"),
        tsvSheet("审核", "编号	左	右\nK201	179.22	179.22"),
        tsvSheet("计算", "1.50	2.50", { visibility: "hidden" }),
        tsvSheet("底稿", "1.50	2.50", { visibility: "hidden" }),
        tsvSheet("上年", PUBLISHED_2020.expenditure, { visibility: "hidden" }),
        tsvSheet("状态", PUBLISHED_2020.expenditure, { visibility: "veryHidden" }),
      ],
    },
    hunan2020,
  );
  expect([...disclosure.placement.tables.keys()]).toEqual(["revenue"]);
  expect(disclosure.problems.map(({ kind, sheet }) => [kind, sheet])).toEqual([
    ["unknownSheet", "往来明细"],
    ["unknownSheet", "上年"],
  ]);
});

test("a table with another title is not taken for one with the same head", () => {
  const disclosure = recogniseTsv({
    项目支出: PUBLISHED_2020.generalPublicBudgetExpenditure.replace(/.*决算表/u, "项目支出明细表"),
  });
  expect(disclosure.placement.tables.size).toBe(0);
});

test("without a title and with a head that two tables share, the sheet's name decides", () => {
  const body = PUBLISHED_2020.stateCapitalOperations
    .trim()
    .split("\n")
    .slice(1)
    .join("\n")
    .replace("合计	基本支出", "本年支出合计	基本支出");
  const named = recogniseTsv({ "09国有资本经营预算财政拨款支出决算表": body });
  expect([...named.placement.tables.keys()]).toEqual(["stateCapitalOperations"]);
  expect(recogniseTsv({ Sheet1: body }).placement.tables.size).toBe(0);
});

test("a row with figures that the template does not know is named, one without figures is not", () => {
  const disclosure = recogniseTsv({
    总表: PUBLISHED_2020.summary
      .replace("九、卫生健康支出	22	", "九、卫生和健康服务支出	22	3.00")
      .replace("十、节能环保支出", "十、环境支出"),
  });
  expect(disclosure.problems).toMatchObject([
    { kind: "unknownRow", cell: { sheet: "总表", row: 16, column: 4 } },
  ]);
  expect(figureText(disclosure, "summary", 1, "#210", "决算数")).toBe("missing row");
});

test("a figure swallowed by a merged cell is named and never read as blank", () => {
  const disclosure = recogniseTsv({
    支出: PUBLISHED_2020.expenditure.replace(
      "20103	政府办公厅（室）及 相关机构事务	75.40",
      "20103	政府办公厅	^",
    ),
  });
  expect(disclosure.problems).toMatchObject([
    { kind: "mergedFigure", table: "expenditure", cell: { row: 10, column: 3 } },
  ]);
  expect(figureText(disclosure, "expenditure", 0, "#20103", "本年支出合计")).toBe("unreadable");
});

test("text, error values and dashes in figure cells say what they are", () => {
  const { sheets } = { sheets: [tsvSheet("支出", PUBLISHED_2020.expenditure)] };
  const values = sheets[0]!.values.map((row) => [...row]);
  values[7]![2] = { error: "#REF!" };
  values[8]![2] = "约75";
  values[9]![2] = "—";
  values[10]![2] = "1，075.40";
  const disclosure = recognise({ sheets: [{ ...sheets[0]!, values }] }, hunan2020);
  const said = ["合计", "#201", "#20103", "#2010301"].map((row) =>
    figureText(disclosure, "expenditure", 0, row, "本年支出合计"),
  );
  expect(said).toEqual(["error", "unreadable", "notApplicable", "1075.40"]);
});

test("an empty workbook is understood as nothing", () => {
  const disclosure = recognise({ sheets: [] }, hunan2020);
  expect(disclosure.placement.tables.size).toBe(0);
  expect(disclosure.problems).toEqual([]);
  expect(figureText(disclosure, "summary", 0, "总计", "决算数")).toBe("missing table");
});
