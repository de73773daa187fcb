import {
  type CellPosition,
  type CellRange,
  formatPosition,
  formatRange,
  MAX_COLUMN,
  MAX_ROW,
  rangeContains,
} from "../../domain/workbook/cellAddress";
import { type CellValue, isErrorValue, NO_RESULT } from "../../domain/workbook/workbookSnapshot";
import {
  MARK_FORMULA_LENGTH,
  type PlannedCell,
  type PlannedValidation,
  type SheetPlan,
  type WritePlan,
} from "../../domain/workbook/writePlan";
import { WorkbookError } from "../../ports/workbookPorts";
import { stringLiterals } from "./formulaText";

/** Excel's own. Beyond them it refuses the file, or "repairs" it by leaving things out. */
export const PLAN_LIMITS = {
  sheetName: 31,
  cellText: 32_767,
  formula: 8_192,
  formulaLiteral: 255,
  markFormula: MARK_FORMULA_LENGTH,
  styles: 64_000,
  validationTitle: 32,
  validationMessage: 255,
  listChoices: 255,
  /** Not Excel's: cells under all merges of a sheet, each of which is written with its border. */
  mergedCells: 200_000,
} as const;

export const EXCEL_ERRORS: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
]);

function refuse(place: string, problem: string): never {
  throw new WorkbookError("invalidPlan", `${place}: ${problem}`);
}

/** Refuses, before anything is written, what Excel would not open or would silently change. */
export function checkPlan(plan: WritePlan): void {
  if (plan.styles.size > PLAN_LIMITS.styles) refuse("plan", "too many styles");
  const names = new Set<string>();
  for (const sheet of plan.sheets) {
    checkSheetName(sheet.name);
    const key = sheet.name.toLowerCase();
    if (names.has(key)) refuse(sheet.name, "sheet name twice");
    names.add(key);
    checkSheet(sheet, plan);
  }
  if (plan.activeSheet !== undefined) {
    const active = plan.sheets.find(({ name }) => name === plan.activeSheet);
    if (active?.visibility !== "visible") refuse(plan.activeSheet, "active sheet is not shown");
  }
}

function checkSheetName(name: string): void {
  if (name.trim() === "") refuse("plan", "sheet without name");
  if (name.length > PLAN_LIMITS.sheetName) refuse(name, "sheet name too long");
  // An apostrophe is allowed by Excel inside a name, but not written rightly into print areas.
  if (/[*?:/\\[\]']/u.test(name)) refuse(name, "sheet name with forbidden character");
  if (name.toLowerCase() === "history") refuse(name, "sheet name reserved by Excel");
}

function checkSheet(sheet: SheetPlan, plan: WritePlan): void {
  checkMerges(sheet);
  const taken = new Set<string>();
  for (const cell of sheet.cells) {
    const place = `${sheet.name}!${formatPosition(cell)}`;
    checkCell(cell, place);
    if (taken.has(place)) refuse(place, "cell twice");
    taken.add(place);
    if (cell.style !== undefined && !plan.styles.has(cell.style)) refuse(place, "unknown style");
  }
  const lines = [...sheet.columnWidths.keys(), ...sheet.hiddenColumns];
  if (lines.some((column) => !isWithin(column, MAX_COLUMN)))
    refuse(sheet.name, "column off the grid");
  const rows = [...sheet.rowHeights.keys(), ...sheet.hiddenRows];
  if (rows.some((row) => !isWithin(row, MAX_ROW))) refuse(sheet.name, "row off the grid");
  for (const { range, formula } of sheet.conditionalFormats) {
    checkRange(range, sheet.name);
    const place = `${sheet.name}!${formatRange(range)}`;
    checkFormula(formula, place);
    if (formula.length > PLAN_LIMITS.markFormula) refuse(place, "formula of a mark too long");
  }
  for (const validation of sheet.validations) checkValidation(validation, sheet.name);
}

function isWithin(number: number, last: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= last;
}

function checkRange(range: CellRange, place: string): void {
  const onGrid =
    isWithin(range.top, MAX_ROW) &&
    isWithin(range.bottom, MAX_ROW) &&
    isWithin(range.left, MAX_COLUMN) &&
    isWithin(range.right, MAX_COLUMN);
  if (!onGrid || range.top > range.bottom || range.left > range.right) {
    refuse(place, "range off the grid");
  }
}

/** Also for single cells written into a sheet that is there. */
export function checkCell(
  cell: CellPosition & { readonly value: CellValue; readonly formula?: string },
  place: string,
): void {
  if (!isWithin(cell.row, MAX_ROW) || !isWithin(cell.column, MAX_COLUMN)) {
    refuse(place, "cell off the grid");
  }
  if (typeof cell.value === "number" && !Number.isFinite(cell.value)) refuse(place, "no number");
  if (typeof cell.value === "string" && cell.value.length > PLAN_LIMITS.cellText) {
    refuse(place, "text too long");
  }
  if (isErrorValue(cell.value)) {
    const { error } = cell.value;
    const known = EXCEL_ERRORS.has(error) || (error === NO_RESULT && cell.formula !== undefined);
    if (!known) refuse(place, "unknown error value");
  }
  if (cell.formula !== undefined) checkFormula(cell.formula, place);
}

function checkFormula(formula: string, place: string): void {
  if (formula === "" || formula.startsWith("=")) refuse(place, 'formula empty or with "="');
  if (formula.length > PLAN_LIMITS.formula) refuse(place, "formula too long");
  if (stringLiterals(formula).some((text) => text.length > PLAN_LIMITS.formulaLiteral)) {
    refuse(place, "text in formula too long");
  }
}

function checkMerges(sheet: SheetPlan): void {
  const covered = new Set<string>();
  for (const merge of sheet.merges) {
    checkRange(merge, sheet.name);
    const place = `${sheet.name}!${formatRange(merge)}`;
    if (merge.top === merge.bottom && merge.left === merge.right)
      refuse(place, "merge of one cell");
    if (covered.size + rangeSize(merge) > PLAN_LIMITS.mergedCells) refuse(place, "merge too large");
    for (const position of positionsIn(merge)) {
      const key = formatPosition(position);
      if (covered.has(key)) refuse(place, "merges overlap");
      covered.add(key);
    }
  }
  const hidden = sheet.cells.find(
    (cell) => isFilled(cell) && isCovered(cell, sheet.merges, covered),
  );
  if (hidden) refuse(`${sheet.name}!${formatPosition(hidden)}`, "value under a merge");
}

function isFilled(cell: PlannedCell): boolean {
  return cell.value !== null || cell.formula !== undefined;
}

function isCovered(
  cell: PlannedCell,
  merges: readonly CellRange[],
  covered: ReadonlySet<string>,
): boolean {
  if (!covered.has(formatPosition(cell))) return false;
  const merge = merges.find((range) => rangeContains(range, cell));
  return merge !== undefined && (merge.top !== cell.row || merge.left !== cell.column);
}

function checkValidation(validation: PlannedValidation, sheet: string): void {
  const place = `${sheet}!${formatRange(validation.range)}`;
  checkRange(validation.range, sheet);
  if (validation.title.length > PLAN_LIMITS.validationTitle)
    refuse(place, "validation title too long");
  if (validation.message.length > PLAN_LIMITS.validationMessage) {
    refuse(place, "validation message too long");
  }
  const formulas = validation.formulas ?? [];
  if (validation.kind === "custom") checkFormula(formulas[0] ?? "", place);
  if (validation.kind === "list") {
    if (formulas.length === 0 || formulas.join(",").length > PLAN_LIMITS.listChoices) {
      refuse(place, "list of choices empty or too long");
    }
    if (formulas.some((choice) => /[,"]/u.test(choice)))
      refuse(place, "comma or quote in a choice");
  }
}

export function rangeSize(range: CellRange): number {
  return (range.bottom - range.top + 1) * (range.right - range.left + 1);
}

export function* positionsIn(range: CellRange): Generator<CellPosition> {
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) yield { row, column };
  }
}
