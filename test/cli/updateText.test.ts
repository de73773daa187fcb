import { readFileSync, writeFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { cell, makeDocx, paragraph, row, run, table } from "../support/docxFile";
import { workbookOf } from "../golden/unitWorkbook";
import { lastYearUnit, nextYear } from "../domain/narrative/update/twoYears";
import { gongkai, inOwnFolder, saveGolden } from "./cliRun";

inOwnFolder();

const BOLD = "<w:rPr><w:b/></w:rPr>";

/** 2,000.00 lies in three runs; what is deleted, and what stands in a table, is no text of the paragraph. */
const WORD = [
  paragraph("一、收入支出决算总体情况说明"),
  `<w:p>${run("2020年度收、支总计2,0", BOLD)}${run("00", "<w:rPr><w:i/></w:rPr>")}${run(".00万元。与上年相比&amp;相抵，减少500.00万元，下降20%，")}`,
  `<w:del>${run("增长3%")}</w:del>${run("主要是因为：项目完工。")}</w:p>`,
  table(row(cell(paragraph("2020年度")), cell(paragraph("2000.00")))),
  paragraph("二、收入决算情况说明"),
  paragraph("慰问困难职工12.34万元。"),
].join("");

beforeAll(async () => {
  await saveGolden("now.xlsx", workbookOf(nextYear(lastYearUnit, 1)));
  await saveGolden("last.xlsx", workbookOf(lastYearUnit));
  writeFileSync("old.docx", makeDocx(WORD));
  writeFileSync("old.txt", "2020年度收、支总计2000.00万元。\r\n慰问困难职工12.34万元。");
});

const update = (...args: string[]) =>
  gongkai("update-text", ...args, "--workbook", "now.xlsx", "--last-year", "last.xlsx");

test("a Word document keeps its looks, its tables and what was deleted", async () => {
  const { code, out, note } = await update("old.docx", "-o", "new.docx");
  expect({ code, note }).toEqual({ code: 1, note: "已写出：new.docx" });
  expect(out).toMatch(/第2行 金额 “2,000\.00” → “[0-9,.]+”：公开01表“总计”/u);
  expect(out).toMatch(/原因 “主要是因为：项目完工”/u);
  expect(out).toMatch(/金额 “12\.34万元”：没有对上哪一格/u);
  const xml = strFromU8(unzipSync(readFileSync("new.docx"))["word/document.xml"]!);
  expect(xml).toMatch(
    /<w:b\/><\/w:rPr><w:t xml:space="preserve">2021年度收、支总计[0-9,.]+<\/w:t>/u,
  );
  expect(xml).toContain('<w:i/></w:rPr><w:t xml:space="preserve"></w:t>');
  expect(xml).toContain("与上年相比&amp;相抵");
  expect(xml).toContain("增长3%");
  expect(xml).toContain("2000.00");
  const read = await gongkai("check-text", "new.docx", "--workbook", "now.xlsx", "--json");
  const { claims } = JSON.parse(read.out) as { claims: { verdict: string; quote: string }[] };
  expect(claims.filter(({ verdict }) => verdict === "wrong")).toEqual([]);
});

test("plain text stays plain text", async () => {
  await update("old.txt", "-o", "new.txt");
  expect(readFileSync("new.txt", "utf8")).toMatch(/^2021年度收、支总计[0-9.]+万元。\r?\n慰问/u);
});

test("--json gives every replacement with its cells, what is left, and the new text", async () => {
  const { out } = await update("old.txt", "--json");
  const told = JSON.parse(out) as { replacements: object[]; leftOvers: object[]; text: string };
  expect(told.replacements[0]).toEqual({
    ...{ kind: "year", from: "2020", to: "2021", start: 0, end: 4, cells: [] },
    why: "年份随决算年度",
  });
  expect(told.replacements[1]).toMatchObject({ kind: "amount", from: "2000.00" });
  expect(told.leftOvers).toEqual([expect.objectContaining({ kind: "amount", quote: "12.34万元" })]);
});

test.each([
  [["old.docx"], "请用 --workbook 写明本年的工作簿，例如：--workbook 决算公开.xlsx。"],
  [
    ["old.docx", "--workbook", "now.xlsx", "-o", "new.txt"],
    "新文稿与原文稿同一种格式，请以 .docx 结尾。",
  ],
  [["old.docx", "--workbook", "now.xlsx", "-o", "old.docx"], /新文件不能就是/u],
  [["old.txt", "--workbook", "last.xlsx"], /文稿写的是2020年度，工作簿是2020年度/u],
  [["old.txt", "--workbook", "now.xlsx", "--last-year", "now.xlsx"], /不能当上年的用/u],
])("%j is refused", async (args, sentence) => {
  const { code, note } = await gongkai("update-text", ...args);
  expect(code).toBe(2);
  expect(note.split("\n")[0]).toMatch(sentence);
});
