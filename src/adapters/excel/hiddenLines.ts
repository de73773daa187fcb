import { formatRange, type CellRange } from "../../domain/workbook/cellAddress";
import { spansOf, type LineSpan } from "../../domain/workbook/workbookExtras";
import type { ExcelRuns } from "./excelRuns";

type Direction = "rows" | "columns";

/** Rows, or columns, of one sheet. Excel says null where some of them are hidden and some are not. */
export interface Piece {
  readonly sheet: string;
  readonly direction: Direction;
  readonly range: CellRange;
  readonly isHidden: boolean | null;
}

export interface HiddenLines {
  readonly isComplete: boolean;
  linesOf(sheet: string, direction: Direction): LineSpan[];
}

/** Into so many a mixed piece is cut. */
const CUTS = 64;
/** A list filtered here and there would take thousands of questions; no table is like that. */
const MOST_PIECES = 4_096;

/** Of the part of a sheet in which anything stands; none of a blank one. */
export function usedPieces(context: Excel.RequestContext, sheet: string): () => Piece[] {
  const used = context.workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(true);
  used.untrack();
  used.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden");
  return () => {
    if (used.isNullObject) return [];
    const [top, left] = [used.rowIndex + 1, used.columnIndex + 1];
    const range = {
      top,
      left,
      bottom: top + used.rowCount - 1,
      right: left + used.columnCount - 1,
    };
    return [
      { sheet, direction: "rows", range, isHidden: used.rowHidden },
      { sheet, direction: "columns", range, isHidden: used.columnHidden },
    ];
  };
}

/**
 * Mixed pieces are cut until none is: what answers for all rows at once is, to the library, a write, and costs the
 * person's undo list.
 */
export async function readHiddenLines(
  runs: ExcelRuns,
  pieces: readonly Piece[],
): Promise<HiddenLines> {
  const known: Piece[] = [];
  let open = pieces;
  while (open.length > 0 && open.length <= MOST_PIECES) {
    known.push(...open.filter(({ isHidden }) => isHidden !== null));
    const cuts = open.filter(({ isHidden }) => isHidden === null).flatMap(cut);
    // Each round rests on the one before.
    open = cuts.length === 0 || cuts.length > MOST_PIECES ? cuts : await ask(runs, cuts);
  }
  const hidden = known.filter(({ isHidden }) => isHidden === true);
  return {
    isComplete: open.length === 0,
    linesOf: (sheet, direction) =>
      spansOf(
        hidden
          .filter((piece) => piece.sheet === sheet && piece.direction === direction)
          .flatMap(linesIn),
      ),
  };
}

function ask(runs: ExcelRuns, pieces: readonly Piece[]): Promise<Piece[]> {
  return runs.look((context) => {
    const asked = pieces.map((piece) => {
      const { sheet, direction, range } = piece;
      const cells = context.workbook.worksheets.getItem(sheet).getRange(formatRange(range));
      cells.untrack();
      if (direction === "rows") cells.load("rowHidden");
      else cells.load("columnHidden");
      return { piece, cells };
    });
    return () =>
      asked.map(({ piece, cells }) => ({
        ...piece,
        isHidden: piece.direction === "rows" ? cells.rowHidden : cells.columnHidden,
      }));
  }, true);
}

function spanOf({ direction, range }: Piece): LineSpan {
  return direction === "rows"
    ? { first: range.top, last: range.bottom }
    : { first: range.left, last: range.right };
}

function linesIn(piece: Piece): number[] {
  const { first, last } = spanOf(piece);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function cut(piece: Piece): Piece[] {
  const { first, last } = spanOf(piece);
  const length = Math.ceil((last - first + 1) / CUTS);
  const pieces: Piece[] = [];
  for (let start = first; start <= last; start += length) {
    const end = Math.min(start + length - 1, last);
    const range =
      piece.direction === "rows"
        ? { ...piece.range, top: start, bottom: end }
        : { ...piece.range, left: start, right: end };
    pieces.push({ ...piece, range });
  }
  return pieces;
}
