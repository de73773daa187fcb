import { readOdsFormula } from "../../../src/adapters/markup/odsFormula";
import { contentOf, float, makeOds, row } from "../guard/worstKinds/odsFile";
import { readWorkbook } from "../../support/readWorkbook";

const cell = (attributes: string, text = ""): string =>
  `<table:table-cell ${attributes}>${text}</table:table-cell>`;
const string = (text: string): string => cell(`office:value-type="string"`, text);

test.each<[string, string, unknown]>([
  ["a number", float(12.5), 12.5],
  [
    "a percentage",
    cell(`office:value-type="percentage" office:value="0.125"`, "<text:p>12.50%</text:p>"),
    0.125,
  ],
  [
    "money",
    cell(
      `office:value-type="currency" office:value="-3" office:currency="CNY"`,
      "<text:p>-¥3.00</text:p>",
    ),
    -3,
  ],
  [
    "a truth",
    cell(`office:value-type="boolean" office:boolean-value="true"`, "<text:p>TRUE</text:p>"),
    true,
  ],
  [
    "a date as its serial number",
    cell(`office:value-type="date" office:date-value="2020-12-31"`, "<text:p>x</text:p>"),
    44196,
  ],
  [
    "a time as a part of a day",
    cell(`office:value-type="time" office:time-value="PT06H00M00S"`, "<text:p>6:00</text:p>"),
    0.25,
  ],
  ["a text of two lines", string("<text:p>收入</text:p><text:p>合计</text:p>"), "收入\n合计"],
  [
    "blanks that count",
    string(`<text:p>甲<text:s text:c="2"/>乙<text:tab/>丙<text:line-break/>丁</text:p>`),
    "甲  乙\t丙\n丁",
  ],
  ["blanks that do not", string("<text:p>甲\n   乙</text:p>"), "甲 乙"],
  [
    "text in spans",
    string("<text:p>财政<text:span>拨<text:span>款</text:span></text:span></text:p>"),
    "财政拨款",
  ],
  [
    "text without its note",
    string(`<office:annotation><text:p>批注</text:p></office:annotation><text:p>甲</text:p>`),
    "甲",
  ],
  [
    "text without its reading aid",
    string(
      `<text:p><text:ruby><text:ruby-base>财</text:ruby-base><text:ruby-text>cái</text:ruby-text></text:ruby></text:p>`,
    ),
    "财",
  ],
  [
    "an error",
    cell(
      `table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"`,
      "<text:p>#DIV/0!</text:p>",
    ),
    { error: "#DIV/0!" },
  ],
  [
    "an error of LibreOffice's own",
    cell(
      `table:formula="of:=A(1)" office:value-type="string" calcext:value-type="error"`,
      "<text:p>Err:502</text:p>",
    ),
    { error: "#VALUE!" },
  ],
  ["a formula's empty text", cell(`table:formula="of:=&quot;&quot;"`, "<text:p/>"), ""],
  ["a formula without result", cell(`table:formula="of:=[.B1]"`), { error: "NO_RESULT" }],
  ["a styled blank", cell(`table:style-name="ce1"`), null],
])("%s", async (_, written, expected) => {
  const { sheets } = await readWorkbook(makeOds({ rows: row(written + float(1)) }));
  expect(sheets[0]?.values[0]?.[0]).toEqual(expected);
});

test("what is repeated stands at each of its places", async () => {
  const { sheets } = await readWorkbook(
    makeOds({
      rows:
        row(
          cell(`table:number-columns-repeated="2"`) + float(5, `table:number-columns-repeated="2"`),
          `table:number-rows-repeated="2"`,
        ) +
        row("", `table:number-rows-repeated="3"`) +
        `<table:table-row-group>${row(float(6))}</table:table-row-group>`,
    }),
  );
  expect(sheets[0]?.values).toEqual([[null, null, 5, 5], [null, null, 5, 5], [], [], [], [6]]);
});

test("merges; what lies hidden under them is gone", async () => {
  const covered = `<table:covered-table-cell office:value-type="float" office:value="9"><text:p>9</text:p></table:covered-table-cell>`;
  const merged = float(5, `table:number-columns-spanned="2" table:number-rows-spanned="1"`);
  const { sheets } = await readWorkbook(makeOds({ rows: row(merged + covered + float(6)) }));
  expect(sheets[0]?.values).toEqual([[5, null, 6]]);
  expect(sheets[0]?.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }]);
});

test("a hidden sheet", async () => {
  const styles = `<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>`;
  const { sheets } = await readWorkbook(makeOds({ rows: row(float(1)), styles }));
  expect(sheets[0]?.visibility).toBe("hidden");
});

test("the same content as one XML file", async () => {
  const bytes = new TextEncoder().encode(
    contentOf(
      row(float(1)),
      "",
      `office:mimetype="application/vnd.oasis.opendocument.spreadsheet"`,
    ),
  );
  expect((await readWorkbook(bytes)).sheets[0]?.values).toEqual([[1]]);
});

test.each<[string, string | undefined]>([
  ["of:=SUM([.A1:.B2];[.$C$3])", "SUM(A1:B2,$C$3)"],
  ["of:=['甲 乙'.A1]+[$丙.B2:.C3]", "'甲 乙'!A1+丙!B2:C3"],
  [`of:=IF([.A1]="a;[.B1]";"";[.C1])`, `IF(A1="a;[.B1]","",C1)`],
  ["of:=['a]b''c'.A1]", "'a]b''c'!A1"],
  ["of:=SUM([.A:.A])", "SUM(A:A)"],
  ["of:=COM.MICROSOFT.CONCAT([.A1])", "CONCAT(A1)"],
  ["msoxl:=SUM(A1:B2)", "SUM(A1:B2)"],
  ["of:=['file:///a.ods'#$甲.A1]", undefined],
])("%s", (written, expected) => {
  expect(readOdsFormula(written)).toBe(expected);
});
