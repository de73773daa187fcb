import { answerReading, type FormatReaders } from "../adapters/guard/answerReading";
import { answerText, type DocumentReader } from "../adapters/guard/answerText";
import type { WorkerQuestion } from "../adapters/browser/workerThread";
import { readPackage } from "../adapters/xlsx/xlsxReader";

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

/** The thread in which workbooks are read, for the pane and for the page. */
self.addEventListener("message", ({ data }: MessageEvent<WorkerQuestion>) => {
  answer(data).catch((error: unknown) => {
    // Whoever asked hears of errors, not of rejections.
    setTimeout(() => {
      throw error;
    });
  });
});

async function answer({ bytes, wanted }: WorkerQuestion): Promise<void> {
  self.postMessage(
    wanted === "text" ? await answerText(bytes, readDocument) : await answerReading(bytes, READERS),
  );
}
