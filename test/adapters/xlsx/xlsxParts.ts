import { strToU8, type Zippable, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

export interface HandMade {
  /** Inside <sheetData>. */
  readonly rows?: string;
  /** Inside <worksheet>, before and behind <sheetData>. */
  readonly before?: string;
  readonly behind?: string;
  readonly strings?: string;
  /** Parts to add, or to put in place of ordinary ones. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** A workbook with one sheet, as raw as a test needs it. */
export function makeXlsx({
  rows = "",
  before = "",
  behind = "",
  strings,
  parts,
}: HandMade): Uint8Array {
  const texts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${TYPES}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${TYPES}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${TYPES}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${TYPES}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`,
    ...(strings === undefined ? {} : { "xl/sharedStrings.xml": `<sst>${strings}</sst>` }),
    ...parts,
  };
  const zippable: Zippable = {};
  for (const [name, text] of Object.entries(texts)) {
    zippable[name] = typeof text === "string" ? strToU8(text) : text;
  }
  return zipSync(zippable);
}
