import {
  BooleanNumber,
  type IMutationInfo,
  IUndoRedoService,
  type Worksheet,
} from "@univerjs/core";
import { DataValidationModel } from "@univerjs/data-validation";
import type { GridModel } from "./gridModel";

const INSERT_SHEET = "sheet.mutation.insert-sheet";
const REMOVE_SHEET = "sheet.mutation.remove-sheet";
const ADD_VALIDATION = "data-validation.mutation.addRule";
const REMOVE_VALIDATION = "data-validation.mutation.removeRule";

export interface Removal {
  /** Where the sheets shall not be brought back any more, as when others have their names. */
  readonly forget: () => void;
}

/**
 * One step for Ctrl+Z. By mutations: the grid's own command would first turn every formula that refers to a sheet into
 * #REF!, also on sheets that go next.
 */
export function removeSheets(model: GridModel, sheets: readonly Worksheet[]): Removal {
  showAnother(model, sheets);
  const redoMutations: IMutationInfo[] = [];
  const undoMutations: IMutationInfo[] = [];
  for (const sheet of sheets) {
    undoMutations.unshift(...insertionOf(model, sheet));
    const redo = removalOf(model, sheet);
    for (const { id, params } of redo) model.commands.syncExecuteCommand(id, params);
    redoMutations.push(...redo);
  }
  const step = { unitID: model.unitId, undoMutations, redoMutations };
  if (sheets.length > 0) model.injector.get(IUndoRedoService).pushUndoRedo(step);
  return {
    forget: () => {
      undoMutations.length = 0;
      redoMutations.length = 0;
    },
  };
}

/** Else the grid would draw sheet after sheet while they go. */
function showAnother(model: GridModel, sheets: readonly Worksheet[]): void {
  if (!sheets.includes(model.workbook.getActiveSheet())) return;
  const next = model
    .sheets()
    .find((sheet) => !sheets.includes(sheet) && sheet.getConfig().hidden !== BooleanNumber.TRUE);
  if (next) model.facade.setActiveSheet(next.getSheetId());
}

function removalOf(model: GridModel, sheet: Worksheet): IMutationInfo[] {
  const place = placeOf(model, sheet);
  const rules = rulesOf(model, sheet);
  const removed = { ...place, subUnitName: sheet.getName() };
  return [
    ...rules.map(({ uid }) => ({ id: REMOVE_VALIDATION, params: { ...place, ruleId: uid } })),
    { id: REMOVE_SHEET, params: removed },
  ];
}

function insertionOf(model: GridModel, sheet: Worksheet): IMutationInfo[] {
  const place = placeOf(model, sheet);
  const index = model.sheets().indexOf(sheet);
  const inserted = { unitId: model.unitId, index, sheet: sheet.getConfig() };
  return [
    { id: INSERT_SHEET, params: inserted },
    ...rulesOf(model, sheet).map((rule) => ({ id: ADD_VALIDATION, params: { ...place, rule } })),
  ];
}

function rulesOf(model: GridModel, sheet: Worksheet) {
  return [...model.injector.get(DataValidationModel).getRules(model.unitId, sheet.getSheetId())];
}

function placeOf(model: GridModel, sheet: Worksheet) {
  return { unitId: model.unitId, subUnitId: sheet.getSheetId() };
}
