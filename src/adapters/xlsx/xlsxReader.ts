import { guardWorkbook } from "../guard/guardWorkbook";
import {
  type SheetSnapshot,
  WorkbookError,
  type WorkbookReader,
  type WorkbookSnapshot,
} from "../../ports/workbookPorts";
import { settleMerges } from "./merges";
import { readWorkbookParts, type SheetPart } from "./packageParts";
import { ReadBudget } from "./readBudget";
import { readSharedStrings } from "./sharedStrings";
import { readSheetCells } from "./sheetReader";

function readSheet(part: SheetPart, strings: readonly string[], budget: ReadBudget): SheetSnapshot {
  const cells = readSheetCells(part.xml, strings, budget);
  const merges = settleMerges(cells, budget);
  return {
    id: part.name,
    name: part.name,
    visibility: part.visibility,
    values: cells.values,
    formulas: cells.formulas,
    merges,
  };
}

export function readXlsx(bytes: Uint8Array): WorkbookSnapshot {
  const parts = readWorkbookParts(guardWorkbook(bytes).parts);
  const strings = parts.sharedStrings === undefined ? [] : readSharedStrings(parts.sharedStrings);
  const budget = new ReadBudget();
  const sheets = parts.sheets.map((part) => readSheet(part, strings, budget));
  if (budget.cells === 0) throw new WorkbookError("emptyWorkbook");
  return { sheets };
}

/**
 * Reads the parts itself: exceljs cannot tell a formula's empty text from a missing result, slides references
 * inside the texts of shared formulas, and is killed by ordinary column and merge definitions.
 */
export class XlsxReader implements WorkbookReader {
  constructor(private readonly bytes: Uint8Array) {}

  read(): Promise<WorkbookSnapshot> {
    return new Promise((resolve) => {
      resolve(readXlsx(this.bytes));
    });
  }
}
