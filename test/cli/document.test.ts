import { existsSync } from "node:fs";
import { typeInto } from "../golden/damages";
import { seed001 } from "../golden/seed001";
import { gongkai, inOwnFolder, saveGolden } from "./cliRun";

inOwnFolder();

const NO_VEHICLES_HELD = typeInto("补充资料", "C17", "");

beforeAll(() => saveGolden("set.xlsx", NO_VEHICLES_HELD(seed001)));

test("the document and the 公开稿 at one go, and what is missing in it", async () => {
  const { code, out, note } = await gongkai(
    ...["document", "set.xlsx", "-o", "out.docx", "--workbook", "out.xlsx"],
  );
  expect({ code, out }).toEqual({ code: 0, out: "已写出：out.docx\n已写出：out.xlsx" });
  expect(note).toContain("【缺：…】：");
  expect(note).toMatch(/决算表还有 [1-9]\d* 处必须改的没有改/u);
  expect(existsSync("out.docx") && existsSync("out.xlsx")).toBe(true);
});

test.each([
  [["set.xlsx"], "请用 -o 写明写到哪里，以 .docx 或 .xlsx 结尾。"],
  [["set.xlsx", "-o", "x.pdf"], "请用 -o 写明写到哪里，以 .docx 或 .xlsx 结尾。"],
  [["set.xlsx", "-o", "x.docx", "--tables", "外"], "--tables 只能写“内”或“附”。"],
  [["set.xlsx", "-o", "x.docx", "--workbook", "x.doc"], "公开稿的名字要以 .xlsx 结尾。"],
  [["set.xlsx", "-o", "x.docx", "--report", "没有的报告"], "报告提纲"],
])("%j says what to write", async (args, sentence) => {
  const { code, note } = await gongkai("document", ...args);
  expect(code).toBe(2);
  expect(note).toContain(sentence);
});
