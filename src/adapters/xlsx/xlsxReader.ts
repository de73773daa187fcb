import { type GuardedPackage, guardWorkbook } from "../guard/guardWorkbook";
import { SnapshotBuilder } from "../guard/snapshotBuilder";
import {
  WorkbookError,
  type WorkbookReader,
  type WorkbookSnapshot,
} from "../../ports/workbookPorts";
import { readWorkbookParts } from "./packageParts";
import { readSharedStrings } from "./sharedStrings";
import { readSheetCells } from "./sheetReader";

export function readPackage(file: GuardedPackage): WorkbookSnapshot {
  const parts = readWorkbookParts(file.parts);
  const strings = parts.sharedStrings === undefined ? [] : readSharedStrings(parts.sharedStrings);
  const workbook = new SnapshotBuilder();
  for (const { name, visibility, xml } of parts.sheets) {
    const cells = workbook.startSheet();
    readSheetCells(xml, strings, cells);
    workbook.endSheet(cells, name, visibility);
  }
  return workbook.finish();
}

export function readXlsx(bytes: Uint8Array): WorkbookSnapshot {
  const file = guardWorkbook(bytes);
  if (file.format !== "xlsx") throw new WorkbookError("notAWorkbook", file.format);
  return readPackage(file);
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
