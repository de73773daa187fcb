import {
  WorkbookError,
  type WorkbookExtras,
  type WorkbookSnapshot,
} from "../../ports/workbookPorts";
import { type GuardedFile, type GuardedPackage, guardWorkbook } from "./guardWorkbook";
import type { ReadingAnswer } from "./readingWorker";
import type { InflateWhole } from "./zip";

type Format = GuardedFile["format"];
type Reader<F extends Format> = (file: Extract<GuardedFile, { format: F }>) => WorkbookSnapshot;

/** One for each format, loaded when a file of its kind comes. */
export type FormatReaders = { readonly [F in Format]: () => Promise<Reader<F>> };

export interface ReadingTools {
  readonly inspect?: ((file: GuardedPackage) => WorkbookExtras) | undefined;
  readonly inflateWhole?: InflateWhole;
}

async function read(file: GuardedFile, readers: FormatReaders): Promise<WorkbookSnapshot> {
  switch (file.format) {
    case "xlsx":
      return (await readers.xlsx())(file);
    case "xls":
      return (await readers.xls())(file);
    case "ods":
      return (await readers.ods())(file);
    case "docx":
      return (await readers.docx())(file);
    case "spreadsheetXml":
      return (await readers.spreadsheetXml())(file);
    case "html":
      return (await readers.html())(file);
  }
}

/** What the thread does, apart from who asks it: who asks loads no reader. */
export async function answerReading(
  bytes: Uint8Array,
  readers: FormatReaders,
  { inspect, inflateWhole }: ReadingTools = {},
): Promise<ReadingAnswer> {
  try {
    const file = guardWorkbook(bytes, inflateWhole);
    const snapshot = await read(file, readers);
    return inspect && file.format === "xlsx" ? { snapshot, extras: inspect(file) } : { snapshot };
  } catch (error) {
    if (error instanceof WorkbookError) return { refused: error.code, detail: error.detail };
    throw error;
  }
}
