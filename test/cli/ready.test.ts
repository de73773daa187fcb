import { writeFileSync } from "node:fs";
import { Workbook } from "exceljs";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { seed001, seed001Corrected } from "../golden/seed001";
import { gongkai, inOwnFolder, saveGolden, without } from "./cliRun";

interface Line {
  readonly topic: string;
  readonly title: string;
  readonly state: string;
  readonly what: string;
  readonly cells: readonly string[];
}

inOwnFolder();

const clean = without(quanbiaoyoushu, "补充资料", "分项补充资料");

async function linesOf(...args: string[]): Promise<{ code: number; lines: readonly Line[] }> {
  const { code, out } = await gongkai("ready", ...args, "--json");
  return { code, lines: (JSON.parse(out) as { lines: readonly Line[] }).lines };
}

const failedTopics = (lines: readonly Line[]) =>
  lines.filter(({ state }) => state === "failed").map(({ topic }) => topic);

test("a clean workbook has nothing open; what only a person knows is said to be unchecked", async () => {
  await saveGolden("clean.xlsx", clean);
  const { code, lines } = await linesOf("clean.xlsx");
  expect(code).toBe(0);
  expect(failedTopics(lines)).toEqual([]);
  expect(lines.filter(({ state }) => state === "unchecked").map(({ topic }) => topic)).toEqual([
    "timeliness",
    "truth",
    "detail",
    "manner",
  ]);
});

test("the published seed has its two mistakes open and no false alarm beside them", async () => {
  await saveGolden("seed.xlsx", without(seed001, "补充资料", "分项补充资料"));
  const { code, lines } = await linesOf("seed.xlsx");
  expect(code).toBe(1);
  expect(failedTopics(lines)).toEqual(["must-fix", "truth"]);
  expect(lines.filter(({ state }) => state === "confirm")).toEqual([]);
  await saveGolden("corrected.xlsx", without(seed001Corrected, "补充资料", "分项补充资料"));
  expect(failedTopics((await linesOf("corrected.xlsx")).lines)).toEqual([]);
});

test("what an office leaves in a file is found, with its cells", async () => {
  await saveGolden("office.xlsx", clean);
  const workbook = new Workbook();
  await workbook.xlsx.readFile("office.xlsx");
  workbook.creator = "张三";
  const table = workbook.getWorksheet("公开02表")!;
  table.getCell("B9").note = "再核一下";
  table.getRow(10).hidden = true;
  workbook.addWorksheet("底稿", { state: "hidden" }).getCell("A1").value = 1;
  workbook.getWorksheet("封面")!.getCell("A9").value = "经办人手机：13800001234";
  await workbook.xlsx.writeFile("office.xlsx");

  const { code, lines } = await linesOf("office.xlsx");
  expect(code).toBe(1);
  expect(failedTopics(lines)).toEqual([
    "hidden-sheets",
    "hidden-lines",
    "comments",
    "properties",
    "phones",
  ]);
  expect(lines.find(({ topic }) => topic === "comments")?.cells).toEqual(["公开02表!B9"]);
  expect(lines.find(({ topic }) => topic === "phones")?.cells).toEqual(["封面!A9"]);

  const { out } = await gongkai("ready", "office.xlsx");
  expect(out).toContain("未通过（5）\n  隐藏的工作表：有隐藏的工作表“底稿”");
  expect(out).toContain("  批注：有 1 条批注：B9“再核一下”。请看过后删去。\n    公开02表!B9");
  expect(out).not.toContain("13800001234");
});

test("--year says which year it should be", async () => {
  await saveGolden("clean.xlsx", clean);
  const { code, lines } = await linesOf("clean.xlsx", "--year", "2021");
  expect(code).toBe(1);
  expect(failedTopics(lines)).toEqual(["other-years"]);
  expect((await gongkai("ready", "clean.xlsx", "--year", "21")).note).toContain("不是年度");
});

test("of a file that is no .xlsx, what was not looked at is said", async () => {
  const rows = clean.sheets.find(({ name }) => name === "公开02表")?.rows ?? [];
  const cells = rows.map((row) => row.map((text) => `<td>${text.replace(/^[<^']/u, "")}</td>`));
  const table = cells.map((row) => `<tr>${row.join("")}</tr>`).join("");
  writeFileSync("page.xls", `<html><body><table>${table}</table></body></html>`);
  const { lines } = await linesOf("page.xls");
  expect(lines.find(({ topic }) => topic === "comments")).toMatchObject({
    state: "unchecked",
    what: expect.stringContaining("请另存为 .xlsx") as string,
  });
});

test("--json of a file that cannot be read is an object with `error`", async () => {
  const { code, out } = await gongkai("ready", "none.xlsx", "--json");
  expect({ code, ...(JSON.parse(out) as object) }).toEqual({
    code: 2,
    file: "none.xlsx",
    error: "没有这个文件，请检查文件名和所在文件夹。",
  });
});
