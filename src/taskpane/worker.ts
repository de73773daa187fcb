import { answerReading, type FormatReaders } from "../adapters/guard/answerReading";
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

/** The thread in which workbooks are read, for the pane and for the page. */
self.addEventListener("message", ({ data }: MessageEvent<Uint8Array>) => {
  answer(data).catch((error: unknown) => {
    // Whoever asked hears of errors, not of rejections.
    setTimeout(() => {
      throw error;
    });
  });
});

async function answer(bytes: Uint8Array): Promise<void> {
  self.postMessage(await answerReading(bytes, READERS));
}
