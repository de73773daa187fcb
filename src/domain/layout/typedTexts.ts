import { readFigure } from "../disclosure/readFigure";
import { UNDETERMINED } from "../expression/print/number";
import { formatPosition, type CellAddress } from "../workbook/cellAddress";
import {
  isErrorValue,
  valueAt,
  type CellValue,
  type SheetSnapshot,
} from "../workbook/workbookSnapshot";
import { RESULT_SHEETS } from "../workbook/resultSheets";
import type { PlannedCell, SheetPlan, WritePlan } from "../workbook/writePlan";

export function holdsResults(sheet: string): boolean {
  return RESULT_SHEETS.includes(sheet);
}

/** Something a person typed where the plan has a formula. */
export interface TypedText extends CellAddress {
  readonly value: string | number | boolean;
}

/**
 * What a person put in place of our formulas, sentences above all. A pasted result is not: it says what the formula
 * says. Figures in place of a total are not here either: the plan itself keeps those.
 */
export function typedTexts(
  { sheets }: WritePlan,
  snapshot: readonly SheetSnapshot[],
): readonly TypedText[] {
  return sheets
    .filter(({ name }) => !holdsResults(name))
    .flatMap((plan) => {
      const sheet = snapshot.find(({ name }) => name === plan.name);
      return sheet ? plan.cells.flatMap((cell) => typedText(sheet, cell) ?? []) : [];
    });
}

function typedText(sheet: SheetSnapshot, cell: PlannedCell): TypedText | undefined {
  const { row, column, formula } = cell;
  if (formula === undefined || sheet.formulas.has(formatPosition(cell))) return undefined;
  const value = valueAt(sheet, cell);
  return isTypedOver(value, cell) ? { sheet: sheet.name, row, column, value } : undefined;
}

/** Whether a value in place of the cell's formula is somebody's own. */
export function isTypedOver(value: CellValue, cell: PlannedCell): value is TypedText["value"] {
  if (value === null || isErrorValue(value)) return false;
  const text = String(value).trim();
  const given = typeof cell.value === "string" ? cell.value.trim() : "";
  if (["", UNDETERMINED, given].includes(text)) return false;
  return isSentence(given) || readFigure(value, 2).kind !== "amount";
}

/** Of other formulas the plan has decided already which figures give way to them. */
function isSentence(given: string): boolean {
  return given !== "" && given !== UNDETERMINED;
}

/** The plan with the person's words in place of the formulas. */
export function withTypedTexts(plan: WritePlan, typed: readonly TypedText[]): WritePlan {
  return { ...plan, sheets: plan.sheets.map((sheet) => withOwn(sheet, typed)) };
}

function withOwn(sheet: SheetPlan, typed: readonly TypedText[]): SheetPlan {
  const own = new Map(
    typed
      .filter((text) => text.sheet === sheet.name)
      .map((text) => [formatPosition(text), text.value]),
  );
  if (own.size === 0) return sheet;
  const rows = new Set(typed.flatMap(({ sheet: name, row }) => (name === sheet.name ? [row] : [])));
  return {
    ...sheet,
    hiddenRows: sheet.hiddenRows.filter((row) => !rows.has(row)),
    cells: sheet.cells.map((cell) => {
      const value = own.get(formatPosition(cell));
      if (value === undefined) return cell;
      const { row, column, style } = cell;
      return { row, column, value, ...(style === undefined ? {} : { style }) };
    }),
  };
}
