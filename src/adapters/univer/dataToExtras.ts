import type { IWorkbookData } from "@univerjs/core";
import { spansOf, type WorkbookExtras } from "../../domain/workbook/workbookExtras";
import { hiddenLines } from "./dataToPlan";
import { sheetsOf } from "./dataToSnapshot";

/** The grid has no comments, links or properties, and a file made from it has none. */
export function extrasOf(data: IWorkbookData): WorkbookExtras {
  return {
    sheets: sheetsOf(data).map((sheet) => ({
      name: sheet.name ?? "",
      hiddenRows: spansOf(hiddenLines(sheet.rowData)),
      hiddenColumns: spansOf(hiddenLines(sheet.columnData)),
      comments: [],
      links: [],
    })),
    sources: [],
    properties: {},
    untold: new Map(),
  };
}
