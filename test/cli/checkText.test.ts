import { writeFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { cell, makeDocx, paragraph, row, run, table } from "../support/docxFile";
import { seed001 } from "../golden/seed001";
import { gongkai, inOwnFolder, saveGolden } from "./cliRun";

inOwnFolder();

const RATIO = "收、支总计179.22万元。与上年相比，增加112.29万元，增长267.8%。";

/** A figure changed with revisions on, and one in a table. */
const WORD = [
  paragraph("一、总体情况"),
  `<w:p>${run("2020年度收、支总计179.22万元。与上年相比，增加112.29万元，增长")}`,
  `<w:del><w:r><w:delText>167.8%</w:delText></w:r></w:del><w:del>${run("167.8%")}</w:del>`,
  `<w:ins>${run("267.8%")}</w:ins>${run("。")}</w:p>`,
  table(row(cell(paragraph("项目")), cell(paragraph("XX")))),
  `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${cell(paragraph("截止2020年"))}</w:tr></w:tbl>`,
].join("");

beforeAll(() => {
  writeFileSync("wrong.txt", `一、总体情况\n2020年度${RATIO}`);
  writeFileSync("right.txt", "收支总计18.22万元，比上年增加4.31万元，增长31%。");
  // Word writes under any name.
  writeFileSync("word.txt", makeDocx(WORD));
  writeFileSync("damaged.docx", makeDocx("<w:p>"));
  writeFileSync("sheet.docx", zipSync({ "[Content_Types].xml": strToU8("<Types/>") }));
  writeFileSync("scan.txt", "%PDF-1.4");
  writeFileSync("blank.txt", " \n　");
  // 收 in GB 18030, as Windows saves it.
  writeFileSync(
    "ansi.txt",
    Buffer.from([
      0xca, 0xd5, 0xd6, 0xa7, 0xbd, 0xd8, 0xd6, 0xb9, 0x32, 0x30, 0x32, 0x30, 0xc4, 0xea,
    ]),
  );
});

test("--workbook ties amounts to cells, and names those that differ", async () => {
  await saveGolden("set.xlsx", seed001);
  writeFileSync("typed.txt", "人员经费67.85万元。");
  const { code, out } = await gongkai("check-text", "typed.txt", "--workbook", "set.xlsx");
  expect(code).toBe(1);
  expect(out).toContain("公开06表“人员经费合计”是67.58万元，文中为67.85万元，请核对。");
});

test("--json gives every claim with its place, and 1 for what is wrong", async () => {
  const { code, out } = await gongkai("check-text", "wrong.txt", "--json");
  const { claims, summary } = JSON.parse(out) as {
    claims: Record<string, unknown>[];
    summary: unknown;
  };
  expect(code).toBe(1);
  expect(summary).toEqual({
    right: 1,
    rounding: 0,
    wrong: 1,
    inconsistent: 0,
    "cannot-be-checked": 1,
  });
  expect(claims.find(({ verdict }) => verdict === "wrong")).toEqual({
    kind: "growth",
    quote: "增长267.8%",
    start: 44,
    end: 52,
    claimed: "267.8",
    recomputed: "167.8",
    verdict: "wrong",
    explanation:
      "按本年数179.22万元和增减额112.29万元计算，增减率应为167.8%，文中为267.8%，像是把比值当成了增长率。",
  });
});

test("a person reads the line, the words and the reason", async () => {
  const { out } = await gongkai("check-text", "wrong.txt");
  expect(out).toContain("核对结果：相符 1 · 取舍 0 · 写错 1");
  expect(out).toContain("  第2行“增长267.8%”：按本年数179.22万元");
});

test("a text without mistakes gives 0", async () => {
  expect((await gongkai("check-text", "right.txt")).code).toBe(0);
});

test("a Word document is read as it stands now, its tables too", async () => {
  const { code, out } = await gongkai("check-text", "word.txt", "--json");
  const { claims } = JSON.parse(out) as { claims: Record<string, unknown>[] };
  expect(code).toBe(1);
  expect(claims.filter(({ kind }) => kind === "growth")).toMatchObject([
    { quote: "增长267.8%", start: 44, end: 52, verdict: "wrong" },
  ]);
  expect(out).toContain('"quote": "XX"');
  expect(out).not.toContain("截止");
});

test("a text of Windows is read in its own letters", async () => {
  expect((await gongkai("check-text", "ansi.txt")).out).toContain("“截止”");
});

test.each([
  [["check-text"], "请写明文稿文件，例如：决算情况说明.docx。"],
  [["check-text", "a.txt", "b.txt"], "一次只能写一个文件，多了“b.txt”。"],
  [
    ["check-text", "sheet.docx"],
    "sheet.docx：这不是能核对的文稿，请换成 Word 文档（.docx）或纯文本（.txt）。",
  ],
  [
    ["check-text", "scan.txt"],
    "scan.txt：这不是能核对的文稿，请换成 Word 文档（.docx）或纯文本（.txt）。",
  ],
  [
    ["check-text", "blank.txt"],
    "blank.txt：文稿里没有文字，请确认选对了文件；文字若是图片，读不出来，请换成能选中文字的文稿。",
  ],
  [
    ["check-text", "damaged.docx"],
    "damaged.docx：文件已损坏，读不全。请在 Excel 或 WPS 中打开并修复后另存，或向提供文件的人重新要一份。",
  ],
  [["check-text", "none.txt"], "none.txt：没有这个文件，请检查文件名和所在文件夹。"],
])("%j → %s", async (args, sentence) => {
  const { code, note } = await gongkai(...args);
  expect({ code, note: note.split("\n")[0] }).toEqual({ code: 2, note: sentence });
});
