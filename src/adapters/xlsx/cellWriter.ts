import type { CellErrorValue, CellFormulaValue, CellValue as ExcelValue } from "exceljs";
import { type CellValue, isErrorValue, NO_RESULT } from "../../domain/workbook/workbookSnapshot";
import type { PlannedCell } from "../../domain/workbook/writePlan";
import { mapUnquoted } from "../guard/formulaText";
import { EXCEL_ERRORS } from "../guard/planLimits";

/** Functions younger than the file format stand in it with this prefix, else Excel shows #NAME?. */
const YOUNGER =
  /\b(?=(?:AGGREGATE|CONCAT|FORMULATEXT|IFNA|IFS|ISFORMULA|MAXIFS|MINIFS|NUMBERVALUE|SWITCH|TEXTJOIN|UNICHAR|UNICODE|XLOOKUP|XOR)\()/giu;

function toExcelError(error: string): CellErrorValue {
  return { error: error as CellErrorValue["error"] };
}

/** What merely looks like one of Office's escapes is escaped itself. */
function escapeText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_");
}

function toResult(value: CellValue): CellFormulaValue["result"] {
  if (value === null) return "";
  if (typeof value === "string") {
    return EXCEL_ERRORS.has(value) ? toExcelError(value) : escapeText(value);
  }
  if (!isErrorValue(value)) return value;
  return value.error === NO_RESULT ? undefined : toExcelError(value.error);
}

export function toExcelValue({ value, formula }: PlannedCell): ExcelValue {
  if (formula !== undefined) {
    const text = mapUnquoted(formula, (code) => code.replace(YOUNGER, "_xlfn."));
    return { formula: text, result: toResult(value) };
  }
  if (typeof value === "string") return escapeText(value);
  return isErrorValue(value) ? toExcelError(value.error) : value;
}
