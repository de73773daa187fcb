import { ParagraphFormulas } from "../domain/layout/paragraphFormulas";
import { paragraphLines } from "../domain/narrative/standing/paragraphLines";
import type { StandingParagraph } from "../domain/narrative/standing/standingParagraph";
import { quoteSheetName } from "../domain/workbook/cellAddress";
import { NARRATIVE_CALCULATION_SHEET } from "../domain/workbook/resultSheets";
import { valueAt } from "../domain/workbook/workbookSnapshot";
import { WorkbookError, type WorkbookEditor, type WriteReceipt } from "../ports/workbookPorts";
import type { Checked } from "./draftingState";
import { UseCaseError } from "./useCaseError";

const ROW_COLUMN = 3;

/** 恢复自动取数: the formula of one paragraph of the 情况说明 where somebody's own words stand, as they saw them. */
export async function restoreParagraph(
  editor: WorkbookEditor,
  { disclosure, template, sections }: Checked,
  { key, words }: Pick<StandingParagraph, "key" | "words">,
): Promise<WriteReceipt> {
  const standing = sections
    .flatMap(({ paragraphs }) => paragraphs)
    .find((each) => each.key === key);
  if (standing?.words !== words) throw new WorkbookError("changedMeanwhile", key);
  if (!standing?.cell) throw new UseCaseError("paragraphGone");
  const { cell } = standing;
  const restored = new ParagraphFormulas(disclosure, template).of(key);
  if (restored.kind !== "formula") throw new UseCaseError(restored.kind);
  const { snapshot } = disclosure;
  const sheet = snapshot.sheets.find(({ name }) => name === cell.sheet);
  const line = paragraphLines(snapshot).find((each) => each.key === key);
  const { formula, text: value } = restored;
  return editor.writeCells([
    { ...cell, value, formula, ...(sheet ? { expected: valueAt(sheet, cell) } : {}) },
    // Found by its words alone: its line points at no row.
    ...(line && !line.place
      ? [
          {
            sheet: NARRATIVE_CALCULATION_SHEET,
            row: line.line,
            column: ROW_COLUMN,
            value: cell.row,
            formula: `ROW(${quoteSheetName(cell.sheet)}!$A$${String(cell.row)})`,
          },
        ]
      : []),
  ]);
}
