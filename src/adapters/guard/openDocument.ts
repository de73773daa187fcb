import { WorkbookError } from "../../ports/workbookPorts";
import { FILE_LIMITS } from "./fileLimits";
import { recogniseFormat } from "./fileFormat";
import { documentPart } from "./guardWorkbook";
import { decodeUtf, refuseDeclarations } from "./markupText";
import { Inflater, readZipDirectory } from "./zip";

/** A Word document with all its parts, to be written anew. */
export interface OpenedDocument {
  /** The part that holds the text. */
  readonly part: string;
  readonly text: string;
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

export function openDocument(bytes: Uint8Array): OpenedDocument {
  if (bytes.length > FILE_LIMITS.fileBytes) throw new WorkbookError("tooLarge", "file size");
  if (recogniseFormat(bytes) !== "zip") throw new WorkbookError("notAWorkbook", "noText");
  const directory = readZipDirectory(bytes);
  const inflater = new Inflater(bytes);
  const document = documentPart(directory, inflater);
  if (!document) throw new WorkbookError("notAWorkbook", "noText");
  const parts = new Map<string, Uint8Array>();
  for (const entry of directory.values()) {
    if (!entry.name.endsWith("/")) parts.set(entry.name, inflater.inflate(entry));
  }
  const text = refuseDeclarations(decodeUtf(parts.get(document.name) ?? new Uint8Array()));
  return { part: document.name, text, parts };
}
