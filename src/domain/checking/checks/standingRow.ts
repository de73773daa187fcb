import type { ParagraphLine } from "../../narrative/standing/paragraphLines";
import { valueAt, type WorkbookSnapshot } from "../../workbook/workbookSnapshot";

/** Whether something stands where a paragraph of the 情况说明 has its row. */
export function rowIsFilled(
  { sheets }: WorkbookSnapshot,
  place: ParagraphLine["place"],
  sheetName: string,
): boolean {
  const sheet = sheets.find(({ name }) => name === (place?.sheet ?? sheetName));
  if (!sheet || !place) return false;
  const value = valueAt(sheet, { row: place.row, column: 1 });
  return value !== null && (typeof value !== "string" || value.trim() !== "");
}
