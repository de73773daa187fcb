import { Workbook, type Worksheet } from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { XlsxFile } from "../../../src/adapters/xlsx/xlsxFile";
import type { CellStyle, SheetPlan, WritePlan } from "../../../src/domain/workbook/writePlan";
import { type CellText, planOf, range, sheetPlan } from "../../contract/plans";

const STYLES = new Map<string, CellStyle>([
  [
    "head",
    {
      fontName: "方正小标宋_GB2312",
      fontSize: 10.5,
      bold: true,
      color: "C00000",
      fill: "FFF2CC",
      horizontal: "center",
      vertical: "middle",
      wrap: true,
      border: "medium",
    },
  ],
  ["figure", { numberFormat: "#,##0.00", border: "thin", horizontal: "right", indent: 1 }],
  ["code", { numberFormat: "@" }],
]);

function styled(...sheets: SheetPlan[]): WritePlan {
  return { ...planOf(...sheets), styles: STYLES };
}

const write = (plan: WritePlan) => new XlsxFile().write(plan);

async function partsOf(plan: WritePlan): Promise<(name: string) => string> {
  const parts = unzipSync(await write(plan));
  return (name) => strFromU8(parts[name] ?? new Uint8Array(0));
}

async function sheetXml(
  cells: Readonly<Record<string, CellText>>,
  more: Partial<SheetPlan> = {},
): Promise<string> {
  return (await partsOf(styled(sheetPlan("表", cells, more))))("xl/worksheets/sheet1.xml");
}

/** Another program's eyes on what was written. */
async function reopen(plan: WritePlan): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load((await write(plan)).buffer as ArrayBuffer);
  return workbook;
}

async function reopenSheet(
  cells: Readonly<Record<string, CellText>>,
  more: Partial<SheetPlan> = {},
): Promise<Worksheet> {
  return (await reopen(styled(sheetPlan("表", cells, more)))).worksheets[0]!;
}

describe("a written cell has", () => {
  test("font, fill, alignment and border", async () => {
    const sheet = await reopenSheet({ A1: { value: "科目", style: "head" } });
    const { font, fill, alignment, border } = sheet.getCell("A1");
    expect(font).toMatchObject({
      name: "方正小标宋_GB2312",
      bold: true,
      charset: 134,
      color: { argb: "FFC00000" },
    });
    expect(fill).toMatchObject({ pattern: "solid", fgColor: { argb: "FFFFF2CC" } });
    expect(alignment).toMatchObject({ horizontal: "center", vertical: "middle", wrapText: true });
    expect(border.left?.style).toBe("medium");
    expect(border.bottom?.style).toBe("medium");
  });

  test("half font sizes and number formats", async () => {
    const part = await partsOf(
      styled(
        sheetPlan("表", { A1: { value: "甲", style: "head" }, B1: { value: 1, style: "figure" } }),
      ),
    );
    expect(part("xl/styles.xml")).toContain('<sz val="10.5"/>');
    expect(part("xl/styles.xml")).toMatch(/numFmtId="4"[^>]*applyNumberFormat="1"/u);
  });

  test("a code as text, format included", async () => {
    const cell = (await reopenSheet({ A1: { value: "201", style: "code" } })).getCell("A1");
    expect(cell.value).toBe("201");
    expect(cell.numFmt).toBe("@");
  });

  test("its style without a value", async () => {
    const cell = (await reopenSheet({ B2: { value: null, style: "figure" } })).getCell("B2");
    expect(cell.value).toBeNull();
    expect(cell.border.top?.style).toBe("thin");
  });

  test.each<[string, CellText, string]>([
    [
      "an empty text",
      { formula: 'IF(A2="","",1)', value: "" },
      `t="str"><f>IF(A2=&quot;&quot;,&quot;&quot;,1)</f><v></v>`,
    ],
    ["zero", { formula: "A2", value: 0 }, `<f>A2</f><v>0</v>`],
    ["an error", { formula: "1/0", value: { error: "#DIV/0!" } }, `t="e"><f>1/0</f><v>#DIV/0!</v>`],
    ["text that is an error", { formula: "A2", value: "#N/A" }, `t="e"><f>A2</f><v>#N/A</v>`],
    ["no result", { formula: "A2", value: { error: "NO_RESULT" } }, `<c r="A1"><f>A2</f></c>`],
    ["true", { formula: "1=1", value: true }, `t="b"><f>1=1</f><v>1</v>`],
    [
      "a younger function",
      { formula: 'IFS(A2,"IFS(")', value: 1 },
      `<f>_xlfn.IFS(A2,&quot;IFS(&quot;)</f>`,
    ],
  ])("a formula with %s", async (_, cell, expected) => {
    expect(await sheetXml({ A1: cell })).toContain(expected);
  });
});

describe("a written sheet has", () => {
  test("the anchor's border on every cell of a merge", async () => {
    const sheet = await reopenSheet(
      { A1: { value: "标题", style: "head" } },
      { merges: [range("A1:C2")] },
    );
    expect(sheet.getCell("C2").isMerged).toBe(true);
    for (const address of ["A1", "B1", "C1", "A2", "B2", "C2"]) {
      expect(sheet.getCell(address).border.right?.style).toBe("medium");
    }
  });

  test("widths, heights and what is hidden", async () => {
    const xml = await sheetXml(
      { A1: 1 },
      {
        columnWidths: new Map([
          [1, 32.5],
          [2, 9],
        ]),
        rowHeights: new Map([[3, 28.35]]),
        hiddenColumns: [4],
        hiddenRows: [5],
      },
    );
    expect(xml).toContain('<col min="1" max="1" width="32.5"');
    expect(xml).toContain('<col min="2" max="2" width="9.01"');
    expect(xml).toMatch(/<col min="4" max="4"[^>]* hidden="1"/u);
    expect(xml).toMatch(/<row r="3" ht="28.35" customHeight="1"/u);
    expect(xml).toMatch(/<row r="5" [^>]*hidden="1"/u);
  });

  test("A4 print set-up with area, repeated rows and fit", async () => {
    const part = await partsOf(
      styled(
        sheetPlan(
          "公开01表",
          { A1: 1 },
          {
            pageSetup: {
              orientation: "landscape",
              fitToWidth: 1,
              fitToHeight: 0,
              printArea: range("A1:F45"),
              titleRows: { first: 1, last: 6 },
              centerHorizontally: true,
              pageNumbers: true,
              margins: { left: 2.54, right: 2.54, top: 1.27, bottom: 1.27 },
            },
          },
        ),
      ),
    );
    const xml = part("xl/worksheets/sheet1.xml");
    expect(xml).toMatch(
      /<pageSetup paperSize="9" orientation="landscape"[^>]*fitToWidth="1" fitToHeight="0"/u,
    );
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(xml).toContain('<printOptions horizontalCentered="1"/>');
    expect(xml).toContain("<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter>");
    expect(xml).toMatch(/<pageMargins left="1" right="1" top="0.5" bottom="0.5"/u);
    expect(part("xl/workbook.xml")).toContain("&apos;公开01表&apos;!$A$1:$F$45");
    expect(part("xl/workbook.xml")).toContain("&apos;公开01表&apos;!$1:$6");
  });

  test("frozen panes", async () => {
    const xml = await sheetXml({ A1: 1 }, { freeze: { rows: 6, columns: 2 } });
    expect(xml).toContain(
      '<pane xSplit="2" ySplit="6" topLeftCell="C7" activePane="bottomRight" state="frozen"/>',
    );
  });

  test("conditional formats in their order", async () => {
    const mark = (formula: string, fill: string) => ({
      range: range("D7:F45"),
      formula,
      style: { fill, bold: true },
    });
    const sheet = await reopenSheet(
      { A1: 1 },
      { conditionalFormats: [mark('$H7="不符"', "FFC7CE"), mark('$H7="尾差"', "FFEB9C")] },
    );
    const rules = (
      sheet as unknown as { conditionalFormattings: { ref: string; rules: unknown[] }[] }
    ).conditionalFormattings;
    expect(rules.flatMap((format) => format.rules)).toMatchObject([
      {
        type: "expression",
        priority: 1,
        formulae: ['$H7="不符"'],
        style: { fill: { bgColor: { argb: "FFFFC7CE" } }, font: { bold: true } },
      },
      { type: "expression", priority: 2, formulae: ['$H7="尾差"'] },
    ]);
    expect(rules[0]?.ref).toBe("D7:F45");
  });

  test("validations of all kinds, over whole ranges", async () => {
    const words = { title: "金额", message: "请填数字", severity: "warning" } as const;
    const xml = await sheetXml(
      { A1: 1 },
      {
        validations: [
          { ...words, range: range("D7:F5000"), kind: "decimal" },
          { ...words, range: range("A2"), kind: "list", formulas: ["是", "否"], severity: "stop" },
          { ...words, range: range("B2:B9"), kind: "custom", formulas: ["ISTEXT(B2)"] },
        ],
      },
    );
    expect(xml).toContain('<dataValidations count="3">');
    expect(xml).toContain(
      'type="decimal" allowBlank="1" showErrorMessage="1" errorStyle="warning" errorTitle="金额" error="请填数字" sqref="D7:F5000"',
    );
    expect(xml).toContain(
      "<formula1>-999999999999999</formula1><formula2>999999999999999</formula2>",
    );
    expect(xml).toContain("<formula1>&quot;是,否&quot;</formula1>");
    expect(xml).toContain("<formula1>ISTEXT(B2)</formula1>");
  });

  test("a tab colour", async () => {
    expect(await sheetXml({ A1: 1 }, { tabColor: "4472C4" })).toContain(
      '<tabColor rgb="FF4472C4"/>',
    );
  });
});

describe("a written workbook", () => {
  test("opens on the sheet asked for and calculates when opened", async () => {
    const part = await partsOf({
      ...planOf(sheetPlan("一", { A1: 1 }), sheetPlan("二", { A1: 1 })),
      activeSheet: "二",
    });
    expect(part("xl/workbook.xml")).toContain('activeTab="1"');
    expect(part("xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  });

  test("opens on the first sheet that is shown", async () => {
    const part = await partsOf(
      planOf(sheetPlan("一", { A1: 1 }, { visibility: "veryHidden" }), sheetPlan("二", { A1: 1 })),
    );
    expect(part("xl/workbook.xml")).toContain('activeTab="1"');
    expect(part("xl/workbook.xml")).toContain('state="veryHidden"');
  });

  test("names its title, and nobody", async () => {
    const plan = { ...planOf(sheetPlan("一", { A1: 1 })), properties: { title: "决算<公开>" } };
    const core = (await partsOf(plan))("docProps/core.xml");
    expect(core).toContain("<dc:title>决算&lt;公开&gt;</dc:title>");
    expect(core).not.toMatch(/creator|lastModifiedBy|created|modified|ExcelJS|Unknown/u);
  });
});
