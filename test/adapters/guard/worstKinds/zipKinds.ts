import { strToU8, zipSync } from "fflate";
import { makeXlsx } from "../../xlsx/xlsxParts";

const SEVEN = `<row r="1"><c r="A1"><v>7</v></c></row>`;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset);

function eachHeader(
  bytes: Uint8Array,
  signature: number,
  visit: (at: number, data: DataView) => void,
): void {
  const data = view(bytes);
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    if (data.getUint32(at, true) === signature) visit(at, data);
  }
}

/** Many entries of the directory that all point at the same packed bytes. */
export function overlappingEntries(count: number): Uint8Array {
  const packed = zipSync({ "aa.xml": new Uint8Array(2 * 1024 * 1024).fill(0x20) });
  let start = 0;
  let end = 0;
  eachHeader(packed, CENTRAL, (at) => (start = at));
  eachHeader(packed, END, (at) => (end = at));
  const entry = packed.slice(start, end);
  const body = packed.slice(0, start);
  const entries = Array.from({ length: count }, (_, index) => {
    const copy = entry.slice();
    // Names of one length, so that the headers stay as they are.
    copy.set(strToU8(index.toString(36).padStart(2, "0")), 46);
    return copy;
  });
  const types = zipSync({ "[Content_Types].xml": strToU8("<Types/>") }, { level: 0 });
  let typesStart = 0;
  let typesEnd = 0;
  eachHeader(types, CENTRAL, (at) => (typesStart = at));
  eachHeader(types, END, (at) => (typesEnd = at));
  const typesEntry = types.slice(typesStart, typesEnd);
  view(typesEntry).setUint32(42, body.length, true);
  const directory = [typesEntry, ...entries];
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const tail = packed.slice(end);
  const data = view(tail);
  data.setUint16(8, directory.length, true);
  data.setUint16(10, directory.length, true);
  data.setUint32(12, size, true);
  data.setUint32(16, body.length + typesStart, true);
  return Buffer.concat([body, types.slice(0, typesStart), ...directory, tail]);
}

/** Zips in zips: nobody opens the inner ones. */
export function nestedZips(depth: number): Uint8Array {
  let inner = zipSync({ "a.xml": new Uint8Array(1024 * 1024) });
  for (let level = 0; level < depth; level += 1) {
    inner = zipSync({ "a.zip": inner, "b.zip": inner });
  }
  return makeXlsx({ rows: SEVEN, parts: { "xl/embeddings/a.zip": inner } });
}

/** An entry that holds the whole file, itself included, as quines do: its bytes begin with the file's own. */
export function entryOfItself(): Uint8Array {
  const bytes = makeXlsx({ rows: SEVEN });
  eachHeader(bytes, CENTRAL, (at, data) => {
    data.setUint16(at + 10, 0, true);
    data.setUint32(at + 20, bytes.length, true);
    data.setUint32(at + 42, 0, true);
  });
  return bytes;
}

/** The headers before the parts say other sizes than the directory. */
export function sizesThatDisagree(): Uint8Array {
  const bytes = makeXlsx({ rows: SEVEN });
  eachHeader(bytes, LOCAL, (at, data) => {
    data.setUint32(at + 18, 0x7fffffff, true);
    data.setUint32(at + 22, 0xffffffff, true);
  });
  return bytes;
}

/** The directory says that each part is as long as nothing is. */
export function packedSizesBeyondTheFile(): Uint8Array {
  const bytes = makeXlsx({ rows: SEVEN });
  eachHeader(bytes, CENTRAL, (at, data) => {
    data.setUint32(at + 20, 0x7fffffff, true);
  });
  return bytes;
}

/** As many entries as the directory's own number can say, and one more. */
export function fullDirectory(): Uint8Array {
  const nothing = new Uint8Array(0);
  return zipSync(
    Object.fromEntries(
      Array.from({ length: 65_536 }, (_, index) => [`${String(index)}.xml`, nothing]),
    ),
    { level: 0 },
  );
}
