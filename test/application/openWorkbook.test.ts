import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { XlsxReader } from "../../src/adapters/xlsx/xlsxReader";
import { DraftingSession } from "../../src/application/draftingSession";
import { openWorkbook } from "../../src/application/openWorkbook";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import { recognise } from "../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import { formatAddress, parsePosition } from "../../src/domain/workbook/cellAddress";
import { valueAt, type WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import { readShippedJson } from "../assets/readShippedTemplate";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { seed001 } from "../golden/seed001";
import { CLOCK } from "../taskpane/seedChecked";
import { layOutGolden, shippedTemplate } from "../support/native";
import { snapshotOf } from "../support/goldenWorkbook";

const library = new TemplateLibrary({
  list: () => Promise.resolve([{ id: "hunan-2020", version: "1.0.0", title: "湖南 2020" }]),
  load: () => Promise.resolve(readShippedJson("hunan-2020.json")),
});
const template = shippedTemplate();

const addressed = (contents: readonly Parameters<typeof formatAddress>[0][]) =>
  contents.map(formatAddress);

/** A set of ours with something typed into it, saved and opened again. */
async function reopened(...typed: readonly [sheet: string, address: string, text: string][]) {
  const workbook = MemoryWorkbook.fromPlan(layOutGolden(seed001, template));
  await workbook.writeCells(
    typed.map(([sheet, address, text]) => ({
      sheet,
      ...parsePosition(address)!,
      ...(text.startsWith("=") ? { value: 1, formula: text.slice(1) } : { value: text }),
    })),
  );
  return open(workbook);
}

async function open(workbook: MemoryWorkbook) {
  const { plan, leftBehind } = await openWorkbook(workbook, library);
  const after = await MemoryWorkbook.fromPlan(plan).read();
  return { leftBehind, after, at: (sheet: string, address: string) => read(after, sheet, address) };
}

function read({ sheets }: WorkbookSnapshot, name: string, address: string) {
  const sheet = sheets.find((each) => each.name === name)!;
  return sheet.formulas.get(address) ?? valueAt(sheet, parsePosition(address)!);
}

test.each([seed001, quanbiaoyoushu])("a set of ours comes back as it was", async (golden) => {
  const { leftBehind } = await open(MemoryWorkbook.fromPlan(layOutGolden(golden, template)));
  expect(leftBehind).toMatchObject({ problems: [], sheets: [], contents: [], brought: [] });
});

test("so does one that was saved as a file", async () => {
  const bytes = await new XlsxFile().write(layOutGolden(seed001, template));
  const { leftBehind } = await openWorkbook(new XlsxReader(bytes), library);
  expect(leftBehind).toMatchObject({ problems: [], sheets: [], contents: [], brought: [] });
});

test("the sample leaves nothing behind", async () => {
  const bytes = readFileSync(resolve(__dirname, "../../assets/samples/shifeng-2020.xlsx"));
  const { leftBehind } = await openWorkbook(new XlsxReader(bytes), library);
  expect(leftBehind).toMatchObject({ problems: [], sheets: [], contents: [], brought: [] });
});

test("an empty set of ours comes back as it was", async () => {
  const empty = layOutGolden({ ...seed001, sheets: seed001.sheets.slice(0, 1) }, template);
  const { leftBehind } = await open(MemoryWorkbook.fromPlan(empty));
  expect(leftBehind).toMatchObject({ problems: [], sheets: [], contents: [], brought: [] });
});

test("a set for another year than the template's stays of that year", async () => {
  const plan = layOutWorkbook(template, { unitName: "示例单位", year: 2021 });
  const { after } = await open(MemoryWorkbook.fromPlan(plan));
  expect(recognise(after, template.structure).year).toBe(2021);
});

test("a rewritten sentence, paragraphs and notes of one's own come along", async () => {
  const typed: [string, string, string][] = [
    ["情况说明", "A4", "我改写的一句话。"],
    ["情况说明", "A12", "五、自己加的一段"],
    ["情况说明", "A13", "财政拨款支出 75.40 万元。"],
    ["收入支出决算总表", "A38", "2.我改写的注。"],
    ["收入支出决算总表", "A39", "我加的注释"],
    ["收入支出决算总表", "J10", "旁注"],
    ["封面", "A8", "我加的一行"],
  ];
  const { leftBehind, at } = await reopened(...typed);
  for (const [sheet, address, text] of typed) expect(at(sheet, address)).toBe(text);
  expect(addressed(leftBehind.brought).sort()).toEqual(
    typed.map(([sheet, address]) => `${sheet}!${address}`).sort(),
  );
  expect(leftBehind.contents).toEqual([]);
  expect(at("情况说明", "A6")).toContain("&");
});

test("a reworded label stays behind and is listed", async () => {
  const { leftBehind } = await reopened(["收入支出决算总表", "A14", "八、其他收入（利息）"]);
  expect(leftBehind.contents).toMatchObject([{ row: 14, text: "八、其他收入（利息）" }]);
});

test("a formula beside a table stays behind and is listed", async () => {
  const { leftBehind, at } = await reopened(["收入支出决算总表", "K10", "=SUM(C7:C9)"]);
  expect(leftBehind.contents).toMatchObject([{ row: 10, column: 11, text: "=SUM(C7:C9)" }]);
  expect(at("收入支出决算总表", "K10")).toBeNull();
});

test("below rows that came or went, notes follow their table and sentences their heading", async () => {
  const workbook = MemoryWorkbook.fromPlan(layOutGolden(seed001, template));
  await workbook.editRows({ kind: "insertRows", sheet: "收入决算表", row: 9, count: 1 });
  await workbook.editRows({ kind: "insertRows", sheet: "情况说明", row: 5, count: 1 });
  const [sheet, row] = ["收入决算表", 16];
  expect((await workbook.read()).sheets.find(({ name }) => name === sheet)?.values).toHaveLength(
    15,
  );
  await workbook.writeCells([
    { sheet, row, column: 1, value: "注下面的话" },
    { sheet: "情况说明", row: 5, column: 1, value: "加写的一段" },
    { sheet: "情况说明", row: 7, column: 1, value: "改写的收入说明" },
  ]);
  const { leftBehind, at } = await open(workbook);
  expect(at(sheet, "A15")).toBe("注下面的话");
  expect(at("情况说明", "A6")).toBe("改写的收入说明");
  expect(leftBehind.contents).toMatchObject([{ sheet: "情况说明", row: 5, text: "加写的一段" }]);
});

test("tables that 修复版式 leaves alone are in shape again, with their figures", async () => {
  const workbook = MemoryWorkbook.fromPlan(layOutGolden(seed001, template));
  await workbook.editRows({ kind: "insertRows", sheet: "收入决算表", row: 8, count: 1 });
  const funds = "政府性基金预算财政拨款收入支出决算表";
  const row = (await workbook.read()).sheets
    .find(({ name }) => name === funds)!
    .values.findIndex(([first]) => first === "合计");
  await workbook.writeCells([
    { sheet: funds, row: row + 2, column: 1, value: "2120801" },
    { sheet: funds, row: row + 2, column: 5, value: 7 },
  ]);
  const session = new DraftingSession(workbook, library, CLOCK);
  await session.start();
  await session.repair();
  expect(session.state().differentShape).toEqual(["收入决算表", funds]);
  const again = await open(workbook);
  expect(again.leftBehind).toMatchObject({ problems: [], sheets: [], contents: [] });
  expect(again.at("收入决算表", "A8")).toBe("201");
  expect(again.at("收入决算表", "C8")).toContain("数据不足");
  const codes = [2, 3, 4].map((offset) => again.at(funds, `A${String(row + offset)}`));
  expect(codes).toEqual(["212", "21208", "2120801"]);
  expect(again.at(funds, `E${String(row + 4)}`)).toBe(7);
});

test("a foreign workbook's own prose and remarks are listed", async () => {
  const published = snapshotOf(seed001);
  const sheets = published.sheets.map((sheet) =>
    sheet.name === "公开01表" ? { ...sheet, values: withRemark(sheet.values) } : sheet,
  );
  const prose = {
    ...sheets[0]!,
    id: "p",
    name: "情况说明",
    values: [["一、本单位概况"]],
    merges: [],
  };
  const { leftBehind } = await open(MemoryWorkbook.fromSnapshot({ sheets: [...sheets, prose] }));
  expect(leftBehind.sheets).toEqual(["情况说明"]);
  expect(leftBehind.contents).toMatchObject([{ sheet: "公开01表", row: 10, text: "去年是 60" }]);
  expect(leftBehind.brought).toEqual([]);
});

function withRemark(values: WorkbookSnapshot["sheets"][0]["values"]) {
  return values.map((row, index) =>
    index === 9 ? Object.assign(Array<null>(10).fill(null), row, { 9: "去年是 60" }) : row,
  );
}

test.each([seed001, quanbiaoyoushu])("published sets leave nothing else behind", async (golden) => {
  const { leftBehind } = await open(MemoryWorkbook.fromSnapshot(snapshotOf(golden)));
  expect(leftBehind).toMatchObject({ problems: [], contents: [], brought: [] });
});
