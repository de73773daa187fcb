import { strToU8, zipSync } from "fflate";
import { XlsxFile } from "../../../src/adapters/xlsx/xlsxFile";
import { readXlsx } from "../../../src/adapters/xlsx/xlsxReader";
import { WorkbookError } from "../../../src/ports/workbookPorts";
import { planOf, range, sheetPlan } from "../../contract/plans";
import { type HandMade, makeXlsx } from "../xlsx/xlsxParts";

const SEVEN = `<row r="1"><c r="A1"><v>7</v></c></row>`;
const VALID = makeXlsx({ rows: SEVEN });
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function ole(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set(OLE);
  bytes.set(Buffer.from(`${stream}\0`, "utf16le"), 1024 + 128);
  return bytes;
}

function bomb(): Uint8Array {
  const spaces = new Uint8Array(16 * 1024 * 1024).fill(0x20);
  return makeXlsx({ rows: SEVEN, parts: { "xl/styles.xml": spaces } });
}

function manyEntries(count: number): Uint8Array {
  const nothing = new Uint8Array(0);
  return zipSync(
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`xl/media/${String(index)}.png`, nothing]),
    ),
    { level: 0 },
  );
}

function sheetPart(xml: string): HandMade {
  return { parts: { "xl/worksheets/sheet1.xml": xml } };
}

/** The same name twice, which no zip writer makes: the second one is renamed in the finished bytes. */
function duplicateEntry(): Uint8Array {
  const bytes = makeXlsx({ rows: SEVEN, parts: { "xl/worksheets/sheet2.xml": "<worksheet/>" } });
  const text = Buffer.from(bytes).toString("latin1").replaceAll("sheet2.xml", "sheet1.xml");
  return new Uint8Array(Buffer.from(text, "latin1"));
}

/** The sizes in the zip's headers say 1 byte for everything. */
function lyingSizes(): Uint8Array {
  const bytes = makeXlsx({ rows: SEVEN });
  const data = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 4 < bytes.length; at += 1) {
    if (data.getUint32(at, true) === 0x02014b50) data.setUint32(at + 24, 1, true);
    if (data.getUint32(at, true) === 0x04034b50) data.setUint32(at + 22, 1, true);
  }
  return bytes;
}

describe("refused by content, whatever its name ends in:", () => {
  test.each<[string, Uint8Array, string]>([
    ["nothing at all", new Uint8Array(0), "damaged"],
    ["text", strToU8("科目编码,金额\n201,1.00"), "notAWorkbook"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), "notAWorkbook"],
    ["an .xls that is hardly more than its name", ole("Workbook"), "damaged"],
    ["an .xlsx with a password", ole("EncryptedPackage"), "encrypted"],
    [
      "an .odt",
      zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text") }),
      "notAWorkbook",
    ],
    ["an .xlsb", makeXlsx({ parts: { "xl/workbook.bin": strToU8("x") } }), "oldFormat"],
    ["a .docx", makeXlsx({ parts: { "word/document.xml": "<d/>" } }), "notAWorkbook"],
    ["another zip", zipSync({ "a.txt": strToU8("a") }), "notAWorkbook"],
    ["an empty zip", zipSync({}), "notAWorkbook"],
    ["half a file", VALID.subarray(0, VALID.length / 2), "damaged"],
    ["a file without its last byte", VALID.subarray(0, -1), "damaged"],
    ["65 MB", new Uint8Array(65 * 1024 * 1024), "tooLarge"],
  ])("%s", (_, bytes, code) => {
    expect(() => readXlsx(bytes)).toThrow(expect.objectContaining({ code }));
  });
});

describe("refused as hostile or too large:", () => {
  test.each<[string, () => Uint8Array, string]>([
    ["16 MB of blanks in 16 kB", bomb, "hostile"],
    ["60,000 entries", () => manyEntries(60_000), "hostile"],
    ["100,000 entries", () => manyEntries(100_000), "hostile"],
    ["an entry that climbs", () => makeXlsx({ parts: { "../../a.xml": "<a/>" } }), "hostile"],
    ["an entry on a drive", () => makeXlsx({ parts: { "C:\\a.xml": "<a/>" } }), "hostile"],
    ["one name twice", duplicateEntry, "hostile"],
    [
      "one name twice but for case",
      () => makeXlsx({ parts: { "XL/workbook.xml": "<a/>" } }),
      "hostile",
    ],
    [
      "a DOCTYPE",
      () => makeXlsx(sheetPart(`<!DOCTYPE w [<!ENTITY a "b">]><worksheet/>`)),
      "hostile",
    ],
    [
      "a DOCTYPE in UTF-16",
      () =>
        makeXlsx({
          parts: {
            "xl/styles.xml": new Uint8Array(Buffer.from(`\uFEFF<!DOCTYPE a><a/>`, "utf16le")),
          },
        }),
      "hostile",
    ],
    ["row 99,999,999", () => makeXlsx({ rows: `<row r="99999999"/>` }), "hostile"],
    ["row 0", () => makeXlsx({ rows: `<row r="0"/>` }), "hostile"],
    [
      "a cell in row 1,048,577",
      () => makeXlsx({ rows: `<row r="1"><c r="A1048577"><v>1</v></c></row>` }),
      "hostile",
    ],
    [
      "a cell in column XFE",
      () => makeXlsx({ rows: `<row r="1"><c r="XFE1"><v>1</v></c></row>` }),
      "hostile",
    ],
    [
      "a merge off the grid",
      () => makeXlsx({ rows: SEVEN, behind: `<mergeCell ref="A1:ZZZ9"/>` }),
      "hostile",
    ],
    [
      "a sheet of the largest rectangle",
      () =>
        makeXlsx({
          rows: Array.from(
            { length: 300 },
            (_, row) =>
              `<row r="${String(row + 1)}"><c r="XFD${String(row + 1)}"><v>1</v></c></row>`,
          ).join(""),
        }),
      "tooLarge",
    ],
    [
      "merges over all of a large sheet",
      () =>
        makeXlsx({
          rows: `${SEVEN}<row r="1048576"><c r="B1048576"><v>1</v></c></row>`,
          behind: `<mergeCell ref="A1:XFD1048576"/>`,
        }),
      "tooLarge",
    ],
    [
      "a shared formula that multiplies",
      () =>
        makeXlsx({
          rows:
            `<row r="1"><c r="A1"><f t="shared" si="0">"${"x".repeat(8000)}"</f></c></row>` +
            Array.from(
              { length: 9000 },
              (_, row) =>
                `<row r="${String(row + 2)}"><c r="A${String(row + 2)}"><f t="shared" si="0"/></c></row>`,
            ).join(""),
        }),
      "tooLarge",
    ],
  ])("%s", (_, make, code) => {
    expect(() => readXlsx(make())).toThrow(expect.objectContaining({ code }));
  });
});

describe("refused as damaged:", () => {
  test.each<[string, HandMade]>([
    ["a part that ends in a tag", sheetPart("<worksheet><sheetData><row")],
    ["a part that ends in an element", sheetPart("<worksheet><sheetData>")],
    ["elements closed out of order", sheetPart("<worksheet><sheetData></worksheet></sheetData>")],
    ["an unknown entity", { rows: `<row><c t="str"><v>&boom;</v></c></row>` }],
    ["a character that does not exist", { rows: `<row><c t="str"><v>&#x110000;</v></c></row>` }],
    [
      "text that is no UTF-8",
      { parts: { "xl/worksheets/sheet1.xml": new Uint8Array([0x3c, 0xff, 0xfe]) } },
    ],
    [
      "a shared string that is missing",
      { rows: `<row><c t="s"><v>5</v></c></row>`, strings: "<si/>" },
    ],
    ["no workbook part", { parts: { "_rels/.rels": "<Relationships/>" } }],
    ["a sheet without its part", { parts: { "xl/_rels/workbook.xml.rels": "<Relationships/>" } }],
  ])("%s", (_, file) => {
    expect(() => readXlsx(makeXlsx(file))).toThrow(expect.objectContaining({ code: "damaged" }));
  });

  test("a figure whose bytes changed on the way", () => {
    const bytes = zipSync(
      { "[Content_Types].xml": strToU8("<Types/>"), "xl/a.xml": strToU8("<v>179.22</v>") },
      { level: 0 },
    );
    const changed = Buffer.from(bytes).toString("latin1").replace("179.22", "179.23");
    expect(() => readXlsx(new Uint8Array(Buffer.from(changed, "latin1")))).toThrow(
      expect.objectContaining({ code: "damaged" }),
    );
  });
});

describe("read all the same:", () => {
  test.each<[string, () => Uint8Array]>([
    [
      "columns up to 16384",
      () => makeXlsx({ rows: SEVEN, before: `<cols><col min="3" max="16384" width="9"/></cols>` }),
    ],
    [
      "columns up to 99999999",
      () => makeXlsx({ rows: SEVEN, before: `<cols><col min="1" max="99999999"/></cols>` }),
    ],
    [
      "a dimension off the grid",
      () => makeXlsx({ rows: SEVEN, before: `<dimension ref="A1:ZZZ99999999"/>` }),
    ],
    [
      "a merge over the whole sheet",
      () => makeXlsx({ rows: SEVEN, behind: `<mergeCell ref="A1:XFD1048576"/>` }),
    ],
    [
      "styled blanks in a million rows",
      () =>
        makeXlsx({
          rows:
            SEVEN +
            Array.from(
              { length: 50_000 },
              (_, row) =>
                `<row r="${String(row + 950_000)}" s="3"><c r="C${String(row + 950_000)}" s="3"/></row>`,
            ).join(""),
        }),
    ],
    [
      "16 MB of blanks in a picture nobody inflates",
      () =>
        makeXlsx({
          rows: SEVEN,
          parts: { "xl/media/image1.png": new Uint8Array(16 * 1024 * 1024) },
        }),
    ],
    ["sizes that lie", lyingSizes],
  ])("%s", (_, make) => {
    expect(readXlsx(make()).sheets[0]?.values[0]?.[0]).toBe(7);
  });
});

test.each([
  ["no cells", ""],
  ["styled blanks alone", `<row r="1"><c r="A1" s="1"/></row>`],
])("a workbook with %s is an empty workbook", (_, rows) => {
  expect(() => readXlsx(makeXlsx({ rows }))).toThrow(
    expect.objectContaining({ code: "emptyWorkbook" }),
  );
});

/** Small and repeatable; which numbers come does not matter. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

test("any bytes changed in a valid file give a workbook or a WorkbookError", async () => {
  const plan = planOf(
    sheetPlan(
      "公开01表",
      { A1: "收入", B1: { formula: "SUM(B2:B9)", value: 3 }, B2: 1.25, B3: "201" },
      { merges: [range("C1:D2")] },
    ),
  );
  const valid = await new XlsxFile().write(plan);
  const random = randomNumbers(20_201_231);
  const codes = new Map<string, number>();
  for (let round = 0; round < 300; round += 1) {
    const bytes = valid.slice();
    for (let change = 0; change <= round % 4; change += 1) {
      bytes[random(bytes.length)] = random(256);
    }
    const cut = round % 10 === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
    const outcome = outcomeOf(cut);
    codes.set(outcome, (codes.get(outcome) ?? 0) + 1);
  }
  expect([...codes.keys()]).toEqual(expect.arrayContaining(["read", "damaged"]));
}, 60_000);

test("any bytes changed in a sheet's text give a workbook or a WorkbookError", () => {
  const xml = `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f t="shared" si="0" ref="B1:B2">SUM('F1'!A1:$C$3)&amp;"A1"</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v/></c><c t="inlineStr"><is><r><t>行</t></r></is></c></row></sheetData><mergeCells><mergeCell ref="C1:D2"/></mergeCells></worksheet>`;
  const random = randomNumbers(7);
  for (let round = 0; round < 500; round += 1) {
    const text = Array.from(xml);
    for (let change = 0; change <= round % 3; change += 1) {
      text[random(text.length)] = "<>/\"'=&;$:! 0A9"[random(15)] ?? "";
    }
    outcomeOf(makeXlsx({ ...sheetPart(text.join("")), strings: "<si><t>甲</t></si>" }));
  }
}, 60_000);

function outcomeOf(bytes: Uint8Array): string {
  try {
    readXlsx(bytes);
    return "read";
  } catch (error) {
    if (error instanceof WorkbookError) return error.code;
    throw error;
  }
}
