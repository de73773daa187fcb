import { rangeContains } from "../workbook/cellAddress";
import type { CellStyle, PlannedCell, SheetPlan } from "../workbook/writePlan";
import { paddingOf } from "./styles";
import { columnPoints, textHeight } from "./textHeight";

/** Excel has no higher row. */
const HIGHEST_ROW = 409;

/** The sheet with rows high enough for these texts, where they wrap: what a person wrote is printed whole. */
export function withGrownRows(
  sheet: SheetPlan,
  texts: readonly PlannedCell[],
  styles: ReadonlyMap<string, CellStyle>,
): SheetPlan {
  const rowHeights = new Map(sheet.rowHeights);
  for (const cell of texts) {
    const { wrap, fontSize } = styles.get(cell.style ?? "") ?? {};
    if (typeof cell.value !== "string" || wrap !== true || fontSize === undefined) continue;
    const area = sheet.merges.find((range) => rangeContains(range, cell));
    const { left, right, top, bottom } = area ?? {
      left: cell.column,
      right: cell.column,
      top: cell.row,
      bottom: cell.row,
    };
    let room = -paddingOf(cell.style ?? "");
    for (let column = left; column <= right; column += 1) {
      room += columnPoints(sheet.columnWidths.get(column) ?? 0);
    }
    let others = 0;
    for (let row = top; row < bottom; row += 1) others += rowHeights.get(row) ?? 0;
    const needed = textHeight(cell.value, room, fontSize) - others;
    const standing = rowHeights.get(bottom);
    if (standing !== undefined && needed > standing) {
      rowHeights.set(bottom, Math.min(needed, HIGHEST_ROW));
    }
  }
  return { ...sheet, rowHeights };
}
