import { answerReading, type FormatReaders } from "../../src/adapters/guard/answerReading";
import { readDocx } from "../../src/adapters/docx/docxReader";
import { readHtml } from "../../src/adapters/markup/htmlReader";
import { readOds } from "../../src/adapters/markup/odsReader";
import { readSpreadsheetXml } from "../../src/adapters/markup/spreadsheetXmlReader";
import { readXls } from "../../src/adapters/xls/xlsReader";
import { readPackage } from "../../src/adapters/xlsx/xlsxReader";
import { WorkbookError, type WorkbookSnapshot } from "../../src/ports/workbookPorts";

const READERS: FormatReaders = {
  xlsx: async () => readPackage,
  xls: async () => readXls,
  ods: async () => readOds,
  docx: async () => readDocx,
  spreadsheetXml: async () => readSpreadsheetXml,
  html: async () => readHtml,
};

/** Any workbook, in this thread; what the threads of the program do. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const answer = await answerReading(bytes, READERS);
  if ("refused" in answer) throw new WorkbookError(answer.refused, answer.detail);
  if ("written" in answer) throw new Error("text for a workbook");
  return answer.snapshot;
}

/** The code it is refused with, or "read". A mistake of ours is thrown. */
export async function outcomeOf(bytes: Uint8Array): Promise<string> {
  const answer = await answerReading(bytes, READERS);
  return "refused" in answer ? answer.refused : "read";
}
