import { WorkbookError } from "../../ports/workbookPorts";

/** Ministry software writes GB2312 and means the larger GB 18030; Excel reads both alike. */
const CHINESE = /^(?:gb_?2312|gbk|gb18030|x-gbk|cp936|windows-936|ms936)$/iu;
const DECLARED = /^[^>]{0,200}\bencoding\s*=\s*["']([\w-]{1,40})["']/u;
const META = /<meta\b[^>]{0,300}\bcharset\s*=\s*["']?([\w-]{1,40})/iu;
const HEAD_BYTES = 4096;

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new WorkbookError("damaged", "text encoding");
  }
}

/** The parts of packages are UTF-8, or UTF-16 with its mark. */
export function decodeUtf(bytes: Uint8Array): string {
  return decodeStrictly(bytes, byteOrderMark(bytes) ?? "utf-8");
}

/** A page or an XML file by itself, which says how it is encoded, or does not. */
export function decodeMarkup(bytes: Uint8Array): string {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return decodeStrictly(bytes, marked);
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES));
  const declared = (DECLARED.exec(head) ?? META.exec(head))?.[1] ?? "";
  if (CHINESE.test(declared)) return decodeStrictly(bytes, "gb18030");
  // What is declared as UTF-8 is not always so.
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeStrictly(bytes, "gb18030");
  }
}

/** No office writes a DOCTYPE or an entity; both exist here only to make a reader fetch or multiply text. */
export function refuseDeclarations(xml: string): string {
  if (!xml.includes("<!")) return xml;
  if (xml.includes("<!DOCTYPE") || xml.includes("<!ENTITY")) {
    throw new WorkbookError("hostile", "document type declaration");
  }
  return xml;
}
