import { WorkbookError } from "../../ports/workbookPorts";
import { type BiffRecords, guardBiff } from "./biffRecords";
import { findOleStream } from "./compoundFile";
import { hasOleStream, recogniseFormat } from "./fileFormat";
import { FILE_LIMITS } from "./fileLimits";
import { decodeMarkup, decodeUtf, refuseDeclarations } from "./markupText";
import { walkXml, type XmlAttributes } from "./xmlWalk";
import { Inflater, type InflateWhole, readZipDirectory, type ZipEntry } from "./zip";

/** An .xlsx or .xlsm. */
export interface GuardedPackage {
  readonly format: "xlsx";
  /**
   * The text of every XML part, by its path in lower case. Pictures, macros and other binaries are never
   * inflated: no reader gets them.
   */
  readonly parts: ReadonlyMap<string, string>;
}

export interface GuardedRecords extends BiffRecords {
  readonly format: "xls";
}

export interface GuardedMarkup<Format extends "ods" | "docx" | "spreadsheetXml" | "html"> {
  readonly format: Format;
  readonly text: string;
}

export type GuardedFile =
  | GuardedPackage
  | GuardedRecords
  | GuardedMarkup<"ods">
  | GuardedMarkup<"docx">
  | GuardedMarkup<"spreadsheetXml">
  | GuardedMarkup<"html">;

type Directory = ReadonlyMap<string, ZipEntry>;

const ODS_MIME = "application/vnd.oasis.opendocument.spreadsheet";
const ODS_MANIFEST = "meta-inf/manifest.xml";

/** Everything that is not an intact workbook is refused here, before any reader sees it. */
export function guardWorkbook(bytes: Uint8Array, inflateWhole?: InflateWhole): GuardedFile {
  if (bytes.length > FILE_LIMITS.fileBytes) throw new WorkbookError("tooLarge", "file size");
  const format = recogniseFormat(bytes);
  switch (format) {
    case "zip":
      return guardZip(bytes, inflateWhole);
    case "ole":
      return guardOle(bytes);
    case "biff":
      // A copy: the guard crosses records out, and the bytes are the caller's.
      return { format: "xls", ...guardBiff(bytes.slice()) };
    case "flatOds":
      return { format: "ods", text: refuseDeclarations(decodeMarkup(bytes)) };
    case "spreadsheetXml":
      return { format, text: refuseDeclarations(decodeMarkup(bytes)) };
    case "html":
      return { format, text: decodeMarkup(bytes) };
    case "encryptedOffice":
      throw new WorkbookError("encrypted", "encrypted package");
    case "webArchive":
      throw new WorkbookError("oldFormat", format);
    case "empty":
      throw new WorkbookError("damaged", "empty file");
    default:
      throw new WorkbookError("notAWorkbook", format);
  }
}

function guardOle(bytes: Uint8Array): GuardedRecords {
  // Files for Excel 95 and 97 at once hold both.
  const stream = findOleStream(bytes, ["workbook", "book"]);
  if (!stream) {
    const isDocument = hasOleStream(bytes, "WordDocument");
    throw new WorkbookError("notAWorkbook", isDocument ? "doc" : "another ole file");
  }
  return { format: "xls", ...guardBiff(stream) };
}

function guardZip(bytes: Uint8Array, inflateWhole: InflateWhole | undefined): GuardedFile {
  const directory = readZipDirectory(bytes);
  const inflater = new Inflater(bytes, inflateWhole);
  if (isOds(directory, inflater)) return guardOds(directory, inflater);
  refuseOtherPackages(directory);
  const document = documentPart(directory, inflater);
  if (document) {
    return { format: "docx", text: refuseDeclarations(decodeUtf(inflater.inflate(document))) };
  }

  const parts = new Map<string, string>();
  for (const [name, entry] of directory) {
    if (/\.(?:xml|rels)$/u.test(name)) {
      parts.set(name, refuseDeclarations(decodeUtf(inflater.inflate(entry))));
    }
  }
  return { format: "xlsx", parts };
}

function textOf(directory: Directory, name: string, inflater: Inflater): string {
  const entry = directory.get(name);
  return entry ? new TextDecoder().decode(inflater.inflate(entry)) : "";
}

/** By the part that says so, and where a zip program has lost it, by the list of parts. */
function isOds(directory: Directory, inflater: Inflater): boolean {
  const mime = textOf(directory, "mimetype", inflater).trim();
  if (mime.startsWith(ODS_MIME)) return true;
  if (mime !== "") throw new WorkbookError("notAWorkbook", mime.slice(0, 100));
  return textOf(directory, ODS_MANIFEST, inflater).includes(ODS_MIME);
}

function guardOds(directory: Directory, inflater: Inflater): GuardedMarkup<"ods"> {
  // Parts that are encrypted are listed with how; their names stay.
  if (textOf(directory, ODS_MANIFEST, inflater).includes("encryption-data")) {
    throw new WorkbookError("encrypted", "ods");
  }
  const content = directory.get("content.xml");
  if (!content) throw new WorkbookError("damaged", "no content part");
  return { format: "ods", text: refuseDeclarations(decodeUtf(inflater.inflate(content))) };
}

function refuseOtherPackages(directory: Directory): void {
  if (directory.has("xl/workbook.bin")) throw new WorkbookError("oldFormat", "xlsb");
  if (!directory.has("[content_types].xml")) throw new WorkbookError("notAWorkbook", "zip");
  if (directory.has("ppt/presentation.xml")) {
    throw new WorkbookError("notAWorkbook", "another office document");
  }
}

const DOCUMENT =
  /wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\..*main/iu;

/** The text of a Word document, by its usual name or as the list of contents says. */
export function documentPart(directory: Directory, inflater: Inflater): ZipEntry | undefined {
  if (![...directory.keys()].some((name) => name.startsWith("word/"))) return undefined;
  const usual = directory.get("word/document.xml");
  const types = directory.get("[content_types].xml");
  if (usual || !types) return usual;
  let part: ZipEntry | undefined;
  walkXml(refuseDeclarations(decodeUtf(inflater.inflate(types))), {
    open: (name: string, attributes: XmlAttributes) => {
      if (name !== "Override" || !DOCUMENT.test(attributes.get("ContentType") ?? "")) return;
      const partName = attributes.get("PartName") ?? "";
      part ??= directory.get(partName.replace(/^\//u, "").toLowerCase());
    },
    text: () => undefined,
    close: () => undefined,
  });
  return part;
}
