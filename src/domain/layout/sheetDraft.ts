import type { CellRange } from "../workbook/cellAddress";
import type { CellValue } from "../workbook/workbookSnapshot";
import type { PlannedCell } from "../workbook/writePlan";

/** What a row is for decides how high it is when its text does not ask for more. */
export type RowKind = "title" | "furniture" | "head" | "body" | "note";

/** A text that must be readable within its area. */
export interface WrappedText {
  readonly area: CellRange;
  readonly text: string;
  readonly fontSize: number;
  readonly style: string;
}

/** Collects the cells of one sheet while it is being laid out. */
export class SheetDraft {
  readonly cells: PlannedCell[] = [];
  readonly merges: CellRange[] = [];
  readonly texts: WrappedText[] = [];
  readonly rowKinds = new Map<number, RowKind>();
  private readonly taken = new Set<string>();

  put(row: number, column: number, value: CellValue, style: string): void {
    this.take(row, column);
    this.cells.push({ row, column, value, style });
  }

  /** One value over an area; each cell of it gets the style, since borders belong to single cells. */
  span(area: CellRange, value: CellValue, style: string): void {
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        this.put(row, column, row === area.top && column === area.left ? value : null, style);
      }
    }
    if (area.bottom > area.top || area.right > area.left) this.merges.push(area);
  }

  /** As `span`, in rows that grow with the text; blank lines only reserve their room. */
  write(area: CellRange, text: string, style: string, fontSize: number): void {
    this.span(area, text.trim() === "" ? null : text, style);
    this.texts.push({ area, text, fontSize, style });
  }

  isFree(row: number, column: number): boolean {
    return !this.taken.has(`${row},${column}`);
  }

  private take(row: number, column: number): void {
    if (!this.isFree(row, column)) throw new Error(`Two cells laid out at ${row},${column}.`);
    this.taken.add(`${row},${column}`);
  }
}

export function cellArea(row: number, column: number): CellRange {
  return { top: row, left: column, bottom: row, right: column };
}
