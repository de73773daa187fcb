import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { scoresOf } from "../../src/application/concludeCheck";
import {
  planProject,
  planProjectList,
  withFormsFor,
  withProjectList,
} from "../../src/application/projectForms";
import { asChosen } from "../../src/application/recogniseWorkbook";
import { recognise } from "../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import { repairPlan } from "../../src/domain/layout/repairPlan";
import { workingSheets } from "../../src/domain/publication/workingSheets";
import { FILLED, FORM, laidOut, own, SECOND, typed, unit, type Typed } from "../support/projectSet";

async function look(workbook: MemoryWorkbook) {
  const snapshot = await workbook.read();
  const template = asChosen(own, snapshot);
  const disclosure = recognise(snapshot, template.structure);
  return { template, disclosure, scores: scoresOf(disclosure, template) };
}

/** What its formulas then give, which this workbook does not work out. */
const RESULTS: readonly Typed[] = [
  [7, 5, 100],
  [7, 6, 80],
  [7, 8, 0.8],
  [28, 8, 98],
  [28, 9, "等级：优"],
];

test("no project, no form; each named project has one, with its name on it", async () => {
  const none = await laidOut([]).read();
  expect(none.sheets.map(({ name }) => name)).not.toContain(FORM);
  const { sheets } = await laidOut(["档案整理", "信访维稳"]).read();
  const names = sheets.map(({ name }) => name);
  expect(names.slice(names.indexOf("整体支出绩效自评表"))).toEqual(
    expect.arrayContaining([FORM, SECOND]),
  );
  const second = sheets.find(({ name }) => name === SECOND)!;
  expect(second.values[0]![0]).toBe("2020年度项目支出绩效自评表");
  expect(second.values[2]).toEqual(expect.arrayContaining(["专项名称", "信访维稳"]));
  expect(second.values[4]![0]).toBe("项目总实施期");
});

test("every project is read and scored by itself", async () => {
  const workbook = laidOut(["档案整理", "信访维稳"]);
  await typed(workbook, SECOND, FILLED);
  const { disclosure, scores } = await look(workbook);
  expect(disclosure.problems.filter(({ kind }) => kind === "duplicateTable")).toEqual([]);
  expect(disclosure.placement.tables.get("projectEvaluation")?.sheet).toBe(FORM);
  expect(disclosure.placement.tables.get("projectEvaluation2")?.sheet).toBe(SECOND);
  expect(scores.map(({ form, total }) => [form, total?.toFixed()])).toEqual([
    ["整体支出绩效自评表", undefined],
    ["项目支出绩效自评表（档案整理）", undefined],
    ["项目支出绩效自评表（信访维稳）", "98"],
  ]);
});

describe("a project's form says what it needs", () => {
  const needs = async (projects: readonly string[], cells: readonly Typed[]) => {
    const workbook = laidOut(projects);
    await typed(workbook, FORM, cells);
    const { scores } = await look(workbook);
    return scores[1]!.findings.filter(({ code }) => code === "K434");
  };

  test("all of it, where it is empty as the seed printed it", async () => {
    const slashes = [
      [3, 4, "/"],
      [3, 8, "/"],
      [4, 4, "/"],
      [4, 8, "/"],
      [5, 3, "/"],
    ] as const;
    const [found] = await needs(["/"], slashes);
    expect(found).toMatchObject({ state: "undetermined" });
    expect(found!.explanation).toBe(
      "项目支出绩效自评表：这张项目自评表还是空的，要填：专项名称、项目总投资（万元）、支出方向名称（子项目）、其中：财政拨款、项目总实施期、全年预算数、全年执行数、预期目标、实际完成情况、绩效指标。没有项目支出的，不用附这张表。",
    );
  });

  test("what is left, where some is filled in", async () => {
    const [found] = await needs(["档案整理"], FILLED.slice(0, 6));
    expect(found!.explanation).toMatch(/还要填：预期目标、实际完成情况、绩效指标。$/u);
  });

  test("nothing, where all is filled in", async () => {
    expect(await needs(["档案整理"], FILLED)).toEqual([]);
  });
});

test.each([
  ["less than the whole", 120, 100, []],
  ["all of it", 120, 120, []],
  ["one cent more", 120, 120.01, ["财政拨款填的是 120.01，项目总投资（万元）是 120.00，多 0.01"]],
  ["the whole is not said", "/", 120, []],
  ["the part is not said", 120, "/", []],
])("财政拨款 and 项目总投资: %s", async (_, whole, part, wanted) => {
  const workbook = laidOut(["档案整理"]);
  await typed(workbook, FORM, FILLED);
  await typed(workbook, FORM, [
    [3, 8, whole],
    [4, 8, part],
  ]);
  const { scores } = await look(workbook);
  const found = scores[1]!.findings.filter(({ code }) => code === "K435");
  expect(found.map(({ explanation }) => explanation)).toEqual(
    wanted.map((words) => expect.stringContaining(words) as string),
  );
});

test("what its own formula says while a score cannot be read is no wrong grade", async () => {
  const grades = async (grade: string) => {
    const workbook = laidOut(["档案整理"]);
    await typed(workbook, FORM, [...FILLED, [28, 8, 98], [28, 9, `等级：${grade}`]]);
    const { scores } = await look(workbook);
    return scores[1]!.findings.filter(({ code }) => code === "K406").length;
  };
  expect(await grades("数据不足")).toBe(0);
  expect(await grades("优")).toBe(0);
  expect(await grades("良")).toBe(1);
});

describe("项目清单", () => {
  const lists = async (projects: readonly string[], filled: readonly string[]) => {
    const workbook = laidOut(projects);
    for (const sheet of filled) await typed(workbook, sheet, [...FILLED, ...RESULTS]);
    const checked = await look(workbook);
    return planProjectList(checked as unknown as Parameters<typeof planProjectList>[0]).sheets[0]!;
  };

  test("a line for each project, its figures by formula, and their sums", async () => {
    const list = await lists(["档案整理", "信访维稳"], [FORM, SECOND]);
    const line = (row: number) =>
      list.cells.filter((cell) => cell.row === row).map(({ value }) => value);
    expect(line(3).slice(-5)).toEqual([
      "全年预算数（万元）",
      "全年执行数（万元）",
      "执行率",
      "总分",
      "等级",
    ]);
    expect(line(4)).toEqual([
      1,
      "档案整理",
      120,
      "/",
      "/",
      "2020年1月—2020年12月",
      100,
      80,
      0.8,
      98,
      "优",
    ]);
    expect(line(6)).toEqual(["", "合计", 240, "", "", "", 200, 160, "", "", ""]);
    const at = (row: number, column: number) =>
      list.cells.find((cell) => cell.row === row && cell.column === column)?.formula;
    expect(at(5, 2)).toBe(`IFERROR(IF('${SECOND}'!D3="","",'${SECOND}'!D3),"自评表已删或出错")`);
    expect(at(6, 7)).toBe('IF(COUNT(G4:G5)=0,"",SUM(G4:G5))');
  });

  test("what is not filled in stays blank, also in the sums", async () => {
    const list = await lists(["档案整理"], []);
    const last = list.cells.filter(({ row }) => row === 5).map(({ value }) => value);
    expect(last).toEqual(["", "合计", "", "", "", "", "", "", "", "", ""]);
  });

  test("nothing to list", async () => {
    await expect(lists([], [])).rejects.toThrow("noProjects");
  });

  test("stands in a set that is laid out for projects, and in no other", async () => {
    const names = (projects: readonly string[]) => {
      const template = withFormsFor(own, { projects }, undefined);
      const plan = layOutWorkbook(template, { ...unit, projects });
      return withProjectList(template, plan, unit).sheets.map(({ name }) => name);
    };
    expect(names(["档案整理"])).toEqual(expect.arrayContaining([FORM, "项目清单", "补充资料"]));
    expect(names([])).not.toContain("项目清单");
    const template = withFormsFor(own, { projects: ["档案整理"] }, undefined);
    const plan = layOutWorkbook(template, { ...unit, projects: ["档案整理"] });
    const workbook = MemoryWorkbook.fromPlan(withProjectList(template, plan, unit));
    const checked = await look(workbook);
    expect(checked.disclosure.problems).toEqual([]);
    const again = planProjectList(checked as unknown as Parameters<typeof planProjectList>[0]);
    expect(again.sheets.map(({ name }) => name)).toEqual(["项目清单(2)"]);
  });
});

describe("项目清单 after a project's form is deleted", () => {
  /** As Excel keeps the list: what it referred to is #REF!. */
  async function without(gone: string) {
    const projects = ["档案整理", "信访维稳"];
    const template = withFormsFor(own, { projects }, undefined);
    const plan = layOutWorkbook(template, { ...unit, projects });
    const whole = await MemoryWorkbook.fromPlan(withProjectList(template, plan, unit)).read();
    const sheets = whole.sheets
      .filter(({ name }) => name !== gone)
      .map((sheet) => ({
        ...sheet,
        formulas: new Map(
          [...sheet.formulas].map(([at, formula]) => [
            at,
            formula.replaceAll(new RegExp(`'?${gone}'?!`, "gu"), "#REF!"),
          ]),
        ),
      }));
    const snapshot = { ...whole, sheets };
    const chosen = asChosen(own, snapshot);
    return { template: chosen, disclosure: recognise(snapshot, chosen.structure) };
  }

  test.each([
    ["the first", FORM, SECOND],
    ["the last", SECOND, FORM],
  ])(
    "%s: 修复版式 lists what is left, and nothing refers to what is gone",
    async (_, gone, left) => {
      const { template, disclosure } = await without(gone);
      const { plan, differentShape } = repairPlan(template, disclosure, unit);
      expect(differentShape).toEqual([]);
      const list = plan.sheets.find(({ name }) => name === "项目清单")!;
      const formulas = list.cells.flatMap(({ formula, row }) =>
        formula ? [{ row, formula }] : [],
      );
      expect(formulas.filter(({ formula }) => formula.includes("#REF!"))).toEqual([]);
      const of = (row: number) => formulas.filter((each) => each.row === row);
      expect(of(4).every(({ formula }) => formula.includes(left))).toBe(true);
      expect(new Set(of(5).map(({ formula }) => formula))).toEqual(new Set(['""']));
      expect(of(6)[0]!.formula).toContain("4:");
    },
  );

  test("a list with too few lines is told to be laid out anew", async () => {
    const { template, disclosure } = await without("没有的表");
    const sheets = disclosure.snapshot.sheets.map((sheet) => {
      if (sheet.name !== "项目清单") return sheet;
      const formulas = new Map([...sheet.formulas].filter(([at]) => !at.endsWith("5")));
      return { ...sheet, formulas, values: sheet.values.toSpliced(4, 1) };
    });
    const snapshot = { ...disclosure.snapshot, sheets };
    const { differentShape } = repairPlan(template, { ...disclosure, snapshot }, unit);
    expect(differentShape).toEqual(["项目清单"]);
  });

  test("it is no part of what is published", async () => {
    const { disclosure } = await without(FORM);
    expect(workingSheets(disclosure)).toContain("项目清单");
  });
});

describe("another project comes to the set that stands", () => {
  test("behind those that it has", async () => {
    const workbook = laidOut(["档案整理"]);
    const checked = await look(workbook);
    const plan = planProject(checked as unknown as Parameters<typeof planProject>[0], "信访维稳");
    expect(plan.sheets.map(({ name }) => name)).toEqual([SECOND]);
    await workbook.addSheets(plan);
    const { scores } = await look(workbook);
    expect(scores.map(({ form }) => form)).toContain("项目支出绩效自评表（信访维稳）");
  });

  test("under the name that is free, though the first one is gone", async () => {
    const both = await laidOut(["档案整理", "信访维稳"]).read();
    const sheets = both.sheets.filter(({ name }) => name !== FORM);
    const standing = asChosen(own, { ...both, sheets });
    const disclosure = recognise({ ...both, sheets }, standing.structure);
    const checked = { template: standing, disclosure };
    const plan = planProject(checked as Parameters<typeof planProject>[0], "基建");
    expect(plan.sheets.map(({ name }) => name)).toEqual([FORM]);
  });

  test("修复版式 restores each on its own sheet", async () => {
    const workbook = laidOut(["档案整理", "信访维稳"]);
    await typed(workbook, SECOND, FILLED);
    const { template, disclosure } = await look(workbook);
    const { plan, differentShape } = repairPlan(template, disclosure, unit);
    expect(differentShape).toEqual([]);
    const second = plan.sheets.find(({ name }) => name === SECOND)!;
    expect(second.cells.find(({ row, column }) => row === 3 && column === 4)?.value).toBe(
      "信访维稳",
    );
  });
});

test("a template without such a form says so", () => {
  const { structure } = own;
  const tables = new Map([...structure.tables].filter(([key]) => key !== "projectEvaluation"));
  const without = { ...own, structure: { ...structure, tables } };
  expect(() => withFormsFor(without, { projects: ["档案整理"] }, undefined)).toThrow(
    "noProjectForm",
  );
});

describe("two forms of one project", () => {
  const same = async (names: readonly string[], cells: readonly Typed[] = []) => {
    const workbook = laidOut(names);
    await typed(workbook, SECOND, cells);
    const { scores } = await look(workbook);
    return scores
      .flatMap(({ findings }) => findings)
      .filter(({ code }) => code === "K438")
      .map(({ explanation }) => explanation);
  };

  test("are asked about", async () => {
    const [found, ...others] = await same(["信访维稳", "信访维稳"]);
    expect(found).toContain(`专项名称“信访维稳”与《${FORM}》的相同`);
    expect(others).toEqual([]);
  });

  test("are two where the names, or the parts, differ", async () => {
    expect(await same(["信访维稳", "档案整理"])).toEqual([]);
    expect(await same(["信访维稳", "信访维稳"], [[4, 4, "驻点接访"]])).toEqual([]);
  });

  test("that name no project are not", async () => {
    expect(await same(["信访维稳", "档案整理"], [[3, 4, "/"]])).toEqual([]);
  });
});
