import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { UniverGrid } from "../../src/adapters/univer/univerGrid";
import { DraftingSession } from "../../src/application/draftingSession";
import type { LastWrite } from "../../src/application/draftingState";
import { openWorkbook } from "../../src/application/openWorkbook";
import { takeFigures } from "../../src/application/takeFigures";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import { readState, STATE_SHEET, stateSheet } from "../../src/domain/workbook/stateSheet";
import type { WorkbookEditor, WorkbookSnapshot, WritePlan } from "../../src/ports/workbookPorts";
import { headlessGrid } from "../adapters/univer/headlessGrid";
import { overBudget } from "../domain/checking/explanations/overBudget";
import { typeInto } from "../golden/damages";
import { inYuan } from "../support/inYuan";
import { openExcel } from "../support/excelHost/openExcel";
import { planOf } from "../support/goldenPlan";
import { snapshotOf } from "../support/goldenWorkbook";
import { catalog, CLOCK } from "../taskpane/seedChecked";

const library = new TemplateLibrary(catalog);
const RECEPTION = { sheet: "公开07表", row: 8, column: 12 };
const TOTAL = { ...RECEPTION, column: 7 };

async function begin<Editor extends WorkbookEditor>(editor: Editor) {
  const session = new DraftingSession(editor, library, CLOCK);
  await session.start();
  const findings = (code: string) =>
    session.state().checked?.report.findings.filter((each) => each.code === code) ?? [];
  const reasons = (code: string) =>
    findings(code).map(({ reason }) => reason && `${reason.state} ${reason.words}`);
  return { session, editor, findings, reasons };
}

const fromMemory = (golden = overBudget) => begin(MemoryWorkbook.fromSnapshot(snapshotOf(golden)));

const grid = new UniverGrid(headlessGrid());

const HOSTS: readonly [string, (plan: WritePlan) => Promise<WorkbookEditor>][] = [
  ["the memory", async (plan) => MemoryWorkbook.fromPlan(plan)],
  ["Univer", (plan) => grid.open(plan)],
  ["Excel", async (plan) => openExcel(plan, { version: "1.14" }).workbook],
];

describe.each(HOSTS)("in %s", (_name, open) => {
  test("a reason stays with the workbook until it is taken back", async () => {
    const { session, editor, findings, reasons } = await begin(await open(planOf(overBudget)));
    const before = await editor.read("thorough");
    await session.explain(findings("K168"), " 承办会议 ");
    expect(session.state().trouble).toBeUndefined();
    expect(reasons("K168")).toEqual(["closed 承办会议"]);
    const sheet = (await editor.read("thorough")).sheets.find(({ name }) => name === STATE_SHEET);
    expect(sheet?.visibility).toBe("veryHidden");

    const later = await begin(editor);
    expect(later.reasons("K168")).toEqual(["closed 承办会议"]);

    await editor.writeCells([
      { ...RECEPTION, value: 5.11 },
      { ...TOTAL, value: 39.41 },
    ]);
    await session.look();
    expect(reasons("K168")).toEqual(["reopened 承办会议"]);
    await editor.writeCells([
      { ...RECEPTION, value: 5.1 },
      { ...TOTAL, value: 39.4 },
    ]);
    await session.look();
    expect(reasons("K168")).toEqual(["closed 承办会议"]);

    await session.takeBack();
    expect(session.state().takenBack).toMatchObject({ kept: [], keptSheets: [] });
    expect(reasons("K168")).toEqual([undefined]);
    const after = await editor.read("thorough");
    expect(after.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
  });

  test("撤回 of a later reason leaves the earlier ones", async () => {
    const { session, findings, reasons } = await begin(await open(planOf(overBudget)));
    await session.explain(findings("K168"), "承办会议");
    await session.explain(findings("K311"), "冲减以前年度支出");
    expect(reasons("K311")).toEqual(["closed 冲减以前年度支出", "closed 冲减以前年度支出"]);
    await session.takeBack();
    expect(reasons("K311")).toEqual([undefined, undefined]);
    expect(reasons("K168")).toEqual(["closed 承办会议"]);
  });
});

test("撤销说明 opens the finding, and can be taken back", async () => {
  const { session, findings, reasons } = await fromMemory();
  await session.explain(findings("K311"), "冲减以前年度支出");
  await session.withdrawReason(findings("K311").slice(0, 1));
  expect(reasons("K311")).toEqual([undefined, "closed 冲减以前年度支出"]);
  expect(session.state().lastWrite).toMatchObject<Partial<LastWrite>>({
    kind: "explain",
    explained: { findings: 1, isWithdrawn: true },
  });
  await session.takeBack();
  expect(reasons("K311")).toEqual(["closed 冲减以前年度支出", "closed 冲减以前年度支出"]);
});

test("a reason is about the figures that the person saw, not those that came meanwhile", async () => {
  const { session, editor, findings, reasons } = await fromMemory();
  const shown = findings("K168");
  await editor.writeCells([
    { ...RECEPTION, value: 6.1 },
    { ...TOTAL, value: 40.4 },
  ]);
  await session.explain(shown, "承办会议");
  expect(reasons("K168")).toEqual(["reopened 承办会议"]);
});

test("whatever else the workbook keeps stays", async () => {
  const editor = MemoryWorkbook.fromSnapshot(snapshotOf(overBudget));
  const kept = { rescaled: { template: "hunan-2020", tables: {} }, later: [1, 2] };
  await editor.addSheets({ sheets: [stateSheet(kept)], styles: new Map(), properties: {} });
  const { session, findings } = await begin(editor);
  await session.explain(findings("K168"), "承办会议");
  const state = readState(await editor.read());
  expect(state).toMatchObject({ kind: "state", sections: kept });
});

test.each([
  ["of a later version", '{"format":2}', "newerState"],
  ["that somebody has changed", "你好", "damagedReasons"],
  ["with explanations that cannot be read", '{"format":1,"explanations":{}}', "damagedReasons"],
])("into a state sheet %s nothing is written", async (_words, text, code) => {
  const editor = MemoryWorkbook.fromSnapshot(snapshotOf(overBudget));
  const sheet = { ...stateSheet({}), cells: [{ row: 1, column: 1, value: text }] };
  await editor.addSheets({ sheets: [sheet], styles: new Map(), properties: {} });
  const before = await editor.read();
  const { session, findings } = await begin(editor);
  await session.explain(findings("K168"), "承办会议");
  expect(session.state().trouble?.code).toBe(code);
  expect(session.state().lastWrite).toBeUndefined();
  expect(await editor.read()).toEqual(before);
});

test("a reason that somebody else gave meanwhile is not written over", async () => {
  const { session, editor, findings } = await fromMemory();
  await session.explain(findings("K168"), "承办会议");
  const colleague = new DraftingSession(editor, library, CLOCK);
  await colleague.start();
  const read = editor.read.bind(editor);
  editor.read = async () => {
    const seen = await read();
    editor.read = read;
    await colleague.explain(findings("K311"), "冲减以前年度支出");
    return seen;
  };
  await session.explain(findings("K168"), "另有缘故");
  expect(session.state().trouble?.code).toBe("changedMeanwhile");
  await session.look();
  const given = session.state().checked?.report.findings.map(({ reason }) => reason?.words);
  expect(given?.filter(Boolean).sort()).toEqual([
    "冲减以前年度支出",
    "冲减以前年度支出",
    "承办会议",
  ]);
});

async function explained(golden = overBudget): Promise<WorkbookSnapshot> {
  const { session, editor, findings } = await fromMemory(golden);
  await session.explain([...findings("K168"), ...findings("K311")], "承办会议");
  return editor.read();
}

test("a workbook laid out anew keeps its reasons", async () => {
  const snapshot = await explained();
  const { plan } = await openWorkbook({ read: () => Promise.resolve(snapshot) }, library);
  const opened = await begin(MemoryWorkbook.fromPlan(plan));
  expect(opened.reasons("K168")).toEqual(["closed 承办会议"]);
  expect(opened.reasons("K311")).toEqual(["closed 承办会议", "closed 承办会议"]);
});

test("a set laid out with the figures of a workbook has its reasons", async () => {
  const snapshot = await explained();
  const figures = await takeFigures([{ name: "公开表.xlsx", snapshot }], library, "hunan-2020");
  const { session, reasons } = await begin(new MemoryWorkbook());
  await session.layOut({ templateId: "hunan-2020", unitName: "某局", year: 2020, figures });
  expect(session.state().trouble).toBeUndefined();
  expect(reasons("K168")).toEqual(["closed 承办会议"]);
});

test("figures that come into a standing set bring their reasons; what it has said itself stays", async () => {
  const snapshot = await explained();
  const figures = await takeFigures([{ name: "公开表.xlsx", snapshot }], library, "hunan-2020");
  const { session, findings, reasons } = await begin(MemoryWorkbook.fromPlan(planOf(overBudget)));
  await session.explain(findings("K168"), "年中追加");
  await session.fill(figures, true);
  expect(session.state().trouble).toBeUndefined();
  expect(reasons("K168")).toEqual(["closed 年中追加"]);
  expect(reasons("K311")).toEqual(["closed 承办会议", "closed 承办会议"]);
  await session.takeBack();
  expect(reasons("K311")).toEqual([undefined, undefined]);
  expect(reasons("K168")).toEqual(["closed 年中追加"]);
});

test("figures in 元 and reasons are kept side by side", async () => {
  const snapshot = await explained(inYuan(overBudget));
  const figures = await takeFigures([{ name: "元.xlsx", snapshot }], library, "hunan-2020");
  const { session, editor } = await begin(new MemoryWorkbook());
  await session.layOut({ templateId: "hunan-2020", unitName: "某局", year: 2020, figures });
  const state = readState(await editor.read());
  expect(state.kind === "state" && Object.keys(state.sections)).toEqual([
    "rescaled",
    "explanations",
  ]);
});

test("last year's reasons are at hand once last year's workbook was chosen", async () => {
  const snapshot = await explained(typeInto("封面", "A1", "2019年度")(overBudget));
  const { session } = await fromMemory();
  expect(session.state().lastYearReasons).toBeUndefined();
  await session.takeLastYear([{ name: "上年.xlsx", snapshot }]);
  expect(session.state().lastYearReasons?.map(({ code, reason }) => [code, reason])).toEqual([
    ["K168", "承办会议"],
    ["K311", "承办会议"],
    ["K311", "承办会议"],
  ]);
});
