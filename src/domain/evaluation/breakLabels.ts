import { breakHeading } from "../layout/breakHeading";
import type { WrappedText } from "../layout/sheetDraft";
import { columnPoints } from "../layout/textHeight";
import type { PlannedCell } from "../workbook/writePlan";

/** The cells with each line of their labels broken between words: 满意度 / 指标, not 满意度指 / 标. */
export function breakLabels(
  cells: readonly PlannedCell[],
  labels: readonly WrappedText[],
  columnWidths: ReadonlyMap<number, number>,
): readonly PlannedCell[] {
  const broken = new Map<string, string>();
  for (const { area, text, fontSize } of labels) {
    let width = 0;
    for (let column = area.left; column <= area.right; column += 1) {
      width += columnPoints(columnWidths.get(column) ?? 0);
    }
    const lines = text.split("\n").map((line) => breakHeading(line, width, fontSize));
    broken.set(`${area.top},${area.left}`, lines.join("\n"));
  }
  return cells.map((cell) => {
    const value = broken.get(`${cell.row},${cell.column}`);
    return value === undefined || cell.value === null ? cell : { ...cell, value };
  });
}
