import type { DataValidation, Style, Workbook, Worksheet, WorksheetView } from "exceljs";
import { formatPosition, formatRange } from "../../domain/workbook/cellAddress";
import {
  PAGE_NUMBERS,
  type PageSetup,
  type PlannedValidation,
  type SheetPlan,
} from "../../domain/workbook/writePlan";
import { positionsIn } from "../guard/planLimits";
import { toMarkStyle } from "./cellStyle";
import { toExcelValue } from "./cellWriter";

const PAPER_A4 = 9;
const CENTIMETRES_PER_INCH = 2.54;
const DEFAULT_MARGINS = { left: 1.8, right: 1.8, top: 1.9, bottom: 1.9 };
const HEADER_MARGIN = 0.8;
/** Whatever a person types as a figure, with Excel's 15 digits. */
const DECIMAL_BOUND = 999_999_999_999_999;
/** exceljs takes 9 for "not set" and would leave the width out. */
const LIBRARY_DEFAULT_WIDTH = 9;
const DEFAULT_ROW_HEIGHT = 15;

type Styles = ReadonlyMap<string, Partial<Style>>;

export function writeSheet(workbook: Workbook, plan: SheetPlan, styles: Styles): void {
  const sheet = workbook.addWorksheet(plan.name, {
    state: plan.visibility,
    views: [toView(plan.freeze)],
    ...(plan.tabColor === undefined
      ? {}
      : { properties: { tabColor: { argb: `FF${plan.tabColor}` } } }),
  });
  writeCells(sheet, plan, styles);
  writeMerges(sheet, plan);
  writeSizes(sheet, plan);
  if (plan.pageSetup) writePageSetup(sheet, plan.pageSetup);
  plan.conditionalFormats.forEach(({ range, formula, style }, index) => {
    sheet.addConditionalFormatting({
      ref: formatRange(range),
      rules: [
        { type: "expression", priority: index + 1, formulae: [formula], style: toMarkStyle(style) },
      ],
    });
  });
  for (const validation of plan.validations) writeValidation(sheet, validation);
}

function toView(freeze: SheetPlan["freeze"]): Partial<WorksheetView> {
  if (!freeze || (freeze.rows === 0 && freeze.columns === 0)) return { state: "normal" };
  const corner = formatPosition({ row: freeze.rows + 1, column: freeze.columns + 1 });
  return { state: "frozen", xSplit: freeze.columns, ySplit: freeze.rows, activeCell: corner };
}

function writeCells(sheet: Worksheet, plan: SheetPlan, styles: Styles): void {
  for (const planned of plan.cells) {
    const cell = sheet.getCell(planned.row, planned.column);
    cell.value = toExcelValue(planned);
    const style = planned.style === undefined ? undefined : styles.get(planned.style);
    if (style) cell.style = style;
  }
}

/** Each cell under a merge gets the anchor's style: a border is drawn only where its own cell has it. */
function writeMerges(sheet: Worksheet, plan: SheetPlan): void {
  const styled = new Set(
    plan.cells.filter(({ style }) => style !== undefined).map((cell) => formatPosition(cell)),
  );
  for (const merge of plan.merges) {
    const { style } = sheet.getCell(merge.top, merge.left);
    sheet.mergeCellsWithoutStyle(formatRange(merge));
    for (const position of positionsIn(merge)) {
      if (!styled.has(formatPosition(position))) {
        sheet.getCell(position.row, position.column).style = style;
      }
    }
  }
}

function writeSizes(sheet: Worksheet, plan: SheetPlan): void {
  for (const [column, width] of plan.columnWidths) {
    sheet.getColumn(column).width = width === LIBRARY_DEFAULT_WIDTH ? width + 0.01 : width;
  }
  for (const [row, height] of plan.rowHeights) sheet.getRow(row).height = height;
  for (const column of plan.hiddenColumns) sheet.getColumn(column).hidden = true;
  for (const number of plan.hiddenRows) {
    const row = sheet.getRow(number);
    row.hidden = true;
    // exceljs leaves rows out that have neither cells nor height.
    if (row.cellCount === 0 && !plan.rowHeights.has(number)) row.height = DEFAULT_ROW_HEIGHT;
  }
}

function writePageSetup(sheet: Worksheet, setup: PageSetup): void {
  if (setup.pageNumbers) sheet.headerFooter.oddFooter = `&C${PAGE_NUMBERS}`;
  const { left, right, top, bottom } = setup.margins ?? DEFAULT_MARGINS;
  const { printArea, titleRows } = setup;
  Object.assign(sheet.pageSetup, {
    paperSize: PAPER_A4,
    orientation: setup.orientation,
    fitToPage: true,
    fitToWidth: setup.fitToWidth,
    fitToHeight: setup.fitToHeight,
    horizontalCentered: setup.centerHorizontally ?? false,
    margins: {
      left: left / CENTIMETRES_PER_INCH,
      right: right / CENTIMETRES_PER_INCH,
      top: top / CENTIMETRES_PER_INCH,
      bottom: bottom / CENTIMETRES_PER_INCH,
      header: HEADER_MARGIN / CENTIMETRES_PER_INCH,
      footer: HEADER_MARGIN / CENTIMETRES_PER_INCH,
    },
    ...(printArea ? { printArea: printAreaText(printArea) } : {}),
    ...(titleRows
      ? { printTitlesRow: `${String(titleRows.first)}:${String(titleRows.last)}` }
      : {}),
  });
}

/** exceljs puts the "$" before the letters only. */
function printAreaText(area: NonNullable<PageSetup["printArea"]>): string {
  const corner = (row: number, column: number): string =>
    formatPosition({ row, column }).replace(/(?=[0-9])(?<![0-9])/u, "$");
  return `${corner(area.top, area.left)}:${corner(area.bottom, area.right)}`;
}

function validationFormulas({ kind, formulas = [] }: PlannedValidation): string[] {
  switch (kind) {
    case "decimal":
      return [String(-DECIMAL_BOUND), String(DECIMAL_BOUND)];
    case "list":
      return [`"${formulas.join(",")}"`];
    case "custom":
      return [...formulas];
  }
}

function writeValidation(sheet: Worksheet, planned: PlannedValidation): void {
  const validation: DataValidation = {
    type: planned.kind,
    allowBlank: true,
    formulae: validationFormulas(planned),
    showErrorMessage: true,
    errorStyle: planned.severity,
    errorTitle: planned.title,
    error: planned.message,
  };
  // Whole ranges are missing from the library's types; cell by cell takes seconds on long columns.
  const { dataValidations } = sheet as unknown as {
    dataValidations: { add: (range: string, validation: DataValidation) => void };
  };
  dataValidations.add(formatRange(planned.range), validation);
}
