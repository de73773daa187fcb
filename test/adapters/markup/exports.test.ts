import { readWorkbook } from "../../support/readWorkbook";

const NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet";
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const xml = (sheets: string): Uint8Array =>
  bytesOf(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="${NAMESPACE}" xmlns:ss="${NAMESPACE}" xmlns:x="urn:schemas-microsoft-com:office:excel">${sheets}</Workbook>`);
const data = (type: string, text: string, attributes = ""): string =>
  `<Cell ${attributes}><Data ss:Type="${type}">${text}</Data></Cell>`;
/** "合计" and "7" in GBK, declared as programs declare it. */
const inGbk = (before: string, after: string): Uint8Array =>
  Buffer.concat([Buffer.from(before), Buffer.from([0xba, 0xcf, 0xbc, 0xc6]), Buffer.from(after)]);

describe("Excel 2003's XML", () => {
  test("cells, their places, formulas, merges and sheets", async () => {
    const { sheets } = await readWorkbook(
      xml(
        `<Worksheet ss:Name="公开01表"><Table>
          <Row>${data("String", "收入&#10;<B>合计</B>", `ss:MergeAcross="1"`)}${data("Number", "1234.56")}</Row>
          <Row ss:Index="3">${data("Number", "3", `ss:Index="2" ss:Formula="=SUM(R[-2]C[1]:R1C3)"`)}${data("Boolean", "1")}
            ${data("Error", "#DIV/0!")}${data("DateTime", "2020-12-31T00:00:00.000")}<Cell ss:StyleID="s1"/>
            <Cell><Data ss:Type="Number">5</Data><Comment><ss:Data>批注</ss:Data></Comment></Cell></Row>
        </Table></Worksheet>
        <Worksheet ss:Name="底稿"><Table><Row>${data("Number", "1")}</Row></Table>
          <x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>`,
      ),
    );
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["公开01表", "visible"],
      ["底稿", "hidden"],
    ]);
    expect(sheets[0]?.values).toEqual([
      ["收入\n合计", null, 1234.56],
      [],
      [null, 3, true, { error: "#DIV/0!" }, 44196, null, 5],
    ]);
    expect(sheets[0]?.formulas).toEqual(new Map([["B3", "SUM(C1:$C$1)"]]));
    expect(sheets[0]?.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }]);
  });

  test("in GB2312, as it says", async () => {
    const { sheets } = await readWorkbook(
      inGbk(
        `<?xml version="1.0" encoding="GB2312"?><Workbook xmlns="${NAMESPACE}" xmlns:ss="${NAMESPACE}"><Worksheet ss:Name="a"><Table><Row><Cell><Data ss:Type="String">`,
        `</Data></Cell></Row></Table></Worksheet></Workbook>`,
      ),
    );
    expect(sheets[0]?.values).toEqual([["合计"]]);
  });
});

describe("a page that is called .xls", () => {
  const read = async (table: string) =>
    (await readWorkbook(bytesOf(`<html>${table}</html>`))).sheets[0];

  test.each<[string, string, unknown]>([
    ["a figure with separators", "<td>1,234.50</td>", 1234.5],
    ["a negative figure", "<td> -12.5&nbsp;</td>", -12.5],
    ["a code", "<td>2010301</td>", 2010301],
    ["a code with a leading zero", "<td>0201</td>", "0201"],
    ["a code that is a text", `<td style='mso-number-format:"\\@"'>2010301</td>`, "2010301"],
    ["a long number", "<td>430200000000000001</td>", "430200000000000001"],
    ["the figure behind a rounded one", `<td x:num="12.345">12.35</td>`, 12.345],
    ["a text over lines", "<td>财政<br>拨款 <b>收入</b>\n</td>", "财政\n拨款 收入"],
    ["references", "<td>&lt;&#20915;&#x7B97;&gt;</td>", "<决算>"],
    ["a blank", "<td>&nbsp;</td>", null],
    ["a share", "<td>12.5%</td>", "12.5%"],
  ])("%s", async (_, cell, expected) => {
    const sheet = await read(`<table><tr>${cell}<td>1</td></tr></table>`);
    expect(sheet?.values[0]?.[0]).toEqual(expected);
  });

  test("cells over several rows and columns push others aside", async () => {
    const sheet = await read(
      `<table><tr><td rowspan=2>甲<td colspan="2">乙<tr><td>丙<td>丁</table>`,
    );
    expect(sheet?.values).toEqual([
      ["甲", "乙"],
      [null, "丙", "丁"],
    ]);
    expect(sheet?.merges).toEqual([
      { top: 1, left: 1, bottom: 2, right: 1 },
      { top: 1, left: 2, bottom: 1, right: 3 },
    ]);
  });

  test("tables lie beneath one another; scripts, comments and styles say nothing", async () => {
    const sheet = await read(
      `<head><style>td{}</style><!--[if gte mso 9]><xml><x:Name>公开01表</x:Name></xml><![endif]--></head>` +
        `<table><tr><td>1</td></tr></table><script>"<td>"</script><table><tr><td>2</td></tr></table>`,
    );
    expect(sheet?.name).toBe("公开01表");
    expect(sheet?.values).toEqual([[1], [], [2]]);
  });

  test.each([
    ["as it says", `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">`],
    ["though it does not say so", ""],
  ])("in GBK, %s", async (_, meta) => {
    const { sheets } = await readWorkbook(
      inGbk(`<html>${meta}<table><tr><td>`, `</td></tr></table></html>`),
    );
    expect(sheets[0]?.values).toEqual([["合计"]]);
  });
});
