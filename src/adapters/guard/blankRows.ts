import { WorkbookError, type RowEdit, type SheetSnapshot } from "../../ports/workbookPorts";

/** Refuses to delete rows in which something stands. */
export function requireBlankRows(
  { values, formulas }: Pick<SheetSnapshot, "values" | "formulas">,
  { kind, sheet, row, count, onlyBlank }: RowEdit,
): void {
  if (kind !== "deleteRows" || !onlyBlank) return;
  const own = values.slice(row - 1, row - 1 + count);
  const isFilled =
    own.some((line) => line.some((value) => value !== null && value !== "")) ||
    [...formulas.keys()].some((at) => {
      const line = Number(at.replace(/^[A-Z]+/u, ""));
      return line >= row && line < row + count;
    });
  if (isFilled) throw new WorkbookError("changedMeanwhile", `${sheet}!${String(row)}`);
}
