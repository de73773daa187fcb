import { type CellRange, MAX_ROW } from "../../domain/workbook/cellAddress";
import type { RowEdit } from "../../ports/workbookPorts";
import { mapReferences, type ReferenceCorner } from "../guard/formulaText";

/** Where a row stands after the edit; undefined when it was deleted. */
export function movedRow(row: number, edit: RowEdit): number | undefined {
  if (row < edit.row) return row;
  if (edit.kind === "insertRows") return row + edit.count;
  return row < edit.row + edit.count ? undefined : row - edit.count;
}

/** Rows first to last after the edit: they grow by what is inserted between them and lose what is deleted. */
function movedSpan(
  first: number,
  last: number,
  edit: RowEdit,
): { readonly first: number; readonly last: number } | undefined {
  const top = movedRow(first, edit) ?? edit.row;
  const bottom = movedRow(last, edit) ?? edit.row - 1;
  return bottom < top ? undefined : { first: top, last: bottom };
}

export function movedRange(range: CellRange, edit: RowEdit): CellRange | undefined {
  const rows = movedSpan(range.top, range.bottom, edit);
  return rows && { ...range, top: rows.first, bottom: rows.last };
}

/** Of one cell alone there is no merge. */
export function movedMerge(merge: CellRange, edit: RowEdit): CellRange | undefined {
  const moved = movedRange(merge, edit);
  return moved?.top === moved?.bottom && moved?.left === moved?.right ? undefined : moved;
}

function movedCorners(
  corners: readonly ReferenceCorner[],
  edit: RowEdit,
): readonly ReferenceCorner[] | undefined {
  const [first, last = first] = corners;
  if (first?.row === undefined || last?.row === undefined) return corners;
  const [upper, lower] = first.row <= last.row ? [first, last] : [last, first];
  const rows = movedSpan(upper.row ?? 1, lower.row ?? MAX_ROW, edit);
  if (!rows) return undefined;
  return corners.map((corner) => ({ ...corner, row: corner === upper ? rows.first : rows.last }));
}

/** The formula as Excel leaves it after the edit, when it stands on `formulaSheet`. */
export function movedFormula(formula: string, formulaSheet: string, edit: RowEdit): string {
  const edited = edit.sheet.toLowerCase();
  return mapReferences(formula, ({ sheet = formulaSheet, corners }) =>
    sheet.toLowerCase() === edited ? movedCorners(corners, edit) : corners,
  );
}
