import {
  type CellPosition,
  type CellRange,
  formatPosition,
  MAX_ROW,
  parsePosition,
  rangeContains,
} from "../../domain/workbook/cellAddress";
import { spansOf, type SheetExtras } from "../../domain/workbook/workbookExtras";
import { type CellValue, valueAt } from "../../domain/workbook/workbookSnapshot";
import {
  type RowEdit,
  type SheetPlan,
  type SheetSnapshot,
  type SheetVisibility,
  WorkbookError,
} from "../../ports/workbookPorts";
import { movedFormula, movedMerge, movedRow } from "./rowEdits";

export interface CellContent {
  readonly value: CellValue;
  readonly formula?: string;
}

const BLANK: CellContent = { value: null };

/** Values, formulas, merges and hidden lines of one sheet; everything that is only looks is forgotten. */
export class MemorySheet {
  private rows = new Map<number, Map<number, CellContent>>();
  private merges: readonly CellRange[] = [];
  private hiddenRows: readonly number[] = [];
  private hiddenColumns: readonly number[] = [];

  constructor(
    readonly id: string,
    readonly name: string,
    readonly visibility: SheetVisibility,
  ) {}

  static fromPlan(id: string, plan: SheetPlan): MemorySheet {
    const sheet = new MemorySheet(id, plan.name, plan.visibility);
    for (const cell of plan.cells) sheet.set(cell, cell);
    sheet.merges = plan.merges;
    sheet.hiddenRows = plan.hiddenRows;
    sheet.hiddenColumns = plan.hiddenColumns;
    return sheet;
  }

  static fromSnapshot(id: string, snapshot: SheetSnapshot): MemorySheet {
    const sheet = new MemorySheet(id, snapshot.name, snapshot.visibility);
    snapshot.values.forEach((line, index) => {
      line.forEach((value, offset) => {
        sheet.set({ row: index + 1, column: offset + 1 }, { value });
      });
    });
    for (const [key, formula] of snapshot.formulas) sheet.setFormula(key, formula, snapshot);
    sheet.merges = snapshot.merges;
    return sheet;
  }

  get({ row, column }: CellPosition): CellContent {
    return this.rows.get(row)?.get(column) ?? BLANK;
  }

  set(position: CellPosition, { value, formula }: CellContent): void {
    const line = this.rows.get(position.row) ?? new Map<number, CellContent>();
    this.rows.set(position.row, line);
    if (formula !== undefined) line.set(position.column, { value, formula });
    else if (value !== null) line.set(position.column, { value });
    else line.delete(position.column);
  }

  isUnderMerge(position: CellPosition): boolean {
    return this.merges.some(
      (merge) =>
        rangeContains(merge, position) &&
        (merge.top !== position.row || merge.left !== position.column),
    );
  }

  filledCells(): (CellPosition & CellContent)[] {
    return Array.from(this.rows, ([row, line]) =>
      Array.from(line, ([column, content]) => ({ row, column, ...content })),
    ).flat();
  }

  /** This sheet's cells and merges move; formulas are changed by `moveReferences`, on every sheet. */
  moveRows(edit: RowEdit): void {
    const rows = new Map<number, Map<number, CellContent>>();
    for (const [row, line] of this.rows) {
      if (line.size === 0) continue;
      const moved = movedRow(row, edit);
      if (moved === undefined) continue;
      if (moved > MAX_ROW) throw new WorkbookError("invalidPlan", "rows pushed off the grid");
      rows.set(moved, line);
    }
    this.rows = rows;
    this.merges = this.merges.flatMap((merge) => movedMerge(merge, edit) ?? []);
    this.hiddenRows = this.hiddenRows.flatMap((row) => movedRow(row, edit) ?? []);
  }

  moveReferences(edit: RowEdit): void {
    for (const cell of this.filledCells()) {
      if (cell.formula === undefined) continue;
      this.set(cell, { value: cell.value, formula: movedFormula(cell.formula, this.name, edit) });
    }
  }

  snapshot(): SheetSnapshot {
    const values: CellValue[][] = [];
    const formulas = new Map<string, string>();
    for (const cell of this.filledCells()) {
      while (values.length < cell.row) values.push([]);
      const line = values[cell.row - 1] ?? [];
      while (line.length < cell.column) line.push(null);
      line[cell.column - 1] = cell.value;
      if (cell.formula !== undefined) formulas.set(formatPosition(cell), cell.formula);
    }
    const { id, name, visibility, merges } = this;
    return { id, name, visibility, values, formulas, merges };
  }

  extras(): SheetExtras {
    return {
      name: this.name,
      hiddenRows: spansOf(this.hiddenRows),
      hiddenColumns: spansOf(this.hiddenColumns),
      comments: [],
      links: [],
    };
  }

  private setFormula(key: string, formula: string, snapshot: SheetSnapshot): void {
    const position = parsePosition(key);
    if (position) this.set(position, { value: valueAt(snapshot, position), formula });
  }
}
