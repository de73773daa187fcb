import { Workbook } from "exceljs";
import { strToU8 } from "fflate";
import { XlsxReader } from "../../../src/adapters/xlsx/xlsxReader";
import type { WorkbookSnapshot } from "../../../src/ports/workbookPorts";
import { at, formulaAt, range, sheetOf } from "../../contract/plans";
import { type HandMade, makeXlsx } from "./xlsxParts";

const read = (file: HandMade) => new XlsxReader(makeXlsx(file)).read();
const row = (cells: string) => `<row r="1">${cells}</row>`;

describe("a cell", () => {
  test.each<[string, string, unknown]>([
    ["number", `<c r="A1"><v>12.5</v></c>`, 12.5],
    ["number in scientific notation", `<c r="A1"><v>1.2E-3</v></c>`, 0.0012],
    ["number beyond what a number holds", `<c r="A1"><v>1E999</v></c>`, { error: "#NUM!" }],
    ["styled blank", `<c r="A1" s="5"/>`, null],
    ["blank with an empty value", `<c r="A1"><v/></c>`, null],
    ["boolean", `<c r="A1" t="b"><v>0</v></c>`, false],
    ["error", `<c r="A1" t="e"><v>#REF!</v></c>`, { error: "#REF!" }],
    ["shared string", `<c r="A1" t="s"><v>0</v></c>`, "收入\n合计"],
    ["rich text without its reading aid", `<c r="A1" t="s"><v>1</v></c>`, "财政拨款"],
    ["escaped line end", `<c r="A1" t="s"><v>2</v></c>`, "甲\r\n乙"],
    ["inline text", `<c r="A1" t="inlineStr"><is><t>行内</t></is></c>`, "行内"],
    [
      "inline rich text",
      `<c r="A1" t="inlineStr"><is><r><t>行</t></r><r><t>内</t></r></is></c>`,
      "行内",
    ],
    ["text in CDATA", `<c r="A1" t="str"><v><![CDATA[<a>&]]></v></c>`, "<a>&"],
    [
      "text with character references",
      `<c r="A1" t="str"><v>&#x51B3;&#31639;&lt;</v></c>`,
      "决算<",
    ],
    ["date as its serial number", `<c r="A1" s="14"><v>44196</v></c>`, 44196],
    ["ISO date as its serial number", `<c r="A1" t="d"><v>2020-12-31</v></c>`, 44196],
  ])("%s", async (_, cell, expected) => {
    const strings =
      `<si><t>收入\n合计</t></si>` +
      `<si><r><t>财政</t></r><r><rPr><b/></rPr><t>拨款</t></r><rPh sb="0" eb="2"><t>cáizhèng</t></rPh></si>` +
      `<si><t>甲_x000D_\n乙</t></si>`;
    const workbook = await read({ rows: row(`${cell}<c r="Z1"><v>1</v></c>`), strings });
    expect(at(workbook, "表", "A1")).toEqual(expected);
  });

  test.each<[string, string, unknown]>([
    ["no value at all", `<f>A2</f>`, { error: "NO_RESULT" }],
    ["an empty value and no type", `<f>A2</f><v></v>`, { error: "NO_RESULT" }],
    ["zero", `<f>A2</f><v>0</v>`, 0],
  ])("of a formula with %s", async (_, inside, expected) => {
    const workbook = await read({ rows: row(`<c r="A1">${inside}</c>`) });
    expect(at(workbook, "表", "A1")).toEqual(expected);
  });

  test("of a formula with an empty text is an empty text", async () => {
    const workbook = await read({ rows: row(`<c r="A1" t="str"><f>""</f><v></v></c>`) });
    expect(at(workbook, "表", "A1")).toBe("");
  });

  test("without a position follows the one before", async () => {
    const workbook = await read({
      rows: `<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`,
    });
    expect(sheetOf(workbook, "表").values).toEqual([[1, 2], [3]]);
  });
});

describe("formulas", () => {
  test("that are shared are written out, and texts and sheet names in them stay", async () => {
    const formula = `IF(A1="A1",'F1'!$B$1+B1,SUM(A$1:A1)+LOG10(1))`;
    const workbook = await read({
      rows:
        row(`<c r="C1"><f t="shared" ref="C1:D2" si="0">${formula}</f><v>1</v></c>`) +
        `<row r="2"><c r="D2"><f t="shared" si="0"/><v>1</v></c></row>`,
    });
    expect(formulaAt(workbook, "表", "D2")).toBe(`IF(B2="A1",'F1'!$B$1+C2,SUM(B$1:B2)+LOG10(1))`);
  });

  test("lose the prefix of younger functions, but not in texts", async () => {
    const formula = `_xlfn.IFS(1,"_xlfn.",2,_xlfn._xlws.FILTER(A1,1))`;
    const workbook = await read({ rows: row(`<c r="A1"><f>${formula}</f><v>1</v></c>`) });
    expect(formulaAt(workbook, "表", "A1")).toBe(`IFS(1,"_xlfn.",2,FILTER(A1,1))`);
  });
});

describe("merges", () => {
  const filled = row(`<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>`);
  const merges = (...references: string[]) =>
    `<mergeCells>${references.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;

  test.each([
    ["a whole row is cut to what is filled", ["A1:XFD1"], ["A1:C1"], [1, null, null]],
    ["a whole sheet is cut to what is filled", ["A1:XFD1048576"], ["A1:C1"], [1, null, null]],
    ["one beyond what is filled, and large, is dropped", ["E1:XFD9999"], [], [1, 2, 3]],
    ["one that overlaps an earlier one is dropped", ["A1:B1", "B1:C1"], ["A1:B1"], [1, null, 3]],
    ["the same one twice counts once", ["A1:B1", "A1:B1"], ["A1:B1"], [1, null, 3]],
  ])("%s", async (_, listed, kept, values) => {
    const workbook = await read({ rows: filled, behind: merges(...listed) });
    expect(sheetOf(workbook, "表").merges).toEqual(kept.map(range));
    expect(sheetOf(workbook, "表").values).toEqual([values]);
  });
});

describe("files as other offices write them", () => {
  test("with a prefix on every element", async () => {
    const workbook = await read({
      parts: {
        "xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      },
    });
    expect(at(workbook, "表", "A1")).toBe(7);
  });

  test("with UTF-16, other part names, backslashes and absolute targets", async () => {
    const sheet = `\uFEFF<worksheet><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>`;
    const workbook = await read({
      parts: {
        "xl\\worksheets\\Sheet.xml": new Uint8Array(Buffer.from(sheet, "utf16le")),
        "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/worksheets/sheet.XML"/></Relationships>`,
      },
    });
    expect(at(workbook, "表", "A1")).toBe(7);
  });

  test("with a chart sheet between, and links to other files that are not followed", async () => {
    const workbook = await read({
      rows: row(`<c r="A1"><v>7</v></c>`),
      parts: {
        "xl/workbook.xml": `<workbook><sheets><sheet name="图" r:id="rId9"/><sheet name="表" r:id="rId1"/></sheets></workbook>`,
        "xl/_rels/workbook.xml.rels":
          `<Relationships><Relationship Id="rId9" Type="t/chartsheet" Target="chartsheets/sheet1.xml"/>` +
          `<Relationship Id="rId8" Type="t/externalLinkPath" Target="file:///etc/passwd" TargetMode="External"/>` +
          `<Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
        "xl/vbaProject.bin": strToU8("macro"),
      },
    });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["表"]);
  });

  test("by exceljs: rich text, links, dates, shared formulas and merges", async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet("公开01表");
    sheet.getCell("A1").value = {
      richText: [{ text: "收入" }, { font: { bold: true }, text: "支出" }],
    };
    sheet.getCell("A2").value = { text: "财政部", hyperlink: "http://www.mof.gov.cn" };
    sheet.getCell("A3").value = new Date(Date.UTC(2020, 11, 31));
    sheet.fillFormula("B1:B3", "A1*2", [1, 2, 3]);
    sheet.getCell("C1").value = "合并";
    sheet.mergeCells("C1:D2");
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const snapshot: WorkbookSnapshot = await new XlsxReader(bytes).read();
    expect(snapshot.sheets[0]!.values).toEqual([
      ["收入支出", 1, "合并"],
      ["财政部", 2],
      [44196, 3],
    ]);
    expect([...snapshot.sheets[0]!.formulas]).toEqual([
      ["B1", "A1*2"],
      ["B2", "A2*2"],
      ["B3", "A3*2"],
    ]);
    expect(snapshot.sheets[0]!.merges).toEqual([range("C1:D2")]);
  });
});
