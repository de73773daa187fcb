import { Workbook } from "exceljs";
import { strToU8, unzipSync, zipSync } from "fflate";
import { guardWorkbook } from "../../../src/adapters/guard/guardWorkbook";
import { readExtras } from "../../../src/adapters/xlsx/extrasReader";
import { XlsxFile } from "../../../src/adapters/xlsx/xlsxFile";
import type { WorkbookExtras } from "../../../src/domain/workbook/workbookExtras";
import { planOf, sheetPlan } from "../../contract/plans";
import { makeXlsx } from "./xlsxParts";

const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function extrasOf(bytes: Uint8Array): WorkbookExtras {
  const file = guardWorkbook(bytes);
  if (file.format !== "xlsx") throw new Error(file.format);
  return readExtras(file);
}

function relationships(
  ...entries: readonly (readonly [kind: string, target: string, mode?: string])[]
) {
  const each = entries.map(
    ([kind, target, mode], index) =>
      `<Relationship Id="rId${index + 1}" Type="${TYPES}/${kind}" Target="${target}"${mode === undefined ? "" : ` TargetMode="${mode}"`}/>`,
  );
  return `<Relationships>${each.join("")}</Relationships>`;
}

test("a workbook as an office saves it: note, link, hidden lines and people", async () => {
  const workbook = new Workbook();
  workbook.creator = "张三";
  workbook.lastModifiedBy = "李四";
  workbook.company = "某局财务股";
  const sheet = workbook.addWorksheet("公开01表");
  sheet.getCell("A1").value = "底数";
  sheet.getCell("B2").note = "请核对";
  sheet.getCell("C3").value = { text: "底稿", hyperlink: "file:///D:/底稿.xlsx" };
  sheet.getRow(4).hidden = true;
  sheet.getRow(5).hidden = true;
  sheet.getCell("A4").value = 1;
  sheet.getCell("A5").value = 1;
  sheet.getColumn(7).hidden = true;
  sheet.getCell("G1").value = 2;
  const written = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const book = "xl/_rels/workbook.xml.rels";
  const link = `<Relationship Id="rId99" Type="${TYPES}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`;
  const bytes = zipSync({
    ...written,
    [book]: strToU8(new TextDecoder().decode(written[book]).replace("</Relationships>", link)),
    "xl/externalLinks/externalLink1.xml": strToU8("<externalLink/>"),
    "xl/externalLinks/_rels/externalLink1.xml.rels": strToU8(
      relationships(["externalLinkPath", "file:///D:\\预算.xlsx", "External"]),
    ),
  });
  expect(extrasOf(bytes)).toEqual({
    sheets: [
      {
        name: "公开01表",
        hiddenRows: [{ first: 4, last: 5 }],
        hiddenColumns: [{ first: 7, last: 7 }],
        comments: [{ kind: "note", row: 2, column: 2, text: "请核对" }],
        links: [{ row: 3, column: 3, target: "file:///D:/底稿.xlsx" }],
      },
    ],
    sources: ["file:///D:\\预算.xlsx"],
    properties: { author: "张三", lastAuthor: "李四", company: "某局财务股" },
    untold: new Map(),
  });
});

test("a comment with answers is told once, and not as the note that stands in for it", () => {
  const extras = extrasOf(
    makeXlsx({
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(
          ["comments", "../comments1.xml"],
          ["threadedComment", "../threadedComments/threadedComment1.xml"],
        ),
        "xl/comments1.xml": `<comments><commentList><comment ref="A1"><text><t>[线程批注]</t></text></comment><comment ref="B1"><text><r><t>请</t></r><r><t>核对</t></r></text></comment></commentList></comments>`,
        "xl/threadedComments/threadedComment1.xml": `<ThreadedComments><threadedComment ref="A1"><text>对吗</text></threadedComment><threadedComment ref="A1"><text>对</text></threadedComment></ThreadedComments>`,
      },
    }),
  );
  expect(extras.sheets[0]?.comments).toEqual([
    { kind: "comment", row: 1, column: 1, text: "对吗" },
    { kind: "comment", row: 1, column: 1, text: "对" },
    { kind: "note", row: 1, column: 2, text: "请核对" },
  ]);
});

test.each([
  ["a row of no height", `<row r="3" ht="0" customHeight="1"/>`, "", [{ first: 3, last: 3 }], []],
  ["rows without numbers", `<row/><row hidden="true"/>`, "", [{ first: 2, last: 2 }], []],
  ["a row that is shown", `<row r="3" hidden="0" ht="12"/>`, "", [], []],
  [
    "columns to the end",
    "",
    `<cols><col min="5" max="99999999" hidden="1"/></cols>`,
    [],
    [{ first: 5, last: 16_384 }],
  ],
  [
    "a column of no width",
    "",
    `<cols><col min="2" max="2" width="0"/></cols>`,
    [],
    [{ first: 2, last: 2 }],
  ],
  ["a column that nobody named", "", `<cols><col hidden="1"/></cols>`, [], []],
])("%s", (_, rows, before, hiddenRows, hiddenColumns) => {
  const [sheet] = extrasOf(makeXlsx({ rows, before })).sheets;
  expect(sheet).toMatchObject({ hiddenRows, hiddenColumns });
});

test("links within the workbook lead nowhere else", () => {
  const behind = `<hyperlinks><hyperlink ref="A1" location="'表'!B2"/></hyperlinks>`;
  expect(extrasOf(makeXlsx({ behind })).sheets[0]?.links).toEqual([]);
});

test("a file of ours names nobody", async () => {
  const plan = planOf({ ...sheetPlan("表", { A1: 1 }), hiddenRows: [2], hiddenColumns: [3] });
  const extras = extrasOf(await new XlsxFile().write(plan));
  expect(extras.properties).toEqual({});
  expect(extras.sheets[0]).toMatchObject({ hiddenColumns: [{ first: 3, last: 3 }], comments: [] });
});
