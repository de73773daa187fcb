import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { DraftingSession } from "../../src/application/draftingSession";
import { explainUseCaseTrouble } from "../../src/application/messages";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import type { UseCaseError } from "../../src/application/useCaseError";
import { parsePosition } from "../../src/domain/workbook/cellAddress";
import type { CellValue } from "../../src/domain/workbook/workbookSnapshot";
import type { Clock } from "../../src/ports/clock";
import { readShippedJson } from "../assets/readShippedTemplate";
import { dropSheet, typeInto } from "../golden/damages";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { docxOf } from "../support/docxFile";
import type { Golden } from "../support/goldenText";
import { snapshotOf } from "../support/goldenWorkbook";
import { readWorkbook } from "../support/readWorkbook";

const library = new TemplateLibrary({
  list: () => Promise.resolve([{ id: "hunan-2020", version: "1.0.0", title: "湖南 2020" }]),
  load: () => Promise.resolve(readShippedJson("hunan-2020.json")),
});
const clock: Clock = {
  now: () => new Date("2026-01-01T10:32:00"),
  painted: () => Promise.resolve(),
  after: () => () => undefined,
};
const SUPPLEMENT = "补充资料";

const of = (year: string): Golden => typeInto("封面", "A1", year)(quanbiaoyoushu);
const workbook = (golden: Golden) => [{ name: "上年.xlsx", snapshot: snapshotOf(golden) }];

async function standingSet() {
  const editor = new MemoryWorkbook();
  const session = new DraftingSession(editor, library, clock);
  await session.start();
  await session.layOut({ templateId: "hunan-2020", unitName: "某局", year: 2020 });
  expect(session.state().trouble).toBeUndefined();
  return { editor, session };
}

async function type(editor: MemoryWorkbook, address: string, value: CellValue) {
  await editor.writeCells([{ sheet: SUPPLEMENT, ...parsePosition(address)!, value }]);
}

/** What stands in 数值, by label. */
/** What is asked about last year and the budget; the rest of 补充资料 has no other source. */
const ASKED = /^上年(?!无数据)|^财政拨款支出年初预算数$/u;

async function answersIn(editor: MemoryWorkbook): Promise<Record<string, CellValue>> {
  const { sheets } = await editor.read();
  const { values } = sheets.find(({ name }) => name === SUPPLEMENT)!;
  return Object.fromEntries(
    values.flatMap((row) =>
      ASKED.test(row[0] as string) ? [[row[0] as string, row[2] ?? null] as const] : [],
    ),
  );
}

const EMPTY = {
  上年收入支出总计: null,
  上年财政拨款收入支出总计: null,
  上年财政拨款支出: null,
  财政拨款支出年初预算数: null,
  上年年末结转和结余: null,
  上年年末财政拨款结转和结余: null,
  "上年因公出国（境）费": null,
  上年公务接待费: null,
  上年公务用车购置费: null,
  上年公务用车运行维护费: null,
};
const FILLED = {
  上年收入支出总计: 2000,
  上年财政拨款收入支出总计: 1705.3,
  上年财政拨款支出: 1203.25,
  财政拨款支出年初预算数: null,
  上年年末结转和结余: 71,
  上年年末财政拨款结转和结余: 59.05,
  "上年因公出国（境）费": 4.6,
  上年公务接待费: 3.1,
  上年公务用车购置费: 18.5,
  上年公务用车运行维护费: 11.2,
};

test("last year's workbook fills 补充资料 on one press, and gives it back on another", async () => {
  const { editor, session } = await standingSet();
  const taken = await session.takeLastYear(workbook(of("2019年度")));
  expect(taken).toMatchObject({ year: { kind: "right", wanted: 2019 }, questions: [] });
  expect(session.previewLastYear(taken).map(({ state }) => state)).toEqual(
    Array.from({ length: 9 }, () => "new"),
  );
  expect(await answersIn(editor)).toEqual(EMPTY);
  await session.fillLastYear(taken, new Set());
  expect(session.state()).toMatchObject({ trouble: undefined, lastWrite: { kind: "fill" } });
  expect(await answersIn(editor)).toEqual(FILLED);
  expect(new Set(session.previewLastYear(taken).map(({ state }) => state))).toEqual(
    new Set(["same"]),
  );
  await session.takeBack();
  expect(session.state().takenBack).toMatchObject({ kept: [] });
  expect(await answersIn(editor)).toEqual(EMPTY);
});

test("last year's Word document says the same", async () => {
  const { editor, session } = await standingSet();
  const snapshot = await readWorkbook(docxOf(of("2019年度")));
  const taken = await session.takeLastYear([{ name: "上年.docx", snapshot }]);
  expect(taken.year.kind).toBe("right");
  await session.fillLastYear(taken, new Set());
  expect(await answersIn(editor)).toEqual(FILLED);
});

test("what a person typed stays, unless its row is given up", async () => {
  const { editor, session } = await standingSet();
  await type(editor, "C4", 12);
  await session.look();
  const taken = await session.takeLastYear(workbook(of("2019年度")));
  await session.fillLastYear(taken, new Set());
  expect(await answersIn(editor)).toEqual({ ...FILLED, 上年收入支出总计: 12 });
  await session.fillLastYear(taken, new Set(["上年收入支出总计"]));
  expect(await answersIn(editor)).toEqual(FILLED);
  await session.takeBack();
  expect((await answersIn(editor))["上年收入支出总计"]).toBe(12);
});

test("what came in after the preview stays, too", async () => {
  const { editor, session } = await standingSet();
  const taken = await session.takeLastYear(workbook(of("2019年度")));
  await type(editor, "C4", 12);
  await session.fillLastYear(taken, new Set());
  expect(await answersIn(editor)).toEqual({ ...FILLED, 上年收入支出总计: 12 });
});

test.each([
  ["this year's own set", of("2020年度"), /本年（2020年度）的表.*2019年度/u],
  ["no table at all", { ...quanbiaoyoushu, sheets: [] }, /没有认出任何一张决算公开表/u],
])("%s is refused", async (_name, golden, sentence) => {
  const { session } = await standingSet();
  const refused = session.takeLastYear(workbook(golden)).catch((error: unknown) => error);
  const { code, detail } = (await refused) as UseCaseError;
  expect(explainUseCaseTrouble(code, detail)).toMatch(sentence);
});

test.each([
  ["2018年度", { kind: "other", found: 2018, wanted: 2019 }],
  ["", { kind: "unknown", wanted: 2019 }],
])("a cover that says “%s” is asked about", async (cover, year) => {
  const { session } = await standingSet();
  const golden = dropSheet("附件1")(of(cover));
  expect((await session.takeLastYear(workbook(golden))).year).toEqual(year);
});

test("the opening figure is held against last year's closing one", async () => {
  const { editor, session } = await standingSet();
  const taken = await session.takeLastYear(workbook(of("2019年度")));
  await session.fillLastYear(taken, new Set());
  const { sheets } = await editor.read();
  const { values } = sheets.find(({ name }) => name === "收入支出决算总表")!;
  const row = values.findIndex(([label]) => label === "年初结转和结余") + 1;
  await editor.writeCells([{ sheet: "收入支出决算总表", row, column: 3, value: 70 }]);
  await session.look();
  const findings = session.state().checked?.report.findings ?? [];
  const found = findings.filter(({ code }) => code === "K223");
  expect(found.map(({ state, level }) => [state, level])).toEqual([["failed", "explain"]]);
});
