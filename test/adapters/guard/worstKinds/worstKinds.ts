import { strToU8, zipSync } from "fflate";
import { makeXlsx } from "../../xlsx/xlsxParts";
import {
  bool,
  end,
  label,
  makeBiff,
  merges,
  number,
  numbers,
  record,
  shared,
  strings,
} from "./biffStream";
import { contentOf, float, makeOds, ODS_MIME, row } from "./odsFile";
import { makeOle } from "./oleFile";
import {
  entryOfItself,
  fullDirectory,
  nestedZips,
  overlappingEntries,
  packedSizesBeyondTheFile,
  sizesThatDisagree,
} from "./zipKinds";

export interface WorstKind {
  readonly name: string;
  readonly make: () => Uint8Array;
  /** The code that it is refused with. "read": its A1 is 7. */
  readonly outcome: string;
}

const SHEET_XML = (inside: string): string => `<worksheet>${inside}</worksheet>`;
const one = (cells: readonly number[]): Uint8Array => makeOle(makeBiff([{ cells }]));
const text = (content: string) => () => strToU8(content);
const spreadsheetXml = (sheets: string): string =>
  `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${sheets}</Workbook>`;
const xmlSheet = (rows: string): string =>
  spreadsheetXml(`<Worksheet ss:Name="表"><Table>${rows}</Table></Worksheet>`);
const XML_SEVEN = `<Row><Cell><Data ss:Type="Number">7</Data></Cell></Row>`;
const page = (rows: string): string => `<html><body><table>${rows}</table></body></html>`;
const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join("");

/** A long workbook, for cutting. */
const LONG = (): Uint8Array =>
  makeOle(makeBiff([{ cells: Array.from({ length: 900 }, (_, at) => number(at, 0, 7)).flat() }]));
const LONG_XLSX = (): Uint8Array =>
  makeXlsx({
    rows: times(900, (at) => `<row r="${String(at + 1)}"><c><v>${String(at * 7919)}</v></c></row>`),
  });
const LONG_ODS = (): Uint8Array => makeOds({ rows: times(900, (at) => row(float(at * 7919))) });
const quarters = (name: string, make: () => Uint8Array, outcome: string): WorstKind[] =>
  [0.25, 0.5, 0.75, 0.99].map((part) => ({
    name: `${name} cut at ${String(part)}`,
    make: () => make().subarray(0, Math.floor(make().length * part)),
    outcome,
  }));

const SEVEN = `<row r="1"><c r="A1"><v>7</v></c></row>`;

const kinds: [name: string, make: () => Uint8Array, outcome: string][] = [
  ["zips in zips", () => nestedZips(10), "read"],
  ["entries that overlap", () => overlappingEntries(1_000), "hostile"],
  ["an entry that holds the whole file", entryOfItself, "hostile"],
  ["headers that disagree about sizes", sizesThatDisagree, "read"],
  ["packed sizes beyond the file", packedSizesBeyondTheFile, "hostile"],
  ["a directory of 65,536 entries", fullDirectory, "hostile"],
  [
    "a bomb in content.xml",
    () => makeOds({ rows: row(float(7)) + " ".repeat(16 * 1024 * 1024) }),
    "hostile",
  ],
  [
    "128 MB of blanks behind a figure",
    () => makeXlsx({ rows: SEVEN + " ".repeat(128 * 1024 * 1024) }),
    "hostile",
  ],
  [
    "a million rows of figures",
    () =>
      makeXlsx({
        rows: Array.from(
          { length: 1_000_000 },
          (_, at) =>
            `<row r="${String(at + 1)}"><c r="A${String(at + 1)}"><v>${String(at)}</v></c></row>`,
        ).join(""),
      }),
    "tooLarge",
  ],
  [
    "sharedStrings that promise four billion",
    () =>
      makeXlsx({
        rows: `<row r="1"><c r="A1"><v>7</v></c><c r="B1" t="s"><v>0</v></c></row>`,
        parts: {
          "xl/sharedStrings.xml": `<sst count="4294967295" uniqueCount="4294967295"><si><t>甲</t></si></sst>`,
        },
      }),
    "read",
  ],
  [
    "a shared string with a negative number",
    () => makeXlsx({ rows: `<row r="1"><c t="s"><v>-1</v></c></row>`, strings: "<si/>" }),
    "damaged",
  ],
  [
    "a link to another workbook",
    () =>
      makeXlsx({
        rows: `<row r="1"><c r="A1"><f>[1]表!A1</f><v>7</v></c></row>`,
        parts: {
          "xl/externalLinks/_rels/externalLink1.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/externalLinkPath" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`,
        },
      }),
    "read",
  ],
  [
    "100,000 elements in one another",
    () => makeXlsx({ parts: { "xl/worksheets/sheet1.xml": SHEET_XML("<a>".repeat(100_000)) } }),
    "hostile",
  ],
  [
    "entities that multiply",
    () =>
      makeXlsx({
        parts: {
          "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "&c;&c;&c;">]>${SHEET_XML("&b;")}`,
        },
      }),
    "hostile",
  ],

  ["an .ods by whatever name", () => makeOds({ rows: row(float(7)) }), "read"],
  ["an .ods that lost its mimetype", () => makeOds({ rows: row(float(7)), mimetype: "" }), "read"],
  [
    "a million rows of blanks behind the figures",
    () =>
      makeOds({
        rows:
          row(float(7)) +
          row(
            `<table:table-cell table:number-columns-repeated="16384"/>`,
            `table:number-rows-repeated="1048575"`,
          ),
      }),
    "read",
  ],
  [
    "a row of figures repeated a million times",
    () => makeOds({ rows: row(float(7), `table:number-rows-repeated="1048576"`) + row(float(7)) }),
    "tooLarge",
  ],
  [
    "a row of figures repeated four billion times",
    () => makeOds({ rows: row(float(7), `table:number-rows-repeated="4294967295"`) }),
    "hostile",
  ],
  [
    "figures repeated in both directions",
    () =>
      makeOds({
        rows: row(
          float(7, `table:number-columns-repeated="16384"`),
          `table:number-rows-repeated="1048576"`,
        ),
      }),
    "tooLarge",
  ],
  [
    "repeated -1 times",
    () => makeOds({ rows: row(float(7, `table:number-columns-repeated="-1"`)) }),
    "hostile",
  ],
  [
    "repeated 1e308 times",
    () => makeOds({ rows: row(float(7, `table:number-columns-repeated="1e308"`)) }),
    "hostile",
  ],
  [
    "merges over the whole sheet, again and again",
    () =>
      makeOds({
        rows: row(
          float(7, `table:number-columns-spanned="16384" table:number-rows-spanned="1048576"`),
          `table:number-rows-repeated="600000"`,
        ),
      }),
    "tooLarge",
  ],
  [
    "a billion blanks in a text",
    () =>
      makeOds({
        rows: row(
          float(7) +
            `<table:table-cell office:value-type="string"><text:p>a<text:s text:c="1000000000"/>b</text:p></table:table-cell>`,
        ),
      }),
    "read",
  ],
  [
    "a DOCTYPE in content.xml",
    () =>
      makeOds({
        content: `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${contentOf("")}`,
      }),
    "hostile",
  ],
  [
    "an .ods with a password",
    () =>
      makeOds({ rows: "", manifest: `<manifest:encryption-data manifest:checksum-type="SHA1"/>` }),
    "encrypted",
  ],
  [
    "an .ods without content",
    () => zipSync({ mimetype: strToU8(ODS_MIME), "meta.xml": strToU8("<a/>") }),
    "damaged",
  ],
  [
    "100,000 spans in one another",
    () => makeOds({ rows: row(`<table:table-cell><text:p>${"<text:span>".repeat(100_000)}`) }),
    "hostile",
  ],

  ["an .xls by whatever name", () => one(number(0, 0, 7)), "read"],
  [
    "an .xls in small sectors",
    () => makeOle(makeBiff([{ cells: number(0, 0, 7) }]), { isSmall: true }),
    "read",
  ],
  ["records without a container", () => makeBiff([{ cells: number(0, 0, 7) }]), "read"],
  [
    "a circle of sectors",
    () =>
      makeOle(makeBiff([{ cells: number(0, 0, 7) }]), {
        change: (file, { fat, streamSector }) => {
          file.setUint32(fat + (streamSector + 3) * 4, streamSector, true);
        },
      }),
    "damaged",
  ],
  [
    "a directory that follows itself",
    () =>
      makeOle(makeBiff([{ cells: number(0, 0, 7) }]), {
        change: (file, { fat }) => {
          const directory = file.getUint32(48, true);
          file.setUint32(fat + directory * 4, directory, true);
        },
      }),
    "damaged",
  ],
  [
    "directory entries in a circle",
    () =>
      makeOle(makeBiff([{ cells: number(0, 0, 7) }]), {
        change: (file, { directory }) => {
          file.setUint32(directory + 128 + 68, 1, true);
        },
      }),
    "damaged",
  ],
  [
    "lists of tables in a circle",
    () =>
      makeOle(makeBiff([{ cells: number(0, 0, 7) }]), {
        change: (file) => {
          file.setUint32(68, 3, true);
          for (let at = 0; at < 512; at += 4)
            file.setUint32(4 * 512 + at, at === 508 ? 3 : 0xffffffff, true);
        },
      }),
    "damaged",
  ],
  [
    "a stream of four gigabytes in a few sectors",
    () =>
      makeOle(makeBiff([{ cells: number(0, 0, 7) }]), {
        change: (file, { directory }) => {
          file.setUint32(directory + 128 + 120, 0xffffffff, true);
        },
      }),
    "damaged",
  ],
  [
    "sectors of 4 GB",
    () =>
      makeOle(makeBiff([{ cells: number(0, 0, 7) }]), {
        change: (file) => {
          file.setUint16(30, 32, true);
        },
      }),
    "damaged",
  ],
  ["a .doc", () => makeOle(new Uint8Array(4096), { name: "WordDocument" }), "notAWorkbook"],
  [
    "an .xlsx with a password",
    () => makeOle(new Uint8Array(4096), { name: "EncryptedPackage" }),
    "encrypted",
  ],
  [
    "an .xls with a password",
    () => makeOle(makeBiff([{ cells: number(0, 0, 7) }], { globals: record(0x2f, 1, 0, 1, 0) })),
    "encrypted",
  ],
  ["a record longer than the stream", () => one([0x03, 0x02, 0xff, 0xff]), "damaged"],
  [
    "a sheet without its end",
    () => makeOle(makeBiff([{ cells: [] }]).slice(0, -4), { isSmall: true }),
    "damaged",
  ],
  [
    "a sheet that lies nowhere",
    () => makeOle(makeBiff([{ cells: number(0, 0, 7), position: 3 }])),
    "damaged",
  ],
  [
    "two sheets at one place",
    () =>
      makeOle(
        makeBiff([
          { cells: number(0, 0, 7) },
          { cells: [], position: 20 },
          { cells: [], position: 20 },
        ]),
      ),
    "hostile",
  ],
  ["a cell in column 65,535", () => one(number(0, 65_535, 7)), "hostile"],
  ["a row of numbers that ends elsewhere", () => one(numbers(0, 0, [7, 8], 255)), "hostile"],
  [
    "65,535 merges in eight bytes",
    () => one([...number(0, 0, 7), ...merges(65_535, [0, 1, 0, 1])]),
    "damaged",
  ],
  [
    "merges over the whole sheet",
    () => one([...number(0, 0, 7), ...merges(2, [0, 65_535, 0, 255], [0, 65_535, 0, 255])]),
    "read",
  ],
  [
    "a string table that promises four billion",
    () =>
      makeOle(
        makeBiff([{ cells: [...number(0, 0, 7), ...shared(0, 1, 0)] }], {
          globals: strings(0xffffffff, "甲"),
        }),
      ),
    "read",
  ],
  [
    "a string that is not in the table",
    () => makeOle(makeBiff([{ cells: shared(0, 0, 9) }], { globals: strings(1, "甲") })),
    "damaged",
  ],
  [
    "a string table of a hundred thousand pieces",
    () =>
      makeOle(
        makeBiff([{ cells: number(0, 0, 7) }], {
          globals: [
            ...strings(1, "甲"),
            ...Array.from({ length: 100_000 }, () => record(0x3c, 0)).flat(),
          ],
        }),
      ),
    "tooLarge",
  ],
  [
    "a text longer than its record",
    () => one(record(0x0204, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 1)),
    "damaged",
  ],
  [
    "sheets in sheets",
    () =>
      one(Array.from({ length: 1_000 }, () => record(0x0809, 0, 6, 0x10, 0, 0, 0, 0, 0)).flat()),
    "hostile",
  ],
  [
    "a link over every cell",
    () => one([...number(0, 0, 7), ...record(0x01b8, 0, 0, 0xff, 0xff, 0, 0, 0xff, 0)]),
    "read",
  ],
  [
    "a comment in the last cell",
    () => one([...number(0, 0, 7), ...record(0x1c, 0xff, 0xff, 0xff, 0, 0, 0, 1, 0)]),
    "read",
  ],
  [
    "a million cells and more",
    () => {
      const cells = numbers(
        0,
        0,
        Array.from({ length: 250 }, () => 7),
      );
      const whole = new Uint8Array(cells.length * 4_100);
      for (let at = 0; at < 4_100; at += 1) whole.set(cells, at * cells.length);
      const head = makeBiff([{ cells: [] }]);
      return makeOle(Buffer.concat([head.slice(0, -end.length), whole, Uint8Array.from(end)]));
    },
    "tooLarge",
  ],
  ["a workbook without cells", () => one([]), "emptyWorkbook"],
  [
    "errors and truths",
    () => one([...number(0, 0, 7), ...bool(0, 1, 1), ...label(0, 2, "甲")]),
    "read",
  ],

  ["Excel 2003's XML", text(xmlSheet(XML_SEVEN)), "read"],
  [
    "Excel 2003's XML in row four billion",
    text(xmlSheet(XML_SEVEN.replace("<Row>", `<Row ss:Index="4294967295">`))),
    "hostile",
  ],
  [
    "Excel 2003's XML with a merge of billions",
    text(
      xmlSheet(
        XML_SEVEN.replace("<Cell>", `<Cell ss:MergeAcross="4294967295" ss:MergeDown="4294967295">`),
      ),
    ),
    "read",
  ],
  [
    "Excel 2003's XML with a DOCTYPE",
    text(spreadsheetXml("").replace("<Workbook", `<!DOCTYPE a [<!ENTITY b "c">]><Workbook`)),
    "hostile",
  ],
  ["Excel 2003's XML cut off", text(xmlSheet(XML_SEVEN).slice(0, -40)), "damaged"],
  ["Excel 2003's XML without sheets", text(spreadsheetXml("")), "emptyWorkbook"],

  ["a page with a table", text(page("<tr><td>7</td></tr>")), "read"],
  ["a page without a table", text("<html><body><frameset/></body></html>"), "oldFormat"],
  ["a page in one file", text("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n"), "oldFormat"],
  [
    "a page with spans of billions",
    text(page(`<tr><td rowspan="4294967295" colspan="4294967295">7</td></tr>`)),
    "read",
  ],
  [
    "a page of spans alone",
    text(page(times(5_000, () => `<tr><td colspan="1000">7</td></tr>`))),
    "tooLarge",
  ],
  [
    "a page of spans side by side",
    text(page(`<tr>${times(100, () => `<td colspan="1000">7</td>`)}</tr>`)),
    "hostile",
  ],
  ["tables in tables", text(times(1_000, () => "<table><tr><td>")), "hostile"],
  ["a page of half tags", text(`<table><tr><td>7</td></tr>${'<td "'.repeat(100_000)}`), "read"],
  ["a page of half comments", text(`<table><tr><td>7</td></tr>${"<!-".repeat(500_000)}`), "read"],
  [
    "a page of half scripts",
    text(`<table><tr><td>7</td></tr>${"<script>".repeat(300_000)}`),
    "read",
  ],
  [
    "a page of ampersands",
    text(`<table><tr><td>7</td><td>${"&".repeat(1_000_000)}</td></tr></table>`),
    "read",
  ],
  ["an empty file", () => new Uint8Array(0), "damaged"],
];

export const WORST_KINDS: readonly WorstKind[] = [
  ...kinds.map(([name, make, outcome]) => ({ name, make, outcome })),
  ...quarters("an .xlsx", LONG_XLSX, "damaged"),
  ...quarters("an .ods", LONG_ODS, "damaged"),
  ...quarters("an .xls", LONG, "damaged"),
];
