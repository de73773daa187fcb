import { recognise } from "../../../src/domain/disclosure/recognise";
import { parseRange } from "../../../src/domain/workbook/cellAddress";
import { ExcelHost, type SentRequest } from "../../support/excelHost/excelHost";
import { planOf, sheetPlan } from "../../contract/plans";
import { openExcel } from "../../support/excelHost/openExcel";
import { fullSet, ownWorkbook, template } from "./excelSet";

const KB = 1_024;
const VERSIONS = ["1.9", "1.14", "1.20"];

const bytes = (requests: readonly SentRequest[]) =>
  requests.reduce((all, request) => all + request.bytes, 0);
const writes = (requests: readonly SentRequest[]) => requests.filter(({ isWrite }) => isWrite);

describe.each(VERSIONS)("with ExcelApi %s", (version) => {
  test("laying out the whole 湖南 2020 set takes at most 4 syncs and 1 MB", async () => {
    const { host, workbook } = openExcel(ownWorkbook, { version });
    await workbook.addSheets(fullSet);
    await host.quiet();
    const requests = host.takeRequests();
    expect(requests.length).toBeLessThanOrEqual(4);
    expect(bytes(requests)).toBeLessThanOrEqual(KB * KB);
    // The set itself, and what it can do without.
    expect(writes(requests)).toHaveLength(2);
    for (const { longestAddress } of requests) expect(longestAddress).toBeLessThan(8_192);
  });

  // Below 1.12 the library registers most events by a write, once.
  const isYoung = version !== "1.9";
  test(`opening, looking and going to a cell write ${isYoung ? "nothing" : "once"}`, async () => {
    const { host, workbook } = openExcel(fullSet, { version });
    const stop = workbook.onDirty(() => undefined);
    const { sheets } = await workbook.read();
    await workbook.read();
    await workbook.navigate("收入决算表", parseRange("C7")!);
    stop();
    await host.quiet();
    expect(host.selection).toEqual({ sheet: "收入决算表", range: parseRange("C7") });
    expect(writes(host.requests)).toHaveLength(isYoung ? 0 : 1);
    expect(recognise({ sheets }, template.structure).placement.tables.size).toBe(12);
  });

  test("a live pass takes one sync of at most 16 KB", async () => {
    const { host, workbook } = openExcel(fullSet, { version });
    await workbook.read();
    host.takeRequests();
    host.type("收入决算表", "C9", 3);
    await workbook.read();
    const requests = host.takeRequests();
    expect(requests).toHaveLength(1);
    expect(bytes(requests)).toBeLessThanOrEqual(16 * KB);
  });
});

test("the answer to a live pass has the formulas of the sheet that somebody worked on, and values", async () => {
  const { host, workbook } = openExcel(fullSet);
  workbook.onDirty(() => undefined);
  await workbook.read();
  await host.quiet();
  const [first = 0] = host
    .takeRequests()
    .map(({ answerBytes }) => answerBytes)
    .filter((length) => length > 100 * KB);
  expect(first).toBeGreaterThan(1_000 * KB);
  host.type("收入决算表", "C9", 3);
  await host.quiet();
  await workbook.read();
  const [live] = host.takeRequests();
  expect(live?.answerBytes).toBeLessThan(200 * KB);
});

test("a long list beside the tables is read when somebody works on it, not at every pass", async () => {
  const rows = Object.fromEntries(
    Array.from({ length: 7_000 }, (_, row) =>
      ["A", "B", "C"].map((column) => [`${column}${String(row + 1)}`, row]),
    ).flat() as [string, number][],
  );
  const list = sheetPlan("明细账", rows);
  const { host, workbook } = openExcel(planOf(list, ...ownWorkbook.sheets));
  workbook.onDirty(() => undefined);
  const [own] = (await workbook.read()).sheets;
  await host.quiet();
  host.takeRequests();
  host.type("我的表", "B2", 3);
  await host.quiet();
  const again = await workbook.read();
  expect(again.sheets[0]?.values).toEqual(own?.values);
  expect(host.takeRequests().every(({ answerBytes }) => answerBytes < 10 * KB)).toBe(true);
  host.type("明细账", "B2", 4_321);
  await host.quiet();
  const last = await workbook.read();
  expect(last.sheets[0]?.values[1]).toEqual([1, 4_321, 1]);
});

const MB = KB * KB;
const text = (rows: number) =>
  Object.fromEntries(
    Array.from({ length: rows }, (_, row) => [
      `A${String(row + 1)}`,
      "决算公开说明文字".repeat(36),
    ]),
  );

test.each([
  ["two sheets that one answer holds by characters, not by bytes", [1_700, 1_700]],
  ["a sheet that no answer holds", [4_000]],
])("much Chinese text is asked for in portions: %s", async (_, rows) => {
  const sheets = rows.map((each, index) => sheetPlan(`文字${String(index)}`, text(each)));
  const { host, workbook } = openExcel(planOf(...sheets, ...ownWorkbook.sheets));
  host.moods.payloadCap = 5 * MB;
  await workbook.read();
  host.takeRequests();
  const { sheets: read } = await workbook.read();
  expect(read.map(({ values }) => values.length)).toEqual([...rows, 3]);
  const answers = host.takeRequests().map(({ answerBytes }) => answerBytes);
  expect(answers.length).toBeLessThanOrEqual(5);
  // A refusal is a short one.
  expect(answers.filter((length) => length < 200)).toEqual([]);
});

test("a look over thousands of scattered cells keeps its addresses short enough for Excel", async () => {
  const { host, workbook } = openExcel(ownWorkbook);
  const cells = Object.fromEntries(
    Array.from({ length: 4_000 }, (_, index) => [
      `${index % 2 ? "A" : "C"}${String(2 * index + 1)}`,
      1,
    ]),
  );
  const plan = planOf(sheetPlan("散", cells));
  const styled = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, style: "bold" })),
  }));
  await workbook.addSheets({
    ...plan,
    styles: new Map([["bold", { bold: true }]]),
    sheets: styled,
  });
  const longest = Math.max(...host.takeRequests().map(({ longestAddress }) => longestAddress));
  expect(longest).toBeGreaterThan(7_000);
  expect(longest).toBeLessThan(8_192);
});

test("a member that the host does not know is refused, not answered", async () => {
  const { client } = new ExcelHost().open(ownWorkbook);
  const asked = client.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("我的表").charts.load("items/name");
    await context.sync();
  });
  await expect(asked).rejects.toMatchObject({ code: "ApiNotFound" });
});

test("a member that is too young is refused by the library, and by the host", async () => {
  const { client } = new ExcelHost("1.9").open(ownWorkbook);
  const asked = client.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("我的表").getRange("A1").getMergedAreasOrNullObject();
    await context.sync();
  });
  await expect(asked).rejects.toMatchObject({ code: "ApiNotFound" });
});
