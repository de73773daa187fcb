import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { WORST_KINDS } from "../adapters/guard/worstKinds/worstKinds";
import { makeXlsx } from "../adapters/xlsx/xlsxParts";
import { seed001 } from "../golden/seed001";
import { gongkai, inOwnFolder, saveGolden, without } from "./cliRun";

inOwnFolder();

function oldOffice(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from(`${stream}\0`, "utf16le"), 1024 + 128);
  return bytes;
}

const SEVEN = `<row r="1"><c r="A1"><v>7</v></c></row>`;
const SAVE_AS = "请在 Excel 或 WPS 中另存为 .xlsx 后再试。";
const RENAMED: [name: string, content: Uint8Array, sentence: string][] = [
  [
    "an .xlsb",
    makeXlsx({ parts: { "xl/workbook.bin": strToU8("x") } }),
    `这是二进制的 .xlsb 文件，${SAVE_AS}`,
  ],
  ["a page in one file", strToU8("MIME-Version: 1.0\r\n"), `这是“单个文件网页”，${SAVE_AS}`],
  [
    "a page without a table",
    strToU8("<html><frameset></frameset></html>"),
    `这个网页里没有表格，表格可能在它旁边的文件夹里，${SAVE_AS}`,
  ],
  [
    "a file with a password",
    oldOffice("EncryptedPackage"),
    "文件设了打开密码，请在 Excel 或 WPS 中取消密码、另存后再试。",
  ],
  ["a text", strToU8("科目编码,金额"), "这不是 Excel 工作簿，请换成 .xlsx、.xls 或 .ods 文件。"],
  [
    "half a workbook",
    makeXlsx({ rows: SEVEN }).subarray(0, 300),
    "文件已损坏，读不全。请在 Excel 或 WPS 中打开并修复后另存，或向提供文件的人重新要一份。",
  ],
  [
    "a bomb",
    makeXlsx({ parts: { "xl/styles.xml": new Uint8Array(16 * 1024 * 1024).fill(0x20) } }),
    "文件里有 Excel 不会写入的内容，为安全起见没有读取。请在 Excel 或 WPS 中另存一份再试。",
  ],
  ["an empty workbook", makeXlsx({}), "工作簿是空的，请确认选对了文件。"],
  [
    "another workbook",
    makeXlsx({ rows: SEVEN }),
    "没有认出任何一张决算公开表。请确认工作簿里有公开表，且表名、栏目名与样表一致。",
  ],
];

test.each(RENAMED)("%s as 表.xlsx ends in one sentence", async (_, content, sentence) => {
  writeFileSync("表.xlsx", content);
  expect(await gongkai("check", "表.xlsx")).toEqual({
    code: 2,
    out: "",
    note: `表.xlsx：${sentence}`,
  });
});

const SENTENCES: Readonly<Record<string, string>> = {
  damaged: "文件已损坏，读不全。",
  encrypted: "文件设了打开密码，",
  emptyWorkbook: "工作簿是空的，",
  hostile: "文件里有 Excel 不会写入的内容，",
  notAWorkbook: "这",
  oldFormat: "这",
  tooLarge: "文件太大。",
  // What is read of them is one figure.
  read: "没有认出任何一张决算公开表。",
};

test.each(WORST_KINDS)("$name ends in one sentence", async ({ make, outcome }) => {
  writeFileSync("表.xls", make());
  const { code, out, note } = await gongkai("check", "表.xls");
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(note.startsWith(`表.xls：${SENTENCES[outcome] ?? outcome}`)).toBe(true);
  expect(note).not.toContain("\n");
});

test.each(["score", "narrate"])("%s says the same of a file it cannot read", async (command) => {
  writeFileSync("表.xlsx", makeXlsx({ parts: { "xl/workbook.bin": strToU8("x") } }));
  const error = `这是二进制的 .xlsb 文件，${SAVE_AS}`;
  expect(await gongkai(command, "表.xlsx", "--json")).toEqual({
    code: 2,
    out: JSON.stringify({ file: "表.xlsx", error }, null, 2),
    note: `表.xlsx：${error}`,
  });
});

test("a folder is not a file", async () => {
  mkdirSync("文件夹");
  const { code, note } = await gongkai("check", "文件夹");
  expect({ code, note }).toEqual({
    code: 2,
    note: "文件夹：这是文件夹，请写明里面的工作簿文件。",
  });
});

test("a workbook without 自评表 cannot be scored", async () => {
  await saveGolden("no form.xlsx", without(seed001, "附件1"));
  expect(await gongkai("score", "no form.xlsx")).toEqual({
    code: 2,
    out: "",
    note: "no form.xlsx：没有认出部门整体支出绩效自评表。请确认工作簿里有这张表，且表名与样表一致。",
  });
});

test("no file is changed by reading it", async () => {
  await saveGolden("表.xlsx", seed001);
  const before = readFileSync("表.xlsx");
  for (const command of ["check", "score", "narrate"]) await gongkai(command, "表.xlsx");
  expect(readFileSync("表.xlsx").equals(before)).toBe(true);
});
