import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationType,
  type IRange,
  type ISheetDataValidationRule,
} from "@univerjs/core";
import type { CellRange } from "../../domain/workbook/cellAddress";
import type { PlannedValidation } from "../../domain/workbook/writePlan";

export const VALIDATIONS_RESOURCE = "SHEET_DATA_VALIDATION_PLUGIN";

/** Whatever a person types as a figure, with Excel's 15 digits. */
const DECIMAL_BOUND = "999999999999999";
const ERROR_STYLES = {
  stop: DataValidationErrorStyle.STOP,
  warning: DataValidationErrorStyle.WARNING,
  information: DataValidationErrorStyle.INFO,
} as const;

export function toGridRange({ top, left, bottom, right }: CellRange): IRange {
  return { startRow: top - 1, endRow: bottom - 1, startColumn: left - 1, endColumn: right - 1 };
}

export function toCellRange({ startRow, endRow, startColumn, endColumn }: IRange): CellRange {
  return { top: startRow + 1, left: startColumn + 1, bottom: endRow + 1, right: endColumn + 1 };
}

const OURS = "plan-";

function ruleId(sheetId: string, index: number): string {
  return `${OURS}${sheetId}-${String(index)}`;
}

export function isOurValidation({ uid }: { readonly uid: string }): boolean {
  return uid.startsWith(OURS);
}

export function toGridValidations(
  sheetId: string,
  validations: readonly PlannedValidation[],
): ISheetDataValidationRule[] {
  return validations.map((validation, index) => ({
    uid: ruleId(sheetId, index),
    ranges: [toGridRange(validation.range)],
    ...criteria(validation),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: ERROR_STYLES[validation.severity],
    errorTitle: validation.title,
    error: validation.message,
  }));
}

function criteria({ kind, formulas = [] }: PlannedValidation) {
  switch (kind) {
    case "decimal":
      return {
        type: DataValidationType.DECIMAL,
        operator: DataValidationOperator.BETWEEN,
        formula1: `-${DECIMAL_BOUND}`,
        formula2: DECIMAL_BOUND,
      };
    case "list":
      return { type: DataValidationType.LIST, formula1: formulas.join(",") };
    case "custom":
      return { type: DataValidationType.CUSTOM, formula1: `=${formulas[0] ?? ""}` };
  }
}
