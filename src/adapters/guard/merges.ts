import { type CellRange, formatPosition } from "../../domain/workbook/cellAddress";
import { FILE_LIMITS } from "./fileLimits";
import { positionsIn, rangeSize } from "./planLimits";
import type { ReadBudget } from "./readBudget";
import type { SheetCells } from "./sheetCells";

function cutToFilled(merge: CellRange, cells: SheetCells): CellRange {
  if (rangeSize(merge) <= FILE_LIMITS.mergeCut) return merge;
  const width = cells.values.reduce((widest, line) => Math.max(widest, line.length), 0);
  return {
    ...merge,
    bottom: Math.min(merge.bottom, cells.values.length),
    right: Math.min(merge.right, width),
  };
}

/**
 * Leaves a merged area's value in its anchor alone, and gives the merges as Excel would keep them: those that
 * overlap an earlier one are dropped, whole rows and sheets are cut to what is filled.
 */
export function settleMerges(cells: SheetCells, budget: ReadBudget): CellRange[] {
  const covered = new Set<string>();
  const settled: CellRange[] = [];
  for (const listed of cells.merges) {
    const merge = cutToFilled(listed, cells);
    if (merge.bottom < merge.top || merge.right < merge.left || rangeSize(merge) === 1) continue;
    budget.spend("mergedCells", rangeSize(merge));
    const positions = Array.from(positionsIn(merge), (at) => ({ at, key: formatPosition(at) }));
    if (positions.some(({ key }) => covered.has(key))) continue;
    settled.push(merge);
    for (const { at, key } of positions) {
      covered.add(key);
      if (at.row === merge.top && at.column === merge.left) continue;
      const line = cells.values[at.row - 1];
      if (line && at.column <= line.length) line[at.column - 1] = null;
      cells.formulas.delete(key);
    }
  }
  return settled;
}
