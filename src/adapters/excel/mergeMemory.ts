import type { CellRange } from "../../domain/workbook/cellAddress";
import { positionsIn } from "../guard/planLimits";
import { sameContent, type CellContent } from "./cellText";
import { movedRows, textLines } from "./movedRows";
import type { SheetContents } from "./sheetContents";

interface LearntMerge {
  readonly area: CellRange;
  readonly anchor: CellContent;
}

interface Remembered {
  readonly merges: readonly LearntMerge[];
  readonly lines: readonly string[];
}

/**
 * Excel tells merges only by a request that empties the undo list, so looks that nobody asked for do without: they use
 * what a press has learnt, moved along with the rows, as long as the cells do not speak against it.
 */
export class MergeMemory {
  private readonly sheets = new Map<string, Remembered>();

  learn(id: string, merges: readonly CellRange[], contents: SheetContents): void {
    this.sheets.set(id, {
      merges: merges.map((area) => ({
        area,
        anchor: contents.at({ row: area.top, column: area.left }),
      })),
      lines: textLines(contents),
    });
  }

  recall(id: string, contents: SheetContents): readonly CellRange[] {
    const remembered = this.sheets.get(id);
    if (!remembered) return [];
    const lines = textLines(contents);
    const moved = movedRows(remembered.lines, lines);
    const merges = remembered.merges.flatMap(({ area, anchor }): LearntMerge[] => {
      const place = moveArea(area, moved);
      return place ? [{ area: place, anchor }] : [];
    });
    if (merges.every(({ area, anchor }) => fits(area, anchor, contents))) {
      this.sheets.set(id, { merges, lines });
      return merges.map(({ area }) => area);
    }
    this.sheets.delete(id);
    return [];
  }

  forget(id: string): void {
    this.sheets.delete(id);
  }
}

/** Nothing where the row that holds its value is gone, or one cell is left. */
function moveArea(
  area: CellRange,
  moved: (row: number) => number | undefined,
): CellRange | undefined {
  const top = moved(area.top);
  if (top === undefined) return undefined;
  let bottom = top;
  for (let row = area.top; row <= area.bottom; row += 1) bottom = moved(row) ?? bottom;
  const isArea = bottom > top || area.right > area.left;
  return isArea ? { ...area, top, bottom } : undefined;
}

function fits(merge: CellRange, anchor: CellContent, contents: SheetContents): boolean {
  for (const position of positionsIn(merge)) {
    const content = contents.at(position);
    const isAnchor = position.row === merge.top && position.column === merge.left;
    if (isAnchor && !isSame(content, anchor)) return false;
    if (!isAnchor && (content.value !== null || content.formula !== undefined)) return false;
  }
  return true;
}

/** A formula is written anew when rows move. */
function isSame(content: CellContent, anchor: CellContent): boolean {
  if (content.formula !== undefined && anchor.formula !== undefined) return true;
  return sameContent(content, anchor);
}
