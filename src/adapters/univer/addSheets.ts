import { mergeWorksheetSnapshotWithDefault, type Worksheet } from "@univerjs/core";
import type { CellStyle, SheetPlan, WritePlan } from "../../domain/workbook/writePlan";
import { WorkbookError } from "../../ports/workbookPorts";
import type { GridModel } from "./gridModel";
import { toGridValidations } from "./gridRules";
import { toGridStyle } from "./gridStyle";
import { toSheetData } from "./planToData";

const INSERT_SHEET = "sheet.mutation.insert-sheet";
const ADD_VALIDATION = "data-validation.mutation.addRule";

/** By mutations: 撤回 takes the sheets back as a whole, Ctrl+Z goes on with what the person did before. */
export function addSheets(model: GridModel, plan: WritePlan): Worksheet[] {
  const styleKeys = addStyles(model, plan.styles);
  // The grid brings each sheet to the front that comes in, hidden ones too.
  const before = model.workbook.getActiveSheet();
  const added = plan.sheets.map((sheet) => addSheet(model, withStyles(sheet, styleKeys)));
  const front =
    added.find((sheet) => sheet.getName() === plan.activeSheet) ??
    added[plan.sheets.findIndex(({ visibility }) => visibility === "visible")] ??
    before;
  model.facade.setActiveSheet(front.getSheetId());
  return added;
}

function addSheet(model: GridModel, plan: SheetPlan): Worksheet {
  const { workbook, unitId } = model;
  const id = model.newSheetId();
  model.commands.syncExecuteCommand(INSERT_SHEET, {
    unitId,
    index: workbook.getSheetSize(),
    sheet: mergeWorksheetSnapshotWithDefault(toSheetData(plan, id)),
  });
  const sheet = workbook.getSheetBySheetId(id);
  if (!sheet) throw new WorkbookError("writeIncomplete", plan.name);
  for (const rule of toGridValidations(id, plan.validations)) {
    model.command(ADD_VALIDATION, sheet, { rule });
  }
  return sheet;
}

/** Where another style has the name already, ours gets another one. */
export function addStyles(
  model: GridModel,
  styles: ReadonlyMap<string, CellStyle>,
): ReadonlyMap<string, string> {
  const known = model.workbook.getConfig().styles;
  const keys = new Map<string, string>();
  for (const [key, style] of styles) {
    const gridStyle = toGridStyle(style);
    const text = JSON.stringify(gridStyle);
    let free = key;
    while (known[free] && JSON.stringify(known[free]) !== text) free += "'";
    if (!known[free]) model.workbook.addStyles({ [free]: gridStyle });
    keys.set(key, free);
  }
  return keys;
}

function withStyles(plan: SheetPlan, keys: ReadonlyMap<string, string>): SheetPlan {
  return {
    ...plan,
    cells: plan.cells.map((cell) => {
      const style = cell.style && keys.get(cell.style);
      return style === undefined ? cell : { ...cell, style };
    }),
  };
}
