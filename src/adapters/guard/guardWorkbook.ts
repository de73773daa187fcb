import { WorkbookError } from "../../ports/workbookPorts";
import { recogniseFormat } from "./fileFormat";
import { FILE_LIMITS } from "./fileLimits";
import { Inflater, readZipDirectory, type ZipEntry } from "./zip";

export interface GuardedFile {
  readonly format: "xlsx";
  /**
   * The text of every XML part, by its path in lower case. Pictures, macros and other binaries are never
   * inflated: no reader gets them.
   */
  readonly parts: ReadonlyMap<string, string>;
}

const ODS_MIME = "application/vnd.oasis.opendocument.spreadsheet";

/** Everything that is not an intact .xlsx or .xlsm is refused here, before any reader sees it. */
export function guardWorkbook(bytes: Uint8Array): GuardedFile {
  if (bytes.length > FILE_LIMITS.fileBytes) throw new WorkbookError("tooLarge", "file size");
  refuseOtherFormats(bytes);
  const directory = readZipDirectory(bytes);
  const inflater = new Inflater(bytes);
  refuseOtherPackages(directory, inflater);

  const parts = new Map<string, string>();
  for (const [name, entry] of directory) {
    if (/\.(?:xml|rels)$/u.test(name)) parts.set(name, decodeXml(inflater.inflate(entry)));
  }
  return { format: "xlsx", parts };
}

function refuseOtherFormats(bytes: Uint8Array): void {
  const format = recogniseFormat(bytes);
  switch (format) {
    case "zip":
      return;
    case "encryptedOffice":
      throw new WorkbookError("encrypted", "encrypted package");
    case "xls":
    case "spreadsheetXml":
      throw new WorkbookError("oldFormat", format);
    case "empty":
      throw new WorkbookError("damaged", "empty file");
    default:
      throw new WorkbookError("notAWorkbook", format);
  }
}

function refuseOtherPackages(directory: ReadonlyMap<string, ZipEntry>, inflater: Inflater): void {
  const mimeType = directory.get("mimetype");
  if (mimeType) {
    const mime = new TextDecoder().decode(inflater.inflate(mimeType)).trim();
    throw mime.startsWith(ODS_MIME)
      ? new WorkbookError("oldFormat", "ods")
      : new WorkbookError("notAWorkbook", mime.slice(0, 100));
  }
  if (directory.has("xl/workbook.bin")) throw new WorkbookError("oldFormat", "xlsb");
  if (!directory.has("[content_types].xml")) throw new WorkbookError("notAWorkbook", "zip");
  if (directory.has("word/document.xml") || directory.has("ppt/presentation.xml")) {
    throw new WorkbookError("notAWorkbook", "another office document");
  }
}

function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  const text = decodeStrictly(bytes, encoding);
  // Office never writes either; both exist here only to make a reader fetch or multiply text.
  if (text.includes("<!DOCTYPE") || text.includes("<!ENTITY")) {
    throw new WorkbookError("hostile", "document type declaration");
  }
  return text;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new WorkbookError("damaged", "text encoding");
  }
}
