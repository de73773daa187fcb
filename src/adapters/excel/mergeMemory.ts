import type { CellRange } from "../../domain/workbook/cellAddress";
import { positionsIn } from "../guard/planLimits";
import { sameContent, type CellContent } from "./cellText";
import type { SheetContents } from "./sheetContents";

interface Remembered {
  readonly merges: readonly CellRange[];
  readonly anchors: readonly CellContent[];
}

/**
 * Excel tells merges only by a request that empties the undo list, so looks that nobody asked for do without: they use
 * what a press has learnt, as long as the cells do not speak against it.
 */
export class MergeMemory {
  private readonly sheets = new Map<string, Remembered>();

  learn(id: string, merges: readonly CellRange[], contents: SheetContents): void {
    const anchors = merges.map(({ top, left }) => contents.at({ row: top, column: left }));
    this.sheets.set(id, { merges, anchors });
  }

  recall(id: string, contents: SheetContents): readonly CellRange[] {
    const remembered = this.sheets.get(id);
    if (!remembered) return [];
    if (
      remembered.merges.every((merge, index) => fits(merge, remembered.anchors[index], contents))
    ) {
      return remembered.merges;
    }
    this.sheets.delete(id);
    return [];
  }

  forget(id: string): void {
    this.sheets.delete(id);
  }
}

function fits(merge: CellRange, anchor: CellContent | undefined, contents: SheetContents): boolean {
  for (const position of positionsIn(merge)) {
    const content = contents.at(position);
    const isAnchor = position.row === merge.top && position.column === merge.left;
    if (isAnchor && anchor && !sameContent(content, anchor)) return false;
    if (!isAnchor && (content.value !== null || content.formula !== undefined)) return false;
  }
  return true;
}
