import { WorkbookError } from "../../ports/workbookPorts";
import type { ReadingAnswer } from "./readingWorker";
import { readXlsx } from "./xlsxReader";

/** What the thread does, apart from who asks it: who asks loads no reader. */
export function answerReading(bytes: Uint8Array): ReadingAnswer {
  try {
    return { snapshot: readXlsx(bytes) };
  } catch (error) {
    if (error instanceof WorkbookError) return { refused: error.code, detail: error.detail };
    throw error;
  }
}
