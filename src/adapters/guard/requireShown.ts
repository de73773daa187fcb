import { type SheetVisibility, WorkbookError } from "../../ports/workbookPorts";

/** Whoever hid a sheet shows it: a link does not. */
export function requireShown(name: string, visibility: SheetVisibility): void {
  if (visibility === "hidden") throw new WorkbookError("sheetHidden", name);
  if (visibility === "veryHidden") throw new WorkbookError("sheetVeryHidden", name);
}
