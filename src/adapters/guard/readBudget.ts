import { FILE_LIMITS } from "./fileLimits";
import { WorkbookError } from "../../ports/workbookPorts";

type Cost = "cells" | "gridCells" | "formulaCharacters" | "mergedCells";

/** One for the whole workbook: many sheets together may not cost more than one. */
export class ReadBudget {
  private readonly spent: Record<Cost, number> = {
    cells: 0,
    gridCells: 0,
    formulaCharacters: 0,
    mergedCells: 0,
  };

  spend(cost: Cost, amount: number): void {
    this.spent[cost] += amount;
    if (this.spent[cost] > FILE_LIMITS[cost]) throw new WorkbookError("tooLarge", cost);
  }

  get cells(): number {
    return this.spent.cells;
  }
}
