import {
  type CellPosition,
  type CellRange,
  formatPosition,
  MAX_COLUMN,
  MAX_ROW,
} from "../../domain/workbook/cellAddress";
import type { CellValue } from "../../domain/workbook/workbookSnapshot";
import { WorkbookError } from "../../ports/workbookPorts";
import type { ReadBudget } from "./readBudget";

/** Collects what a reader finds on one sheet; what a file may cost is counted before it is stored. */
export class SheetCells {
  readonly values: CellValue[][] = [];
  readonly formulas = new Map<string, string>();
  /** As the file lists them. */
  readonly merges: CellRange[] = [];

  constructor(private readonly budget: ReadBudget) {}

  place({ row, column }: CellPosition, value: CellValue): void {
    const { values } = this;
    if (row > MAX_ROW || column > MAX_COLUMN) {
      throw new WorkbookError("hostile", `cell in row ${String(row)}, column ${String(column)}`);
    }
    this.budget.spend("cells", 1);
    if (row > values.length) {
      this.budget.spend("gridCells", row - values.length);
      while (values.length < row) values.push([]);
    }
    const line = values[row - 1] ?? [];
    if (column > line.length) {
      this.budget.spend("gridCells", column - line.length);
      while (line.length < column) line.push(null);
    }
    line[column - 1] = value;
  }

  placeFormula(at: CellPosition, formula: string): void {
    this.budget.spend("formulaCharacters", formula.length);
    this.formulas.set(formatPosition(at), formula);
  }

  /** For readers that remember more places than they fill. */
  reserve(cells: number): void {
    this.budget.spend("gridCells", cells);
  }

  addMerge(range: CellRange): void {
    this.budget.spend("mergedCells", 1);
    this.merges.push(range);
  }
}
