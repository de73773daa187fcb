/** Told by content; the name's ending says nothing, since files get renamed. */
export type FileFormat =
  | "zip"
  | "encryptedOffice"
  | "ole"
  /** Records of Excel 2 to 97 without any container. */
  | "biff"
  | "flatOds"
  | "spreadsheetXml"
  | "webArchive"
  | "pdf"
  | "picture"
  | "html"
  | "text"
  | "empty"
  | "unknown";

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF_SIGNATURE = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** PNG, JPEG, GIF, TIFF of both byte orders. */
const PICTURE_SIGNATURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];
const OLE_DIRECTORY_ENTRY = 128;
const HEAD_BYTES = 4096;
const SPREADSHEET_XML = "urn:schemas-microsoft-com:office:spreadsheet";

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Directory entries of an OLE file start at multiples of 128, each with its name in UTF-16. */
export function hasOleStream(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(`${name}\0`).flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 512; at + wanted.length <= bytes.length; at += OLE_DIRECTORY_ENTRY) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function recogniseText(bytes: Uint8Array): FileFormat {
  const head = bytes.subarray(0, HEAD_BYTES);
  const utf16 = startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]);
  if (!utf16 && head.includes(0)) return "unknown";
  const text = new TextDecoder(utf16 && head[0] === 0xff ? "utf-16le" : "utf-8").decode(head);
  if (/<(?:\w+:)?Workbook\b/u.test(text) && text.includes(SPREADSHEET_XML)) return "spreadsheetXml";
  if (text.includes("application/vnd.oasis.opendocument.spreadsheet")) return "flatOds";
  if (/^MIME-Version:/iu.test(text)) return "webArchive";
  return /<(?:!doctype\s+html|html|table|meta|style|body)\b/iu.test(text) ? "html" : "text";
}

export function recogniseFormat(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) return "empty";
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    return "zip";
  }
  if (startsWith(bytes, OLE_SIGNATURE)) {
    return hasOleStream(bytes, "EncryptedPackage") ? "encryptedOffice" : "ole";
  }
  if (startsWith(bytes, PDF_SIGNATURE)) return "pdf";
  if (PICTURE_SIGNATURES.some((signature) => startsWith(bytes, signature))) return "picture";
  return startsWithBiff(bytes) ? "biff" : recogniseText(bytes);
}

function startsWithBiff(bytes: Uint8Array): boolean {
  const [type, version = 0, length = 0, none] = bytes;
  return type === 0x09 && [0, 2, 4, 8].includes(version) && length <= 16 && none === 0;
}
