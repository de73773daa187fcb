import { BooleanNumber, type Worksheet, WrapStrategy } from "@univerjs/core";
import { SheetInterceptorService } from "@univerjs/sheets";
import type { GridModel } from "./gridModel";
import { cellsOf } from "./dataToSnapshot";

/** Rows of wrapped sentences that grow and shrink with them: the grid leaves rows as they are. */
export class SentenceRows {
  private readonly texts = new Map<string, string>();

  constructor(private readonly model: GridModel) {
    for (const sheet of model.sheets()) this.changedRows(sheet);
  }

  /** The rows whose sentences are new since the last time. */
  fit(): void {
    for (const sheet of this.model.sheets()) {
      const rows = this.changedRows(sheet);
      if (rows.length > 0) this.fitRows(sheet, rows);
    }
  }

  private changedRows(sheet: Worksheet): number[] {
    const styles = this.model.workbook.getStyles();
    const rows: number[] = [];
    for (const { row, column, cell } of cellsOf(sheet.getConfig())) {
      if (!cell.f || typeof cell.v !== "string") continue;
      if (styles.getStyleByCell(cell)?.tb !== WrapStrategy.WRAP) continue;
      if (sheet.getMergedCell(row - 1, column - 1)) continue;
      const key = `${sheet.getSheetId()} ${String(row)} ${String(column)}`;
      if (this.texts.get(key) === cell.v) continue;
      this.texts.set(key, cell.v);
      rows.push(row);
    }
    return rows;
  }

  /** Rows that a person has set to a height keep it. */
  private fitRows(sheet: Worksheet, rows: readonly number[]): void {
    const ranges = rows
      .filter((row) => sheet.getRowManager().getRow(row - 1)?.ia !== BooleanNumber.FALSE)
      .map((row) => ({
        startRow: row - 1,
        endRow: row - 1,
        startColumn: 0,
        endColumn: sheet.getColumnCount() - 1,
      }));
    if (ranges.length === 0) return;
    const { redos } = this.model.injector
      .get(SheetInterceptorService)
      .generateMutationsOfAutoHeight({
        unitId: this.model.unitId,
        subUnitId: sheet.getSheetId(),
        ranges,
        autoHeightRanges: ranges,
        lazyAutoHeightRanges: [],
      });
    for (const { id, params } of redos) {
      this.model.commands.syncExecuteCommand(id, params);
    }
  }
}
