import { isErrorValue, type CellValue } from "../../../domain/workbook/workbookSnapshot";

/** What a cell holds, as it would print. */
export function cellText(value: CellValue): string {
  if (typeof value === "number") return value.toFixed(2);
  return isErrorValue(value) ? value.error : String(value ?? "");
}
