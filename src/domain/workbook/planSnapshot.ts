import { formatPosition } from "./cellAddress";
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from "./workbookSnapshot";
import type { SheetPlan } from "./writePlan";

/** Sheets as they will read once they are written. */
export function planSnapshot(sheets: readonly SheetPlan[]): WorkbookSnapshot {
  return { sheets: sheets.map(sheetSnapshot) };
}

function sheetSnapshot({ name, visibility, cells, merges }: SheetPlan): SheetSnapshot {
  const values: CellValue[][] = [];
  const formulas = new Map<string, string>();
  for (const { row, column, value, formula } of cells) {
    while (values.length < row) values.push([]);
    const own = values[row - 1] ?? [];
    while (own.length < column) own.push(null);
    own[column - 1] = value;
    if (formula !== undefined) formulas.set(formatPosition({ row, column }), formula);
  }
  return { id: name, name, visibility, values, formulas, merges };
}
