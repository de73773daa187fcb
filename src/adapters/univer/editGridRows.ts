import { IUndoRedoService, type Worksheet } from "@univerjs/core";
import type { RowEdit } from "../../ports/workbookPorts";
import type { GridModel } from "./gridModel";

interface PlacedEdit {
  readonly sheet: Worksheet;
  readonly edit: RowEdit;
}

/** What we use of the grid's own way to make one step of several. */
interface Steps {
  __tempBatchingUndoRedo(unitId: string): { dispose(): void };
}

/** One step for Ctrl+Z, and the person stays where they are. */
export function editGridRows(model: GridModel, edits: readonly PlacedEdit[]): void {
  const front = model.workbook.getActiveSheet();
  const steps = model.injector.get(IUndoRedoService) as unknown as Steps;
  const step = steps.__tempBatchingUndoRedo(model.unitId);
  try {
    for (const { sheet, edit } of edits) editSheetRows(model, sheet, edit);
  } finally {
    step.dispose();
    model.facade.setActiveSheet(front.getSheetId());
  }
}

/** Only of the sheet in front does the grid move references from other sheets rightly. */
function editSheetRows(
  { workbook, facade }: GridModel,
  sheet: Worksheet,
  { kind, row, count }: RowEdit,
): void {
  if (workbook.getActiveSheet() !== sheet) facade.setActiveSheet(sheet.getSheetId());
  const own = facade.getSheetBySheetId(sheet.getSheetId());
  const rows = sheet.getRowCount();
  if (row > rows) return;
  if (kind === "insertRows") own?.insertRowsBefore(row - 1, count);
  else own?.deleteRows(row - 1, Math.min(count, rows - row + 1));
}
