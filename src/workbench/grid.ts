import type { WorkbookEditor, WorkbookExporter, WritePlan } from "../ports/workbookPorts";

/** A workbook that stands in the grid. */
export type GridWorkbook = WorkbookEditor & WorkbookExporter;

export interface Grid {
  /** Shows a workbook in place of the one before; an empty sheet without a plan. */
  open(plan?: WritePlan): Promise<GridWorkbook>;
}
