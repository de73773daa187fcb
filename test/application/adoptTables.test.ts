import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { DraftingSession } from "../../src/application/draftingSession";
import { openWorkbook } from "../../src/application/openWorkbook";
import { clearMarks } from "../../src/application/clearMarks";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import { workingSheets } from "../../src/domain/publication/workingSheets";
import { AUDIT_SHEET, CALCULATION_SHEET } from "../../src/domain/workbook/resultSheets";
import type { Clock } from "../../src/ports/clock";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { sheetPlan } from "../contract/plans";
import { fullSet, ownWorkbook } from "../adapters/excel/excelSet";
import { planOf } from "../support/goldenPlan";
import type { ExcelHost } from "../support/excelHost/excelHost";
import { excelSession } from "../support/excelHost/excelSession";
import type { HostMark } from "../support/excelHost/hostSheet";
import { catalogOf, hunan2020 } from "./catalogs";

const TABLES = ["公开01表", "公开03表", "公开05表"];
const TABLE = "公开03表";
const own = planOf({
  ...quanbiaoyoushu,
  sheets: quanbiaoyoushu.sheets.filter(({ name }) => TABLES.includes(name)),
});
const MARKS = 3 * TABLES.length;
const OUTER = [AUDIT_SHEET, CALCULATION_SHEET];
const PERSONS: HostMark = {
  range: { top: 6, left: 2, bottom: 20, right: 6 },
  formula: "=$C6>100",
  format: {},
};

const quietClock: Clock = {
  now: () => new Date("2026-01-01T10:32:00"),
  after: () => () => undefined,
  painted: () => Promise.resolve(),
};

const library = () => new TemplateLibrary(catalogOf(hunan2020));
const adoptionOf = (drafting: DraftingSession) => drafting.state().checked?.adoption;
const sheetNames = (host: ExcelHost) => host.sheets.map(({ name }) => name);

/** Everything of the person's sheets that we could have touched. */
function stands(host: ExcelHost) {
  return host.sheets
    .filter(({ name }) => !OUTER.includes(name))
    .map(({ name, cells, merges, marks }) => ({
      name,
      cells: [...cells],
      merges: [...merges],
      marks: marks.filter((mark) => mark === PERSONS || mark.formula === PERSONS.formula),
    }));
}

function ourMarks(host: ExcelHost) {
  return host.sheets
    .filter(({ name }) => !OUTER.includes(name))
    .flatMap(({ marks }) => marks.filter(({ formula }) => formula?.includes(CALCULATION_SHEET)));
}

async function open() {
  const opened = await excelSession(own);
  const names = sheetNames(opened.host);
  const table = opened.host.get(TABLE);
  table.marks.push(PERSONS);
  return { ...opened, names, table };
}

test("nothing is offered for a set of ours, nor where no table is recognised", async () => {
  expect(adoptionOf((await excelSession(fullSet)).drafting)).toBe("none");
  const { drafting } = await excelSession(ownWorkbook);
  expect(drafting.state().checked).toBeUndefined();
});

test("审核 comes beside the tables, and no cell of theirs is touched", async () => {
  const { host, drafting, names } = await open();
  const before = stands(host);
  expect(adoptionOf(drafting)).toBe("possible");
  await drafting.adopt();
  const { trouble, lastWrite } = drafting.state();
  expect(trouble).toBeUndefined();
  expect(lastWrite).toMatchObject({ kind: "adopt", adopted: { paneOnly: [], isMarked: true } });
  expect(sheetNames(host)).toEqual([...names, ...OUTER]);
  expect(stands(host)).toEqual(before);
  expect(ourMarks(host).length).toBe(MARKS);
  expect(adoptionOf(drafting)).toBe("standing");
});

test("撤回 takes sheets and marks back, and the person's own mark stays", async () => {
  const { host, drafting, names, table } = await open();
  const before = stands(host);
  await drafting.adopt();
  host.moveRows(table, { kind: "insertRows", row: 1, count: 1 });
  await drafting.takeBack();
  expect(drafting.state().trouble).toBeUndefined();
  expect(sheetNames(host)).toEqual(names);
  expect(ourMarks(host)).toEqual([]);
  host.moveRows(table, { kind: "deleteRows", row: 1, count: 1 });
  expect(stands(host)).toEqual(before);
});

test("去掉审核表 takes sheets and marks away, also in a later session", async () => {
  const { host, drafting, workbook, names } = await open();
  const before = stands(host);
  await drafting.adopt();
  drafting.stop();
  const later = new DraftingSession(workbook, library(), quietClock);
  await later.start();
  expect(adoptionOf(later)).toBe("standing");
  await later.removeAudit();
  expect(later.state().trouble).toBeUndefined();
  expect(sheetNames(host)).toEqual(names);
  expect(ourMarks(host)).toEqual([]);
  expect(stands(host)).toEqual(before);
  expect(adoptionOf(later)).toBe("possible");
  await later.removeAudit();
  expect(later.state().trouble?.code).toBe("nothingToAdopt");
});

test("marks whose sheets somebody deleted go by 清除标记, and when 审核 is added again", async () => {
  const { host, drafting, workbook, table } = await open();
  const bare = stands(host);
  const deleteBoth = async () => {
    for (const sheet of OUTER) host.deleteSheet(host.get(sheet));
    await drafting.look();
  };
  const own = () => host.sheets.flatMap(({ marks }) => marks).length;
  const orphans = () =>
    host.sheets.flatMap(({ marks }) => marks.filter(({ formula }) => formula?.includes("#REF!")));
  await drafting.adopt();
  await deleteBoth();
  expect(orphans()).toHaveLength(MARKS);
  await clearMarks(workbook, library());
  expect(own()).toBe(1);
  await drafting.adopt();
  await deleteBoth();
  await drafting.takeBack();
  expect(own()).toBe(1);
  await drafting.adopt();
  await deleteBoth();
  await drafting.adopt();
  expect(drafting.state().trouble).toBeUndefined();
  expect(ourMarks(host)).toHaveLength(MARKS);
  expect(orphans()).toEqual([]);
  await drafting.removeAudit();
  expect(own()).toBe(1);
  expect(table.marks).toContain(PERSONS);
  expect(stands(host)).toEqual(bare);
});

test.each([
  ["审核 alone: it can be printed anew", AUDIT_SHEET, "outdated"],
  ["计算 alone: what is left is none of ours", CALCULATION_SHEET, "possible"],
])("somebody deleted %s", async (_what, sheet, adoption) => {
  const { host, drafting } = await open();
  await drafting.adopt();
  host.deleteSheet(host.get(sheet));
  await drafting.look();
  expect(adoptionOf(drafting)).toBe(adoption);
  if (adoption !== "outdated") return;
  await drafting.adopt();
  expect(drafting.state().trouble).toBeUndefined();
  expect(adoptionOf(drafting)).toBe("standing");
  expect(ourMarks(host)).toHaveLength(MARKS);
});

test("清除标记 takes its marks, and 审核 stays", async () => {
  const { host, drafting, workbook, names } = await open();
  await drafting.adopt();
  await clearMarks(workbook, library());
  expect(ourMarks(host)).toEqual([]);
  expect(stands(host).flatMap(({ marks }) => marks)).toEqual([PERSONS]);
  expect(sheetNames(host)).toEqual([...names, ...OUTER]);
});

test("rows that come in make it outdated, and 更新审核表 prints it anew", async () => {
  const { host, drafting, names, table } = await open();
  await drafting.adopt();
  host.moveRows(table, { kind: "insertRows", row: 1, count: 1 });
  await drafting.look("thorough");
  expect(adoptionOf(drafting)).toBe("standing");
  host.moveRows(table, { kind: "insertRows", row: 12, count: 1 });
  await drafting.look("thorough");
  expect(adoptionOf(drafting)).toBe("outdated");
  const before = stands(host);
  await drafting.adopt();
  expect(drafting.state().trouble).toBeUndefined();
  expect(adoptionOf(drafting)).toBe("standing");
  expect(sheetNames(host)).toEqual([...names, ...OUTER]);
  expect(ourMarks(host).length).toBe(MARKS);
  expect(stands(host)).toEqual(before);
});

test("what somebody wrote on 审核 keeps it from being renewed", async () => {
  const { host, drafting, table } = await open();
  await drafting.adopt();
  host.moveRows(table, { kind: "insertRows", row: 12, count: 1 });
  host.type(AUDIT_SHEET, "K5", "与财政核对过");
  await drafting.look("thorough");
  const marks = ourMarks(host);
  await drafting.adopt();
  expect(drafting.state().trouble).toEqual({ code: "writtenOnAudit", detail: "审核!K5" });
  expect(ourMarks(host)).toEqual(marks);
});

test.each([[AUDIT_SHEET], [CALCULATION_SHEET]])(
  "a sheet of the person's own named %s refuses it, and nothing is written",
  async (name) => {
    const sheets = [...own.sheets, sheetPlan(name, { A1: "我的" })];
    const { host, drafting } = await excelSession({ ...own, sheets });
    const before = stands(host);
    await drafting.adopt();
    expect(drafting.state().trouble).toEqual({ code: "auditNameTaken", detail: name });
    expect(sheetNames(host)).toEqual([...TABLES, name]);
    expect(stands(host)).toEqual(before);
  },
);

test.each<[string, string, (host: ExcelHost) => void]>([
  [
    "a protected table",
    "protected",
    (host) => {
      host.get(TABLE).isProtected = true;
    },
  ],
  [
    "a protected structure",
    "workbookProtected",
    (host) => {
      host.isStructureProtected = true;
    },
  ],
])("with %s nothing stays", async (_, code, protect) => {
  const { host, drafting, names } = await open();
  protect(host);
  const before = stands(host);
  await drafting.adopt();
  expect(drafting.state().trouble).toMatchObject({ code });
  expect(sheetNames(host)).toEqual(names);
  expect(stands(host)).toEqual(before);
  expect(ourMarks(host)).toEqual([]);
});

test("where conditional formats cannot look at other sheets 审核 comes without marks", async () => {
  const workbook = MemoryWorkbook.fromPlan(own);
  const drafting = new DraftingSession(workbook, library(), quietClock);
  await drafting.start();
  expect(drafting.marksTables).toBe(false);
  await drafting.adopt();
  expect(drafting.state().lastWrite).toMatchObject({ kind: "adopt", adopted: { isMarked: false } });
  await workbook.editRows({ kind: "insertRows", sheet: TABLE, row: 12, count: 1 });
  await drafting.look();
  expect(adoptionOf(drafting)).toBe("outdated");
  await drafting.adopt();
  expect(adoptionOf(drafting)).toBe("standing");
  await drafting.takeBack();
  expect((await workbook.read()).sheets.map(({ name }) => name)).toEqual(TABLES);
});

test("修复版式 leaves 审核 and the tables alone", async () => {
  const { host, drafting } = await open();
  await drafting.adopt();
  const formulas = () => host.get(AUDIT_SHEET).cells.size;
  const [before, count] = [stands(host), formulas()];
  await drafting.repair();
  expect(stands(host)).toEqual(before);
  expect(formulas()).toBe(count);
});

test("公开前检查 names 审核 as a sheet that is not published", async () => {
  const { drafting } = await open();
  await drafting.adopt();
  const { checked } = drafting.state();
  expect(workingSheets(checked!.disclosure)).toEqual(OUTER);
});

test("opened on the page, where a set comes with 审核 of its own, nothing of it is left behind", async () => {
  const { workbook, drafting } = await open();
  await drafting.adopt();
  const { leftBehind } = await openWorkbook(workbook, library());
  expect(leftBehind).toMatchObject({ sheets: [], contents: [] });
});

test("the recognised tables are the same beside it, and so is what is found", async () => {
  const { drafting } = await open();
  const said = () => {
    const { checked } = drafting.state();
    return {
      tables: [...(checked?.disclosure.placement.tables.keys() ?? [])],
      problems: checked?.disclosure.problems,
      findings: checked?.report.findings.map(({ code, explanation }) => [code, explanation]),
    };
  };
  const before = said();
  await drafting.adopt();
  expect(said()).toEqual(before);
});
