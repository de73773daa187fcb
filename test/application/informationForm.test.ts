import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { concludeCheck } from "../../src/application/concludeCheck";
import { openWorkbook } from "../../src/application/openWorkbook";
import { withFormsFor } from "../../src/application/projectForms";
import { asChosen } from "../../src/application/recogniseWorkbook";
import { checkDisclosure } from "../../src/domain/checking/checkDisclosure";
import { scoreWorkbook } from "../../src/application/scoreWorkbook";
import { recognise } from "../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { seed001, seed001Corrected } from "../golden/seed001";
import { snapshotOf } from "../support/goldenWorkbook";
import { shippedTemplate } from "../support/native";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import { catalogOf, hunan2020 } from "./catalogs";

const FORM = "绩效评价基本信息表";
const unit = { unitName: "示例市某某中心", year: 2020 };
const own = shippedTemplate();
const template = withFormsFor(own, { forms: [FORM] }, undefined);

type Typed = readonly [row: number, column: number, value: string | number | null];

/** Rows of 汇总, 局机关, 二级机构1 in the four blocks. */
const INCOME = 13;
const SPENDING = 21;
const THREE_PUBLIC = 28;
const ASSETS = 35;

const across = (row: number, from: number, values: readonly (number | string | null)[]): Typed[] =>
  values.map((value, index) => [row, from + index, value]);

/** As seed 000 has them, all in the row of its one unit. */
const SEED: readonly Typed[] = [
  ...across(INCOME + 2, 3, [1066.08, 0, 1030, 0, 0, 36.08]),
  ...across(SPENDING + 2, 2, [64.62, 0, 0, 0, 64.62, 1001.46, 1001.46]),
  ...across(THREE_PUBLIC + 2, 4, [0, 0, 0, 0, 0]),
  ...across(ASSETS + 2, 5, [5.84, 5.84, 0, 0]),
];
/** 汇总 as nobody filled it in. */
const BLANK_TOTALS: readonly Typed[] = [
  ...across(INCOME, 3, Array<null>(6).fill(null)),
  ...across(SPENDING, 2, Array<null>(7).fill(null)),
  ...across(THREE_PUBLIC, 4, Array<null>(5).fill(null)),
  ...across(ASSETS, 5, Array<null>(4).fill(null)),
];
/** 汇总 as the formulas give it, which this workbook does not work out. */
const TOTALS: readonly Typed[] = SEED.map(([row, column, value]) => [row - 2, column, value]);

/** With these cells instead. */
function changed(cells: readonly Typed[], others: readonly Typed[]): Typed[] {
  const isOther = ([row, column]: Typed) => others.some(([r, c]) => r === row && c === column);
  return [...cells.filter((cell) => !isOther(cell)), ...others];
}

async function filled(...cells: readonly Typed[]) {
  const workbook = MemoryWorkbook.fromPlan(layOutWorkbook(template, unit));
  await workbook.writeCells(
    cells.map(([row, column, value]) => ({ sheet: FORM, row, column, value })),
  );
  return workbook;
}

async function look(workbook: MemoryWorkbook) {
  const snapshot = await workbook.read();
  const chosen = asChosen(own, snapshot);
  const disclosure = recognise(snapshot, chosen.structure);
  const report = checkDisclosure(disclosure, chosen);
  const { report: whole, cards } = concludeCheck(report, disclosure, chosen);
  const of = (code: string) => whole.findings.filter((finding) => finding.code === code);
  return { chosen, disclosure, of, cards };
}

test("stands in a set that is asked for it, and nowhere else", async () => {
  const names = layOutWorkbook(own, unit).sheets.map(({ name }) => name);
  expect(names).not.toContain(FORM);
  const workbook = await filled();
  const { disclosure, chosen } = await look(workbook);
  expect(chosen.structure.tables.has("basicInformation")).toBe(true);
  expect(disclosure.placement.tables.get("basicInformation")?.sheet).toBe(FORM);
  expect(disclosure.problems).toEqual([]);
});

test("a form that the template does not have", () => {
  expect(() => withFormsFor(own, { forms: ["没有的表"] }, undefined)).toThrow(
    "unknownForm: 没有的表\n绩效评价基本信息表、绩效自评简表",
  );
});

test("汇总 and 合计 are formulas", () => {
  const sheet = layOutWorkbook(template, unit).sheets.find(({ name }) => name === FORM)!;
  const formula = (row: number, column: number) =>
    sheet.cells.find((cell) => cell.row === row && cell.column === column)?.formula;
  expect(formula(INCOME, 4)).toContain("SUM($D$14:$D$16)");
  expect(formula(INCOME + 2, 3)).toMatch(/\$?D\$?15/u);
  expect(formula(SPENDING + 2, 3)).toMatch(/\$?D\$?23/u);
});

describe("a form without its title, as seeds 000 and 003 print them", () => {
  const untitled = async (form: string, without: readonly string[] = []) => {
    const plan = layOutWorkbook(withFormsFor(own, { forms: [form] }, undefined), unit);
    const sheets = plan.sheets.map((sheet) =>
      sheet.name === form
        ? {
            ...sheet,
            name: "附件1",
            cells: sheet.cells.map((cell) => {
              const isGone = cell.row === 1 || without.some((text) => cell.value === text);
              return isGone ? { ...cell, value: null } : cell;
            }),
          }
        : sheet,
    );
    const { disclosure } = await look(MemoryWorkbook.fromPlan({ ...plan, sheets }));
    expect(disclosure.problems).toEqual([]);
    return [...disclosure.placement.tables].flatMap(([key, { sheet, blocks }]) =>
      sheet === "附件1" ? [[key, ...blocks.map(({ rows }) => rows.length)]] : [],
    );
  };

  test("is known by its parts", async () => {
    expect(await untitled(FORM)).toEqual([["basicInformation", 4, 4, 4, 4]]);
    expect(await untitled("绩效自评简表")).toEqual([["briefEvaluation", 3]]);
  });

  test("its money in words is said to be unread", () => {
    const rows = [
      ["部门概况", "单位名称", "示例市某某中心", "年度预算金额", "358.65万元"],
      ["^", "主管部门", "示例市某某局", "<", "<"],
      ["绩效完成情况", "绩效目标完成情况", "完成会议5次。", "<", "<"],
      ["存在的问题分析及改进措施", "存在的问题", "指标不够量化。", "<", "<"],
      ["其他需要说明问题", "无", "<", "<", "<"],
    ];
    const snapshot = snapshotOf({ name: "003", sheets: [{ name: "附件1", rows }] });
    const chosen = asChosen(own, snapshot);
    const { problems } = recognise(snapshot, chosen.structure);
    expect(problems.map(({ message }) => message)).toEqual([
      "工作表“附件1”是《部门整体支出绩效自评简表》，但没有认出“年度预算金额（万元）”的表头，里面的数没有核对；请照样表列出各行各栏，一格只填一个数。",
    ]);
  });

  test.each([seed001, seed001Corrected, quanbiaoyoushu])("is in no other set: $name", (golden) => {
    const { structure } = asChosen(own, snapshotOf(golden));
    expect([...structure.tables.keys()]).not.toContain("basicInformation");
    expect([...structure.tables.keys()]).not.toContain("briefEvaluation");
  });

  test("two parts may be any report's", async () => {
    const without = ["绩效完成情况", "存在的问题分析及改进措施"];
    expect(await untitled("绩效自评简表", without)).toEqual([]);
  });
});

describe("the figures of seed 000", () => {
  test("land in its blocks, and agree where 汇总 is filled in", async () => {
    const { disclosure, of } = await look(await filled(...SEED, ...TOTALS));
    const at = (block: number, row: string, column: string) =>
      disclosure.figuresAt("basicInformation", block, row, column)[0]?.figure;
    expect(at(0, "二级机构1", "其中/公共财政拨款")).toMatchObject({ kind: "amount" });
    for (const code of ["K601", "K602", "K603", "K604", "K605", "K606", "K607", "K608", "K609"]) {
      expect([code, of(code)]).toEqual([code, []]);
    }
  });

  test("汇总 blank over a filled row is found, in each block", async () => {
    const { of, cards } = await look(await filled(...SEED, ...BLANK_TOTALS));
    const found = of("K602");
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]!.explanation).toContain("汇总");
    expect(of("K605").length).toBeGreaterThan(0);
    expect(of("K609").length).toBeGreaterThan(0);
    // 01 is empty, and nobody knows which of the two is the mistake: no figure is proposed to be erased.
    expect(of("K611")).toEqual([]);
    expect(cards).toEqual([]);
  });

  test("汇总 that is not the sum is found", async () => {
    const { of } = await look(await filled(...SEED, ...changed(TOTALS, [[INCOME, 5, 1030.01]])));
    expect(
      of("K602")
        .map(({ explanation }) => explanation)
        .join(),
    ).toContain("1030.01");
  });
});

describe("95 and 优 at an execution rate of 6.06 %", () => {
  const GRADE: readonly Typed[] = [
    [53, 2, 95],
    [53, 6, "优"],
  ];

  test("is questioned, whether 汇总 is filled in or not", async () => {
    for (const totals of [TOTALS, BLANK_TOTALS]) {
      const { of } = await look(await filled(...SEED, ...totals, ...GRADE));
      expect(of("K621").map(({ explanation }) => explanation)).toEqual([
        "支出合计 64.62÷收入合计 1066.08=6.06%，绩效自评综合得分 95、评价等次却是“优”。请核对，或说明原因。",
      ]);
    }
  });

  test.each([
    ["another grade", [[53, 6, "中"]]],
    ["no grade", [[53, 6, null]]],
    ["half of it spent", [[SPENDING, 2, 533.04]]],
    ["nothing to divide by", across(INCOME, 3, [0, 0, 0, 0, 0, 0])],
  ] as [string, Typed[]][])("is not: %s", async (_, cells) => {
    const { of } = await look(await filled(...changed([...SEED, ...TOTALS, ...GRADE], cells)));
    expect(of("K621")).toEqual([]);
  });
});

test("its given grade and its findings are among the scores", async () => {
  const workbook = await filled(...SEED, ...TOTALS, [53, 2, 95], [53, 6, "优"]);
  const library = new TemplateLibrary(catalogOf(hunan2020));
  const { information } = await scoreWorkbook(workbook, library);
  expect(information).toMatchObject([
    {
      form: FORM,
      sheet: FORM,
      score: { label: "绩效自评综合得分", value: "95" },
      grade: { label: "评价等次", value: "优" },
      findings: [{ code: "K621" }],
    },
  ]);
  const empty = await scoreWorkbook(await filled(), library);
  expect(empty.information).toEqual([{ form: FORM, sheet: FORM, findings: [] }]);
});

describe("汇总 against 01", () => {
  /** 01: 收入总计, 支出总计, 本年支出合计, 年末结转和结余. */
  const SUMMARY = [
    [0, "总计", 1066.08],
    [1, "总计", 1066.08],
    [1, "本年支出合计", 64.62],
    [1, "年末结转和结余", 1001.46],
  ] as const;

  async function states(code: string, ...cells: readonly Typed[]) {
    const workbook = await filled(...changed([...SEED, ...TOTALS], cells));
    const before = recognise(await workbook.read(), template.structure);
    await workbook.writeCells(
      SUMMARY.map(([block, row, value]) => ({
        ...before.figuresAt("summary", block, row, "决算数")[0]!.cell!,
        value,
      })),
    );
    const { of } = await look(workbook);
    return of(code).map(({ state }) => state);
  }

  test.each([
    ["K611", [INCOME, 3, 1066.09]],
    ["K612", [SPENDING, 2, 64.61]],
    ["K613", [SPENDING, 8, 1001.45]],
    ["K614", [SPENDING, 7, 1001.44]],
  ] as [string, Typed][])(
    "%s: as 01 has it, a cent off, a text",
    async (code, [row, column, off]) => {
      expect(await states(code)).toEqual([]);
      expect(await states(code, [row, column, off])).toEqual(["failed"]);
      expect(await states(code, [row, column, "见附件"])).toEqual(["undetermined"]);
    },
  );
});

/** 其中 of 二级机构1 and the rows of 汇总, one figure moved beyond what rounding explains, and one that is no number. */
describe("合计 and 汇总", () => {
  const states = async (code: string, ...cells: readonly Typed[]) => {
    const { of } = await look(await filled(...changed([...SEED, ...TOTALS], cells)));
    return [...new Set(of(code).map(({ state }) => state))];
  };

  test.each([
    ["K601", [INCOME + 2, 5, 1031]],
    ["K602", [INCOME, 4, 1]],
    ["K603", [SPENDING + 2, 6, 65]],
    ["K604", [SPENDING + 2, 4, 3]],
    ["K605", [SPENDING, 6, 60]],
    ["K606", [THREE_PUBLIC + 2, 5, 0.36]],
    ["K607", [THREE_PUBLIC, 5, 0.36]],
    ["K608", [ASSETS + 2, 6, 5.48]],
    ["K609", [ASSETS, 6, 5.48]],
  ] as [string, Typed][])("%s: as it adds up, moved, a text", async (code, [row, column, off]) => {
    expect(await states(code)).toEqual([]);
    expect(await states(code, [row, column, off])).toEqual(["failed"]);
    expect(await states(code, [row, column, "见附件"])).toEqual(["undetermined"]);
  });

  test.each([
    ["one cent over two parts is rounding", 1066.09, ["roundingTail"]],
    ["two cents are not", 1066.1, ["failed"]],
    ["a minus", -1066.08, ["failed"]],
    ["full width", "１０６６．０８", []],
    ["a remark behind the figure", "1066.08(净值）", ["undetermined"]],
  ])("收入合计: %s", async (_what, value, expected) => {
    expect(await states("K601", [INCOME + 2, 3, value])).toEqual(expected);
  });
});

test("a remark behind a figure is named, with what to do", async () => {
  const noted: Typed = [ASSETS + 2, 6, "5.84(净值）"];
  const { of } = await look(await filled(...changed([...SEED, ...TOTALS], [noted])));
  expect(of("K608").map(({ explanation }) => explanation)).toEqual([
    expect.stringContaining("填的是“5.84(净值）”，数后面写了“净值”，不算数，请只留数字。"),
  ]);
});

test("what people wrote between the figures comes along into a set laid out anew", async () => {
  const workbook = await filled([4, 2, "某某"], [6, 2, "负责某某事务。"], [56, 1, "某人"]);
  const { plan, leftBehind } = await openWorkbook(
    workbook,
    new TemplateLibrary(catalogOf(hunan2020)),
  );
  const sheet = plan.sheets.find(({ name }) => name === FORM)!;
  const values = sheet.cells.map(({ value }) => value);
  expect(values).toEqual(expect.arrayContaining(["某某", "负责某某事务。", "某人"]));
  expect(leftBehind).toMatchObject({ contents: [], sheets: [], missingTables: [] });
});

test("a row grows with what was written into it, as far as a row can", async () => {
  const heightWith = async (text: string) => {
    const { plan } = await openWorkbook(
      await filled([6, 2, text]),
      new TemplateLibrary(catalogOf(hunan2020)),
    );
    return plan.sheets.find(({ name }) => name === FORM)!.rowHeights.get(6)!;
  };
  const room = await heightWith("负责某某事务。");
  expect(await heightWith("负责某某事务。".repeat(40))).toBeGreaterThan(room);
  expect(await heightWith("负责某某事务。".repeat(2000))).toBe(409);
});

describe("绩效自评简表", () => {
  const BRIEF = "绩效自评简表";
  const brief = withFormsFor(own, { forms: [BRIEF] }, undefined);

  async function briefWithCells(
    cells: readonly (readonly [string, string, string, number | string | null])[],
  ) {
    const workbook = MemoryWorkbook.fromPlan(layOutWorkbook(brief, unit));
    const before = recognise(await workbook.read(), brief.structure);
    const cellOf = (table: string, row: string, column: string) =>
      [0, 1].flatMap((block) => before.figuresAt(table, block, row, column)[0]?.cell ?? [])[0]!;
    await workbook.writeCells(
      cells.map(([table, row, column, value]) => ({ ...cellOf(table, row, column), value })),
    );
    return look(workbook);
  }

  const briefWith = (executed: number | string | null, spent: number | null) =>
    briefWithCells([
      ["briefEvaluation", "全年执行数", "金额", executed],
      ["summary", "本年支出合计", "决算数", spent],
    ]);

  test("stands alone where it is asked for", () => {
    const names = layOutWorkbook(brief, unit).sheets.map(({ name }) => name);
    expect(names).toContain(BRIEF);
    expect(names).not.toContain(FORM);
  });

  test.each([
    ["as 01 has it", 179.22, 179.22, []],
    ["one cent more", 179.23, 179.22, ["failed"]],
    ["a text", "详见附件", 179.22, ["undetermined"]],
    ["01 not filled in", 179.22, null, []],
    ["not filled in", null, 179.22, []],
  ])("全年执行数 against 01: %s", async (_, executed, spent, states) => {
    const { of, disclosure } = await briefWith(executed, spent);
    expect(disclosure.problems).toEqual([]);
    expect(of("K631").map(({ state }) => state)).toEqual(states);
  });

  test.each([
    ["as 补充资料 has it", 66.93, 66.93, []],
    ["full width", "６６．９３", 66.93, []],
    ["one cent more", 66.94, 66.93, ["failed"]],
    ["zero", 0, 66.93, ["failed"]],
    ["a text", "详见附件", 66.93, ["undetermined"]],
    ["补充资料 not filled in", 66.93, null, []],
    ["not filled in", null, 66.93, []],
  ])("年初预算数 against 补充资料: %s", async (_, budget, approved, states) => {
    const { of } = await briefWithCells([
      ["briefEvaluation", "年初预算数", "金额", budget],
      ["supplement", "财政拨款支出年初预算数", "数值", approved],
    ]);
    expect(of("K632").map(({ state }) => state)).toEqual(states);
  });
});
