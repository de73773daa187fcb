import { existsSync, readFileSync } from "node:fs";
import { readXlsx } from "../../src/adapters/xlsx/xlsxReader";
import { typeInto } from "../golden/damages";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { gongkai, inOwnFolder, saveGolden } from "./cliRun";

inOwnFolder();

beforeAll(async () => {
  await saveGolden("failing.xlsx", typeInto("公开03表", "E11", "65.80")(quanbiaoyoushu));
});

test("--report saves the report beside what is printed; the exit code stays", async () => {
  const { code, out } = await gongkai("check", "failing.xlsx", "--report", "report.xlsx");
  expect(code).toBe(1);
  expect(out).toMatch(/^文件：failing\.xlsx\n[^]*\n审核报告已存为：report\.xlsx$/u);
  const { sheets } = readXlsx(readFileSync("report.xlsx"));
  expect(sheets.map(({ name }) => name)).toEqual([
    ...["审核报告", "审核报告·关系", "审核报告·数字"],
  ]);
  expect(sheets[0]!.values.flat()).toContainEqual(
    expect.stringMatching(/^单位：示例市城市运行服务中心　　年度：2020　　审核日期：\d{4}年/u),
  );
});

test("--json stays one object", async () => {
  const { out } = await gongkai("check", "failing.xlsx", "--json", "--report", "json.xlsx");
  expect(JSON.parse(out)).toMatchObject({ file: "failing.xlsx" });
  expect(existsSync("json.xlsx")).toBe(true);
});

test.each([
  [
    ["failing.xlsx", "failing.xlsx", "--report", "no.xlsx"],
    "一份审核报告只写一个工作簿，请一次审一个文件，各写各的 --report。",
  ],
  [["failing.xlsx", "--report", "no.pdf"], "审核报告的名字要以 .xlsx 结尾。"],
  [["failing.xlsx", "--report", "failing.xlsx"], "新文件不能就是取数的工作簿，请换一个文件名。"],
  [["none.xlsx", "--report", "no.xlsx"], "none.xlsx：没有这个文件，请检查文件名和所在文件夹。"],
])("%j is refused with 2", async (args, sentence) => {
  const { code, note } = await gongkai("check", ...args);
  expect({ code, note: note.split("\n")[0] }).toEqual({ code: 2, note: sentence });
  expect(existsSync("no.xlsx") || existsSync("no.pdf")).toBe(false);
});

test("an earlier report is overwritten only when told to", async () => {
  await gongkai("check", "failing.xlsx", "--report", "again.xlsx");
  const second = await gongkai("check", "failing.xlsx", "--report", "again.xlsx");
  expect(second.code).toBe(2);
  expect(second.note).toContain("没有覆盖");
  const forced = await gongkai("check", "failing.xlsx", "--report", "again.xlsx", "--force");
  expect(forced.code).toBe(1);
});
