import type { IColumnData, IRowData, Worksheet } from "@univerjs/core";
import { DataValidationModel } from "@univerjs/data-validation";
import type { PlannedCell, SheetPlan, WritePlan } from "../../domain/workbook/writePlan";
import { WorkbookError, type WrittenCell } from "../../ports/workbookPorts";
import { addStyles } from "./addSheets";
import type { GridModel, GridWrite } from "./gridModel";
import { isOurValidation, toGridValidations } from "./gridRules";
import { lineMemory } from "./lineMemory";
import { memoryIn, memoryOf } from "./sheetMemory";

const ADD_VALIDATION = "data-validation.mutation.addRule";
const REMOVE_VALIDATION = "data-validation.mutation.removeRule";

interface SheetToRestore {
  readonly planned: SheetPlan;
  readonly sheet: Worksheet;
}

/** Formulas and formats are one step for Ctrl+Z; marks and validations, which only watch, are none. */
export function restoreSheets(
  model: GridModel,
  plan: WritePlan,
  sheets: readonly SheetToRestore[],
): WrittenCell[] {
  const styles = addStyles(model, plan.styles);
  const written: WrittenCell[] = [];
  const writes = new Map<Worksheet, GridWrite[]>();
  for (const { planned, sheet } of sheets) {
    const cells = planned.cells.map((cell) => toWrite(model, sheet, cell, styles));
    writes.set(sheet, cells);
    for (const { row, column, content } of cells) {
      if (!content) continue;
      const before = model.content(sheet, { row, column });
      written.push({ sheet: sheet.getName(), row, column, before, after: content });
    }
  }
  model.write(writes);
  for (const { planned, sheet } of sheets) renewMemory(model, sheet, planned);
  for (const cell of written) {
    const { formula } = model.content(model.get(cell.sheet), cell);
    if (formula !== cell.after.formula) throw new WorkbookError("writeIncomplete", cell.sheet);
  }
  return written;
}

function toWrite(
  model: GridModel,
  sheet: Worksheet,
  { row, column, value, formula, style }: PlannedCell,
  styles: ReadonlyMap<string, string>,
): GridWrite {
  const key = style === undefined ? undefined : styles.get(style);
  const look = key === undefined ? {} : { style: key };
  if (formula === undefined || model.content(sheet, { row, column }).formula === formula) {
    return { row, column, ...look };
  }
  return { row, column, content: { value, formula }, ...look };
}

/** From now on the sheet's rows and columns are those of this plan. */
function renewMemory(model: GridModel, sheet: Worksheet, planned: SheetPlan): void {
  const config = sheet.getConfig();
  const layer = memoryIn(config).layer + 1;
  config.custom = { ...memoryOf(planned, layer) };
  const rows = sheet.getRowManager();
  for (let row = 0; row < sheet.getRowCount(); row += 1) {
    const line: Partial<IRowData> = rows.getRowOrCreate(row);
    line.custom = { ...lineMemory(row + 1, layer) };
  }
  const columns = sheet.getColumnManager();
  for (let column = 0; column < sheet.getColumnCount(); column += 1) {
    const line: Partial<IColumnData> = columns.getColumnOrCreate(column);
    line.custom = { ...lineMemory(column + 1, layer) };
  }
  renewValidations(model, sheet, planned);
}

function renewValidations(model: GridModel, sheet: Worksheet, planned: SheetPlan): void {
  const id = sheet.getSheetId();
  const rules = model.injector.get(DataValidationModel).getRules(model.unitId, id);
  for (const rule of [...rules].filter(isOurValidation)) {
    model.command(REMOVE_VALIDATION, sheet, { ruleId: rule.uid });
  }
  for (const rule of toGridValidations(id, planned.validations)) {
    model.command(ADD_VALIDATION, sheet, { rule });
  }
}
