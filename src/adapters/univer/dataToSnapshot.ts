import {
  BooleanNumber,
  type ICellData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import { formatPosition } from "../../domain/workbook/cellAddress";
import type {
  CellValue,
  SheetSnapshot,
  SheetVisibility,
} from "../../domain/workbook/workbookSnapshot";
import { moveFormula } from "../guard/formulaText";
import { toCellValue } from "./gridCell";
import { fromGridFormula } from "./gridFormula";
import { toCellRange } from "./gridRules";
import { memoryIn } from "./sheetMemory";

/** What the grid holds, live or saved. */
export function toSheetSnapshot(sheet: Partial<IWorksheetData>): SheetSnapshot {
  const values: CellValue[][] = [];
  const formulas = new Map<string, string>();
  for (const { row, column, value, formula } of contentsOf(sheet)) {
    while (values.length < row) values.push([]);
    const line = values[row - 1] ?? [];
    while (line.length < column) line.push(null);
    line[column - 1] = value;
    if (formula !== undefined) formulas.set(formatPosition({ row, column }), formula);
  }
  return {
    id: sheet.id ?? "",
    name: sheet.name ?? "",
    visibility: visibilityOf(sheet),
    values,
    formulas,
    merges: (sheet.mergeData ?? []).map(toCellRange),
  };
}

export function sheetsOf(data: IWorkbookData): Partial<IWorksheetData>[] {
  return data.sheetOrder.flatMap((id) => data.sheets[id] ?? []);
}

export function visibilityOf(sheet: Partial<IWorksheetData>): SheetVisibility {
  if (sheet.hidden !== BooleanNumber.TRUE) return "visible";
  return memoryIn(sheet).veryHidden ? "veryHidden" : "hidden";
}

interface GridContent {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula?: string;
}

/** Row by row, what is filled. */
export function* contentsOf(sheet: Partial<IWorksheetData>): Generator<GridContent> {
  const formulaOf = formulaReader(sheet);
  for (const { row, column, cell } of cellsOf(sheet)) {
    const formula = formulaOf(cell, row, column);
    const value = toCellValue(cell, formula !== undefined);
    if (formula !== undefined) yield { row, column, value, formula };
    else if (value !== null) yield { row, column, value };
  }
}

export function* cellsOf(
  sheet: Partial<IWorksheetData>,
): Generator<{ row: number; column: number; cell: ICellData }> {
  for (const [row, line] of Object.entries(sheet.cellData ?? {})) {
    for (const [column, cell] of Object.entries((line ?? {}) as Record<string, ICellData | null>)) {
      if (cell) yield { row: Number(row) + 1, column: Number(column) + 1, cell };
    }
  }
}

/** Of formulas that were filled down only the first is spelled out; the others name it. */
export function formulaReader(
  sheet: Partial<IWorksheetData>,
): (cell: ICellData, row: number, column: number) => string | undefined {
  let shared: Map<string, { formula: string; row: number; column: number }> | undefined;
  const find = (id: string) => {
    if (!shared) {
      shared = new Map();
      for (const { row, column, cell } of cellsOf(sheet)) {
        if (cell.si && cell.f)
          shared.set(cell.si, { formula: fromGridFormula(cell.f), row, column });
      }
    }
    return shared.get(id);
  };
  return (cell, row, column) => {
    if (cell.f) return fromGridFormula(cell.f);
    const origin = cell.si ? find(cell.si) : undefined;
    return origin && moveFormula(origin.formula, row - origin.row, column - origin.column);
  };
}
