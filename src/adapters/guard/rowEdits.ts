import { WorkbookError, type RowEdit, type SheetSnapshot } from "../../ports/workbookPorts";
import { checkCell } from "./planLimits";

/** Refuses what no grid can do, and deletions that would count on what those before them leave. */
export function checkRowEdits(edits: readonly RowEdit[]): void {
  const above = new Map<string, number>();
  for (const { kind, sheet, row, count } of edits) {
    if (!Number.isInteger(count) || count < 1) throw new WorkbookError("invalidPlan", "row count");
    checkCell({ row, column: 1, value: null }, sheet);
    if (kind !== edits[0]?.kind) throw new WorkbookError("invalidPlan", "rows in and out");
    const name = sheet.toLowerCase();
    if (kind === "deleteRows" && row + count > (above.get(name) ?? Number.POSITIVE_INFINITY)) {
      throw new WorkbookError("invalidPlan", "rows deleted from above");
    }
    above.set(name, row);
  }
}

/** Whether the rows have to stay: something stands in them. */
export function mustStay(
  { values, formulas }: Pick<SheetSnapshot, "values" | "formulas">,
  { kind, row, count, onlyBlank }: RowEdit,
): boolean {
  if (kind !== "deleteRows" || !onlyBlank) return false;
  const own = values.slice(row - 1, row - 1 + count);
  return (
    own.some((line) => line.some((value) => value !== null && value !== "")) ||
    [...formulas.keys()].some((at) => {
      const line = Number(at.replace(/^[A-Z]+/u, ""));
      return line >= row && line < row + count;
    })
  );
}
