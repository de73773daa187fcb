import type { GridModel } from "./gridModel";

const SHOW_ENTRY = "sheet.operation.set-cell-edit-visible";
/** As when a person goes on with another cell. */
const PRESS = 1;

/** What workbooks can only tell where the grid has a page around it. */
interface EditedWorkbook {
  readonly isCellEditing?: (this: EditedWorkbook) => boolean;
}

/** What is being typed goes into its cell, and the place stays as it is. */
export async function endCellEntry({ facade, commands, unitId }: GridModel): Promise<void> {
  const edited = facade as unknown as EditedWorkbook;
  if (edited.isCellEditing?.() !== true) return;
  commands.syncExecuteCommand(SHOW_ENTRY, { visible: false, eventType: PRESS, unitId });
  // Where another sheet is in front, the grid goes back to that of the entry first.
  await new Promise((resolve) => setTimeout(resolve));
}
