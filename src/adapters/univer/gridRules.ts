import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationType,
  type IRange,
  type ISheetDataValidationRule,
  type IStyleBase,
} from "@univerjs/core";
import type { CellRange } from "../../domain/workbook/cellAddress";
import type { PlannedConditionalFormat, PlannedValidation } from "../../domain/workbook/writePlan";
import { toMarkStyle } from "./gridStyle";

export const MARKS_RESOURCE = "SHEET_CONDITIONAL_FORMATTING_PLUGIN";
export const VALIDATIONS_RESOURCE = "SHEET_DATA_VALIDATION_PLUGIN";

/** Whatever a person types as a figure, with Excel's 15 digits. */
const DECIMAL_BOUND = "999999999999999";
const ERROR_STYLES = {
  stop: DataValidationErrorStyle.STOP,
  warning: DataValidationErrorStyle.WARNING,
  information: DataValidationErrorStyle.INFO,
} as const;

export interface GridMark {
  readonly cfId: string;
  readonly fromPlan: true;
  readonly stopIfTrue: boolean;
  readonly ranges: IRange[];
  readonly rule: {
    readonly type: "highlightCell";
    readonly subType: "formula";
    readonly value: string;
    readonly style: IStyleBase;
  };
}

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

/** Also the pieces into which the grid splits a mark of ours: each is a copy with another id. */
export function isOurMark(rule: object): boolean {
  return "fromPlan" in rule;
}

export function isOurValidation({ uid }: { readonly uid: string }): boolean {
  return uid.startsWith(OURS);
}

export function toGridMarks(
  sheetId: string,
  formats: readonly PlannedConditionalFormat[],
): GridMark[] {
  return formats.map(({ range, formula, style }, index) => ({
    cfId: ruleId(sheetId, index),
    fromPlan: true,
    stopIfTrue: false,
    ranges: [toGridRange(range)],
    rule: {
      type: "highlightCell",
      subType: "formula",
      value: `=${formula}`,
      style: toMarkStyle(style),
    },
  }));
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
