import { UniverGrid } from "../../../src/adapters/univer/univerGrid";
import { XlsxFile } from "../../../src/adapters/xlsx/xlsxFile";
import { DraftingSession } from "../../../src/application/draftingSession";
import { TemplateLibrary } from "../../../src/application/templateLibrary";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import type { CellValue, WorkbookEditor, WorkbookSnapshot } from "../../../src/ports/workbookPorts";
import { catalogOf, hunan2020 } from "../../application/catalogs";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { seed001 } from "../../golden/seed001";
import { snapshotOf } from "../../support/goldenWorkbook";
import { describeWithLibreOffice, readCells } from "../../support/libreoffice";
import { errorsIn, shippedTemplate } from "../../support/native";
import { headlessGrid } from "./headlessGrid";

const template = shippedTemplate();
const grid = new UniverGrid(headlessGrid());
const TABLE = "一般公共预算财政拨款支出决算表";
const THREE_PUBLIC = "一般公共预算财政拨款三公经费支出决算表";
const ANSWERS = "分项补充资料";
const NARRATIVE = "情况说明";
const OWN_WORDS = "　　本项用于环卫作业，支出情况见附件。";

const clock = {
  now: () => new Date("2021-08-01T10:00:00"),
  painted: () => Promise.resolve(),
  after: () => () => undefined,
};

async function standingSet(golden = quanbiaoyoushu) {
  const workbook = await grid.open();
  const figures = recognise(snapshotOf(golden), template.structure);
  await workbook.addSheets(layOutWorkbook(template, { unitName: "某局", year: 2020, figures }));
  await workbook.settled();
  const session = new DraftingSession(workbook, new TemplateLibrary(catalogOf(hunan2020)), clock);
  await session.start();
  return { workbook, session };
}

const textOf = (value: CellValue = null) => (typeof value === "object" ? "" : String(value));

function rowOf({ sheets }: WorkbookSnapshot, name: string, code: string): number {
  const sheet = sheets.find((each) => each.name === name)!;
  return sheet.values.findIndex((line) => textOf(line[0]) === code) + 1;
}

function texts({ sheets }: WorkbookSnapshot, name = NARRATIVE): string[] {
  const sheet = sheets.find((each) => each.name === name)!;
  return sheet.values.map((line) => textOf(line[0])).filter((text) => text !== "");
}

/** Into 分项补充资料. */
async function answer(
  workbook: WorkbookEditor,
  code: string,
  answers: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const snapshot = await workbook.read();
  const { values } = snapshot.sheets.find(({ name }) => name === ANSWERS)!;
  const heads = values.find((line) => line.includes("年初预算数"))!;
  const row = rowOf(snapshot, ANSWERS, code);
  await workbook.writeCells(
    Object.entries(answers).map(([head, value]) => ({
      sheet: ANSWERS,
      row,
      column: heads.indexOf(head) + 1,
      value,
    })),
  );
}

/** 2080899 goes, 2010399 comes, 2120501 is in the person's own words. */
async function changedSet() {
  const { workbook, session } = await standingSet();
  const before = await workbook.read();
  const gone = rowOf(before, TABLE, "2080899");
  const last = rowOf(before, TABLE, "2010302");
  await workbook.editRows({ kind: "deleteRows", sheet: TABLE, row: gone, count: 1 });
  await workbook.editRows({ kind: "insertRows", sheet: TABLE, row: last + 1, count: 1 });
  await answer(workbook, "2080899", { 年初预算数: null });
  const cells = ["2010399", "其他政府办公厅（室）及相关机构事务支出", 12.5, 12.5];
  await workbook.writeCells(
    cells.map((value, index) => ({ sheet: TABLE, row: last + 1, column: index + 1, value })),
  );
  const state = session.state().checked!;
  const own = state.sections
    .flatMap(({ paragraphs }) => paragraphs)
    .find(({ code }) => code === "2120501")!;
  await workbook.writeCells([{ ...own.cell!, value: OWN_WORDS }]);
  await workbook.settled();
  await session.look();
  return { workbook, session };
}

const states = (session: DraftingSession) =>
  session
    .state()
    .checked!.sections.flatMap(({ paragraphs }) => paragraphs)
    .filter(({ code }) => code !== undefined)
    .map(({ code, origin }) => [code, origin]);
const findings = (session: DraftingSession) =>
  session
    .state()
    .checked!.report.findings.map(({ code }) => code)
    .filter((code) => code === "K573" || code === "K574");

test("更新说明 adds the paragraphs of new codes, takes out those of codes gone, and can be taken back", async () => {
  const { workbook, session } = await changedSet();
  expect(findings(session)).toEqual(["K573", "K574"]);
  const before = await workbook.read();
  await session.updateParagraphs();
  await workbook.settled();
  await session.look();
  expect(session.state().trouble).toBeUndefined();
  expect(session.state().lastWrite?.paragraphs).toEqual({
    added: ["2010399"],
    removed: ["2080899"],
  });
  expect(findings(session)).toEqual([]);
  const after = await workbook.read();
  expect(errorsIn(after)).toEqual([]);
  const told = Object.fromEntries(states(session));
  expect(told["2010399"]).toBe("automatic");
  expect(told["2120501"]).toBe("edited");
  expect(Object.keys(told)).not.toContain("2080899");
  expect(texts(after)).toContain(OWN_WORDS.trim());
  expect(texts(after).some((text) => text.includes("2080899"))).toBe(false);
  expect(texts(after).filter((text) => text.includes("12.50万元"))).not.toEqual([]);
  // Blank rows are not left behind: one came, one went.
  expect(texts(after)).toHaveLength(texts(before).length);
  expect(rowOf(after, ANSWERS, "2010399")).toBe(rowOf(after, ANSWERS, "2010302") + 1);

  await session.takeBack();
  await workbook.settled();
  const back = await workbook.read();
  expect(texts(back)).toEqual(texts(before));
  for (const { name, formulas } of before.sheets) {
    expect(back.sheets.find((sheet) => sheet.name === name)!.formulas).toEqual(formulas);
  }
}, 180_000);

describeWithLibreOffice("LibreOffice", () => {
  test("gives the paragraphs that 更新说明 left the texts that the figures write", async () => {
    const { workbook, session } = await changedSet();
    await session.updateParagraphs();
    await workbook.settled();
    const file = await new XlsxFile().write(await workbook.export());
    const { [NARRATIVE]: rows } = await readCells(file, { sheets: [NARRATIVE] });
    const shown = new Set(rows!.map(([text]) => (typeof text === "string" ? text.trim() : "")));
    const paragraphs = session.state().checked!.sections.flatMap((each) => each.paragraphs);
    const own = paragraphs.filter(({ origin }) => origin === "automatic");
    expect(own.length).toBeGreaterThan(30);
    expect(own.map(({ text }) => text).filter((text) => !shown.has(text))).toEqual([]);
    expect(shown).toContain(OWN_WORDS.trim());
  }, 180_000);
});

test("a reason given for the new code comes into its paragraph", async () => {
  const { workbook, session } = await changedSet();
  await session.updateParagraphs();
  await workbook.settled();
  await answer(workbook, "2010399", { 年初预算数: 10, 差异原因: "年中新增防汛值班" });
  await workbook.settled();
  expect(texts(await workbook.read()).join("")).toContain(
    "年初预算为10.00万元，支出决算为12.50万元，完成年初预算的125%，决算数大于年初预算数的主要原因是：年中新增防汛值班。",
  );
}, 180_000);

test("a paragraph that applies only by now comes out of its hidden row, goes when it does not, and both can be taken back", async () => {
  const { workbook, session } = await standingSet(seed001);
  const hiddenTexts = async () => {
    const { sheets } = await workbook.inspect();
    const { hiddenRows } = sheets.find(({ name }) => name === NARRATIVE)!;
    const { values } = (await workbook.read()).sheets.find(({ name }) => name === NARRATIVE)!;
    return hiddenRows.flatMap(({ first, last }) =>
      values.slice(first - 1, last).map(([value]) => textOf(value).trim()),
    );
  };
  const shownTexts = async () => {
    const hidden = await hiddenTexts();
    return texts(await workbook.read()).filter((text) => !hidden.includes(text.trim()));
  };
  expect(await hiddenTexts()).toEqual(["", "", "", "", ""]);
  const spoken = async () => texts(await workbook.read()).filter((text) => text.trim() !== "");
  const before = await spoken();
  const reception = (budget: number, final: number) =>
    workbook.writeCells([
      { sheet: THREE_PUBLIC, row: 8, column: 6, value: budget },
      { sheet: THREE_PUBLIC, row: 8, column: 12, value: final },
    ]);
  await reception(2, 1.5);
  await workbook.settled();
  await session.look();
  const told = "公务接待费支出预算为2.00万元，支出决算为1.50万元";
  expect((await hiddenTexts()).filter((text) => text !== "")).toHaveLength(3);

  await session.updateParagraphs();
  await workbook.settled();
  await session.look();
  expect(session.state().trouble).toBeUndefined();
  expect(session.state().lastWrite?.paragraphs).toEqual({
    added: ["七.3", "七.4", "七.5"],
    removed: [],
  });
  expect(await hiddenTexts()).toEqual(["", ""]);
  expect((await shownTexts()).filter((text) => text.includes(told))).toHaveLength(1);
  const after = await workbook.read();
  expect(errorsIn(after)).toEqual([]);
  const origins = session
    .state()
    .checked!.sections.flatMap(({ paragraphs }) => paragraphs.map(({ origin }) => origin));
  expect(new Set(origins)).toEqual(new Set(["automatic"]));
  expect(await spoken()).toHaveLength(before.length + 3);

  await reception(0, 0);
  await workbook.settled();
  await session.look();
  await session.updateParagraphs();
  await workbook.settled();
  expect(session.state().lastWrite?.paragraphs).toEqual({
    added: [],
    removed: ["七.3", "七.4", "七.5"],
  });
  expect(await spoken()).toEqual(before);

  await reception(2, 1.5);
  await workbook.settled();
  await session.look();
  const without = await spoken();
  await session.updateParagraphs();
  await workbook.settled();
  expect((await shownTexts()).filter((text) => text.includes(told))).toHaveLength(1);
  await session.takeBack();
  await workbook.settled();
  expect(await spoken()).toEqual(without);
}, 180_000);

test("nothing is written where the paragraphs are those of the tables", async () => {
  const { workbook, session } = await standingSet();
  const before = await workbook.read();
  await session.updateParagraphs();
  expect(session.state().trouble?.code).toBe("paragraphsCurrent");
  expect(session.state().lastWrite).toBeUndefined();
  expect(await workbook.read()).toEqual(before);
}, 180_000);
