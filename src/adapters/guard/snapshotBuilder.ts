import {
  type SheetSnapshot,
  type SheetVisibility,
  WorkbookError,
  type WorkbookSnapshot,
} from "../../ports/workbookPorts";
import { FILE_LIMITS } from "./fileLimits";
import { settleMerges } from "./merges";
import { ReadBudget } from "./readBudget";
import { SheetCells } from "./sheetCells";

/** A workbook as a reader fills it, sheet after sheet in the order of their tabs. */
export class SnapshotBuilder {
  private readonly sheets: SheetSnapshot[] = [];
  private readonly names = new Set<string>();
  private readonly budget = new ReadBudget();

  startSheet(): SheetCells {
    if (this.sheets.length >= FILE_LIMITS.sheets) throw new WorkbookError("tooLarge", "sheets");
    return new SheetCells(this.budget);
  }

  endSheet(cells: SheetCells, name: string, visibility: SheetVisibility): void {
    const key = name.toLowerCase();
    if (name === "" || this.names.has(key)) throw new WorkbookError("hostile", "sheet name");
    this.names.add(key);
    const merges = settleMerges(cells, this.budget);
    const { values, formulas } = cells;
    this.sheets.push({ id: name, name, visibility, values, formulas, merges });
  }

  finish(): WorkbookSnapshot {
    if (this.budget.cells === 0) throw new WorkbookError("emptyWorkbook");
    return { sheets: this.sheets };
  }
}
