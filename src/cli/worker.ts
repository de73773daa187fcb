import { parentPort } from "node:worker_threads";
import { inflateRawSync } from "node:zlib";
import { answerReading, type FormatReaders } from "../adapters/guard/answerReading";
import { answerText, type DocumentReader } from "../adapters/guard/answerText";
import type { Wanted } from "../adapters/guard/readingWorker";
import type { InflateWhole } from "../adapters/guard/zip";
import { readPackage } from "../adapters/xlsx/xlsxReader";

/** Node's own is four times too small for most sheets. */
const CHUNK_BYTES = 64 * 1024;

/** All but the usual format are loaded only when such a file comes. */
const READERS: FormatReaders = {
  xlsx: () => Promise.resolve(readPackage),
  xls: async () => (await import("../adapters/xls/xlsReader")).readXls,
  ods: async () => (await import("../adapters/markup/odsReader")).readOds,
  docx: async () => (await import("../adapters/docx/docxReader")).readDocx,
  spreadsheetXml: async () =>
    (await import("../adapters/markup/spreadsheetXmlReader")).readSpreadsheetXml,
  html: async () => (await import("../adapters/markup/htmlReader")).readHtml,
};

const readDocument: DocumentReader = async () =>
  (await import("../adapters/docx/documentText")).readDocumentText;

const inflateWhole: InflateWhole = (packed, most) =>
  inflateRawSync(packed, { maxOutputLength: most, chunkSize: CHUNK_BYTES });

/** The thread in which workbooks are read: see `startReadingThread` in main.ts. */
parentPort?.on("message", (question: ReadingQuestion) => {
  void answer(question);
});

async function answer({ bytes, wanted }: ReadingQuestion): Promise<void> {
  if (wanted === "text") {
    parentPort?.postMessage(await answerText(bytes, readDocument, inflateWhole));
    return;
  }
  const inspect =
    wanted === "extras" ? (await import("../adapters/xlsx/extrasReader")).readExtras : undefined;
  parentPort?.postMessage(await answerReading(bytes, READERS, { inspect, inflateWhole }));
}

export interface ReadingQuestion {
  readonly bytes: Uint8Array;
  readonly wanted?: Wanted | undefined;
}
