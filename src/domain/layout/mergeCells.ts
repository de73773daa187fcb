import { cellKey } from "../workbook/cellAddress";
import type { PlannedCell } from "../workbook/writePlan";

/** A plan's cells with others in their place and beside them. */
export function mergeCells(
  planned: readonly PlannedCell[],
  cells: readonly PlannedCell[],
): readonly PlannedCell[] {
  const taken = new Set(cells.map(cellKey));
  return [...planned.filter((cell) => !taken.has(cellKey(cell))), ...cells];
}
