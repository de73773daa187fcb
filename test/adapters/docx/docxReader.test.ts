import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { DocxFile } from "../../../src/adapters/docx/docxFile";
import { TextRewriter } from "../../../src/adapters/docx/textRewriter";
import { XlsxFile } from "../../../src/adapters/xlsx/xlsxFile";
import { explainWorkbookTrouble } from "../../../src/application/messages";
import { recognise } from "../../../src/domain/disclosure/recognise";
import type { WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { seed001 } from "../../golden/seed001";
import { makeOle } from "../guard/worstKinds/oleFile";
import { cell, docxOf, makeDocx, paragraph, row, run, table } from "../../support/docxFile";
import { snapshotOf } from "../../support/goldenWorkbook";
import {
  asTextDocument,
  convertToPdf,
  describeWithLibreOffice,
  recalculate,
} from "../../support/libreoffice";
import { layOutGolden, shippedTemplate } from "../../support/native";
import { outcomeOf, readWorkbook } from "../../support/readWorkbook";
import { figureText, hunan2020 } from "../../support/recogniseTsv";

const text = (content: string): string => cell(`<w:p>${content}</w:p>`);

test.each<[string, string, unknown]>([
  ["a text in several runs", text(run("财政") + run("拨款")), "财政拨款"],
  ["a text in a link", text(`<w:hyperlink>${run("财政")}</w:hyperlink>${run("拨款")}`), "财政拨款"],
  ["a figure", text(run("1,201.30")), 1201.3],
  ["a code with a leading zero", text(run("01")), "01"],
  ["what was inserted", text(`<w:ins>${run("1")}</w:ins>${run("2.50")}`), 12.5],
  [
    "not what was deleted",
    text(`<w:del><w:r><w:delText>9</w:delText></w:r></w:del>${run("2.50")}`),
    2.5,
  ],
  ["not what was moved away", text(`<w:moveFrom>${run("9")}</w:moveFrom>${run("2.50")}`), 2.5],
  ["not what is hidden", text(run("9", "<w:rPr><w:vanish/></w:rPr>") + run("2.50")), 2.5],
  ["two paragraphs", cell(paragraph("收入") + paragraph("合计")), "收入\n合计"],
  [
    "a line break and a tab",
    text(`${run("甲")}<w:r><w:br/></w:r>${run("乙")}<w:r><w:tab/></w:r>${run("丙")}`),
    "甲\n乙\t丙",
  ],
  ["a content control", `<w:sdt><w:sdtContent>${text(run("甲"))}</w:sdtContent></w:sdt>`, "甲"],
  ["a table in a cell", cell(table(row(text(run("甲")), text(run("乙")))) + "<w:p/>"), "甲\n乙"],
  [
    "not a picture's words",
    text(
      `<w:r><w:drawing><w:txbxContent><w:p>${run("图")}</w:p></w:txbxContent></w:drawing></w:r>`,
    ),
    null,
  ],
  ["not the number of a page", text(`<w:r><w:instrText>PAGE</w:instrText></w:r>${run("7")}`), 7],
])("a cell holds %s", async (_name, first, expected) => {
  const { sheets } = await readWorkbook(makeDocx(table(row(first, text(run("末"))))));
  expect(sheets.map(({ name, values }) => [name, values])).toEqual([
    ["第1个表格", [[expected, "末"]]],
  ]);
});

test("cells that are merged across and down are merged areas, as before a change", async () => {
  const across = `<w:gridSpan w:val="2"/><w:tcPrChange><w:tcPr><w:gridSpan w:val="5"/></w:tcPr></w:tcPrChange>`;
  const [starts, goesOn] = [`<w:vMerge w:val="restart"/>`, "<w:vMerge/>"];
  const body = table(
    row(cell(paragraph("项目"), across + starts), cell(paragraph("一"))),
    row(cell(paragraph("不算"), across + goesOn), cell(paragraph("二"), starts)),
    `<w:tr><w:trPr><w:del/></w:trPr>${cell(paragraph("删"))}</w:tr>`,
    `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(paragraph("后"))}${cell("<w:p/>", goesOn)}</w:tr>`,
  );
  const [sheet] = (await readWorkbook(makeDocx(body))).sheets;
  expect(sheet?.values).toEqual([
    ["项目", null, "一"],
    [null, null, "二"],
    [null, "后"],
  ]);
  expect(sheet?.merges).toEqual([
    { top: 1, left: 1, bottom: 2, right: 2 },
    { top: 2, left: 3, bottom: 3, right: 3 },
  ]);
});

test("lines before a table stand above it, and parts of one table on one sheet", async () => {
  const one = (word: string) => table(row(text(run(word))));
  const body = [
    paragraph("2019年度部门决算"),
    "<w:p/>",
    paragraph("部门：某局\t\t单位：万元"),
    one("甲"),
    "<w:p/>",
    one("乙"),
    paragraph("注：完"),
    one("丙"),
  ];
  const { sheets } = await readWorkbook(makeDocx(body.join("")));
  expect(sheets.map(({ name, values }) => [name, values])).toEqual([
    [
      "第1个表格",
      [["2019年度部门决算"], ["部门：某局", null, "单位：万元"], ["甲"], [], ["乙"], ["注：完"]],
    ],
    ["第3个表格", [["注：完"], ["丙"]]],
  ]);
});

test("a cover that stands far above the first table is read, too", async () => {
  const lines = Array.from({ length: 100 }, (_, index) => paragraph(`第${String(index)}行`));
  const { sheets } = await readWorkbook(makeDocx(lines.join("") + table(row(text(run("甲"))))));
  expect(sheets.map(({ name, values }) => [name, values[0]?.[0], values.length])).toEqual([
    ["文首", "第0行", 40],
    ["第1个表格", "第88行", 13],
  ]);
});

/** Every figure of the nine tables. */
function figuresOf(snapshot: WorkbookSnapshot): string[] {
  const disclosure = recognise(snapshot, hunan2020);
  return [...disclosure.placement.tables].flatMap(
    ([
      key,
      {
        table: { definition },
        blocks,
      },
    ]) =>
      definition.role !== "disclosure"
        ? []
        : blocks.flatMap(({ rows, columns }, block) =>
            rows.flatMap(({ id }) =>
              [...columns.keys()].map((column) =>
                [key, block, id, column, figureText(disclosure, key, block, id, column)].join(" "),
              ),
            ),
          ),
  );
}

test.each([quanbiaoyoushu, seed001])("$name says the same in Word", async (golden) => {
  const snapshot = await readWorkbook(docxOf(golden));
  const figures = figuresOf(snapshotOf(golden));
  expect(figures.length).toBeGreaterThan(400);
  expect(figuresOf(snapshot)).toEqual(figures);
  const read = recognise(snapshot, hunan2020);
  expect([read.year, read.coverUnitName?.text]).toEqual([
    2020,
    recognise(snapshotOf(golden), hunan2020).coverUnitName?.text,
  ]);
  expect(new Set([...read.texts.values()].map(({ moneyUnit }) => moneyUnit?.text))).toContain(
    "万元",
  );
});

test("the document may lie where the list of contents says", async () => {
  const bytes = makeDocx(table(row(text(run("甲")))), "word/document2.xml");
  expect((await readWorkbook(bytes)).sheets).toHaveLength(1);
});

describeWithLibreOffice("a document that an office has written", () => {
  test("says the same as the set that was laid out", async () => {
    const laidOut = await new XlsxFile().write(layOutGolden(quanbiaoyoushu, shippedTemplate()));
    const figures = figuresOf(await readWorkbook(await recalculate(laidOut)));
    expect(figures.length).toBeGreaterThan(400);
    expect(figuresOf(await readWorkbook(await asTextDocument(laidOut)))).toEqual(figures);
  });

  test("opens a document whose words were replaced", async () => {
    const margins = { top: 72, bottom: 72, left: 72, right: 72 };
    const text = "2020年度1234.5万元";
    const blocks = [{ kind: "paragraph" as const, text }];
    const section = { orientation: "portrait", pageNumbers: "none", margins, blocks } as const;
    const old = await new DocxFile().write({ title: "说明", sections: [section] });
    const words = [{ start: 6, end: 12, to: "99.00" }];
    const renamed = await new TextRewriter().rewrite(old, text, words);
    const folder = mkdtempSync(join(tmpdir(), "rewritten-"));
    try {
      writeFileSync(join(folder, "new.docx"), renamed);
      await convertToPdf(join(folder, "new.docx"), join(folder, "new.pdf"));
      expect(readFileSync(join(folder, "new.pdf"), "latin1")).toMatch(/^%PDF/u);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const columns = Array.from({ length: 300 }, () => cell("<w:p/>", `<w:gridSpan w:val="63"/>`));

test.each<[string, Uint8Array, string]>([
  ["a DOCTYPE", makeDocx(table(), undefined, `<!DOCTYPE a [<!ENTITY b "c">]>`), "hostile"],
  ["nesting without end", makeDocx("<w:sdt>".repeat(300) + "</w:sdt>".repeat(300)), "hostile"],
  ["columns without end", makeDocx(table(row(...columns))), "hostile"],
  [
    "blanks without end",
    makeDocx(" ".repeat(16 * 1024 * 1024) + table(row(text(run("甲"))))),
    "hostile",
  ],
  ["a table cut off", makeDocx("<w:tbl><w:tr>"), "damaged"],
  ["a table without words", makeDocx(table(row(cell("<w:p/>")))), "emptyWorkbook"],
  ["a macro instead of a text", zipSync({ "word/vbaProject.bin": strToU8("x") }), "notAWorkbook"],
])("%s is refused", async (_name, bytes, code) => {
  expect(await outcomeOf(bytes)).toBe(code);
});

test.each<[string, Uint8Array, RegExp]>([
  ["an old .doc", makeOle(new Uint8Array(8), { name: "WordDocument" }), /另存为 \.docx/u],
  ["a PDF", strToU8("%PDF-1.7\n"), /这是 PDF 文件.*Excel 或 Word 原件/u],
  ["a scanned page", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), /图片或扫描件.*手工填写/u],
  ["a document with pictures of tables", makeDocx(paragraph("见下图")), /没有表格.*手工填写/u],
])("%s gets its sentence", async (_name, bytes, sentence) => {
  const trouble = readWorkbook(bytes).catch((error: unknown) => error);
  const { code, detail } = (await trouble) as { code: "notAWorkbook"; detail: string };
  expect(explainWorkbookTrouble(code, detail)).toMatch(sentence);
});
