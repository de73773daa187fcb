import type {
  PlannedConditionalFormat,
  PlannedValidation,
  SheetPlan,
} from "../../domain/workbook/writePlan";
import type { OwnMark } from "./ownMarks";
import { bytesOf, type Names, OBJECT_BYTES, onRange, type SheetOrder } from "./sheetOrder";
import { withSheetNames } from "./shortNames";

/** Whatever a person types as a figure, with Excel's 15 digits. */
const DECIMAL_BOUND = 999_999_999_999_999;
const SEVERITIES = { stop: "Stop", warning: "Warning", information: "Information" } as const;

export function markOrders(
  { conditionalFormats }: Pick<SheetPlan, "conditionalFormats">,
  sheet: string,
  names: Names,
): SheetOrder[] {
  return conditionalFormats.map(({ range, formula, style }) => {
    const text = `=${withSheetNames(formula, names)}`;
    return onRange(sheet, range, 8 * OBJECT_BYTES + bytesOf(text), (cells) => {
      const { custom } = cells.conditionalFormats.add("Custom");
      custom.rule.formula = text;
      paintMark(custom.format, style);
    });
  });
}

function paintMark(
  format: Excel.ConditionalRangeFormat,
  { fill, color, bold }: PlannedConditionalFormat["style"],
): void {
  if (fill !== undefined) format.fill.color = `#${fill}`;
  if (color !== undefined) format.font.color = `#${color}`;
  if (bold !== undefined) format.font.bold = bold;
}

export function validationOrders(
  { validations }: SheetPlan,
  sheet: string,
  names: Names,
): SheetOrder[] {
  return validations.map((validation) =>
    onRange(
      sheet,
      validation.range,
      3 * OBJECT_BYTES + bytesOf(validation),
      ({ dataValidation }) => {
        dataValidation.rule = validationRule(validation, names);
        dataValidation.errorAlert = {
          showAlert: true,
          style: SEVERITIES[validation.severity],
          title: validation.title,
          message: validation.message,
        };
      },
    ),
  );
}

function validationRule(
  { kind, formulas = [] }: PlannedValidation,
  names: Names,
): Excel.DataValidationRule {
  switch (kind) {
    case "decimal":
      return {
        decimal: { formula1: -DECIMAL_BOUND, formula2: DECIMAL_BOUND, operator: "Between" },
      };
    case "list":
      return { list: { inCellDropDown: true, source: formulas.join(",") } };
    case "custom":
      return { custom: { formula: `=${withSheetNames(formulas[0] ?? "", names)}` } };
  }
}

export function clearMarkOrders(marks: readonly OwnMark[], sheet: string): SheetOrder[] {
  return marks.map(({ range, id }) =>
    onRange(sheet, range, 2 * OBJECT_BYTES, (cells) => {
      cells.conditionalFormats.getItem(id).delete();
    }),
  );
}

export function clearOrders(
  { validations }: SheetPlan,
  sheet: string,
  marks: readonly OwnMark[],
): SheetOrder[] {
  return [
    ...clearMarkOrders(marks, sheet),
    ...validations.map(({ range }) =>
      onRange(sheet, range, OBJECT_BYTES, ({ dataValidation }) => {
        dataValidation.clear();
      }),
    ),
  ];
}
