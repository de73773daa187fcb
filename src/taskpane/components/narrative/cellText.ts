import type { CellAddress } from "../../../domain/workbook/cellAddress";
import {
  isErrorValue,
  valueAt,
  type WorkbookSnapshot,
} from "../../../domain/workbook/workbookSnapshot";
import { strings } from "../../strings";

/** Beyond these digits a spreadsheet keeps none. */
const DIGITS = 15;

/** What stands in a cell, as one would type it. */
export function cellText({ sheets }: WorkbookSnapshot, cell: CellAddress): string {
  const sheet = sheets.find(({ name }) => name === cell.sheet);
  const value = sheet ? valueAt(sheet, cell) : null;
  if (value === null || value === "") return strings.check.blank;
  if (isErrorValue(value)) return value.error;
  return typeof value === "number" ? String(Number(value.toPrecision(DIGITS))) : String(value);
}
