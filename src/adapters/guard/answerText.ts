import { WorkbookError } from "../../ports/workbookPorts";
import { recogniseFormat } from "./fileFormat";
import { type GuardedMarkup, guardWorkbook } from "./guardWorkbook";
import { decodeMarkup } from "./markupText";
import type { ReadingAnswer } from "./readingWorker";
import type { InflateWhole } from "./zip";

/** Loaded when a Word document comes. */
export type DocumentReader = () => Promise<(file: GuardedMarkup<"docx">) => string>;

/** Told by content: a Word document, or plain text. */
async function readText(
  bytes: Uint8Array,
  readDocument: DocumentReader,
  inflateWhole: InflateWhole | undefined,
): Promise<string> {
  switch (recogniseFormat(bytes)) {
    case "zip":
    case "ole":
    case "encryptedOffice": {
      const file = guardWorkbook(bytes, inflateWhole);
      if (file.format === "docx") return (await readDocument())(file);
      throw new WorkbookError("notAWorkbook", "noText");
    }
    case "biff":
    case "pdf":
    case "picture":
    case "unknown":
      throw new WorkbookError("notAWorkbook", "noText");
    default:
      return decodeMarkup(bytes);
  }
}

/** As `answerReading`, for text that somebody wrote. */
export async function answerText(
  bytes: Uint8Array,
  readDocument: DocumentReader,
  inflateWhole?: InflateWhole,
): Promise<ReadingAnswer> {
  try {
    const written = await readText(bytes, readDocument, inflateWhole);
    if (written.trim() === "") throw new WorkbookError("notAWorkbook", "emptyText");
    return { written };
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    const { code, detail } = error;
    const isOther = code === "notAWorkbook" && !["doc", "emptyText"].includes(detail);
    return { refused: code, detail: isOther ? "noText" : detail };
  }
}
