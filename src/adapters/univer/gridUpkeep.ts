import { BooleanNumber, type Worksheet, WrapStrategy } from "@univerjs/core";
import { SheetInterceptorService } from "@univerjs/sheets";
import { ConditionalFormattingRuleModel } from "@univerjs/sheets-conditional-formatting";
import type { GridModel } from "./gridModel";
import { cellsOf } from "./dataToSnapshot";
import { isOurMark, toGridMarks } from "./gridRules";
import { currentMemory } from "./sheetMemory";

const ADD_MARK = "sheet.mutation.add-conditional-rule";
const DELETE_MARK = "sheet.mutation.delete-conditional-rule";

/**
 * Our marks where they belong now, in place of what the grid made of them. By mutations: nothing of it is a step for a
 * person's Ctrl+Z.
 */
export function renewMarks(model: GridModel, sheet: Worksheet): void {
  const rules = model.injector.get(ConditionalFormattingRuleModel);
  const id = sheet.getSheetId();
  for (const rule of [...(rules.getSubunitRules(model.unitId, id) ?? [])]) {
    if (isOurMark(rule)) model.command(DELETE_MARK, sheet, { cfId: rule.cfId });
  }
  const marks = toGridMarks(id, currentMemory(sheet.getConfig()).conditionalFormats);
  // Each goes on top of those that are there.
  for (const rule of marks.reverse()) model.command(ADD_MARK, sheet, { rule });
}

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
