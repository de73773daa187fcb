import { takenNames, writtenBeside } from "../domain/layout/adoption";
import { layOutAdopted } from "../domain/layout/layOutAdopted";
import { markRules } from "../domain/layout/marks";
import { formatPosition } from "../domain/workbook/cellAddress";
import { AUDIT_SHEET, CALCULATION_SHEET, isAdopted } from "../domain/workbook/resultSheets";
import { valueAt } from "../domain/workbook/workbookSnapshot";
import {
  WorkbookError,
  type DrawnMark,
  type SheetSnapshot,
  type WorkbookEditor,
  type WorkbookSnapshot,
  type WriteProgress,
  type WriteReceipt,
  type WrittenCell,
} from "../ports/workbookPorts";
import type { Checked } from "./draftingState";
import { UseCaseError } from "./useCaseError";

/** What 给现有表加审核 did. */
export interface AdoptedTables {
  readonly receipt: WriteReceipt;
  /** Conditional formats on the person's sheets; none where the host cannot have them. */
  readonly marks: readonly DrawnMark[];
  /** Relations that no formula checks for these tables, by code. */
  readonly paneOnly: readonly string[];
}

/** 给现有表加审核, or 更新审核表 where it stands. In the person's own cells nothing is written. */
export async function adoptTables(
  editor: WorkbookEditor,
  checked: Checked,
  progress: WriteProgress,
): Promise<AdoptedTables> {
  const { template, disclosure, report } = checked;
  const { snapshot } = disclosure;
  const state = checked.adoption;
  if (state === "none") throw new UseCaseError("nothingToAdopt");
  const { plan, marks, paneOnly } = layOutAdopted(template, disclosure, report);
  if (state === "possible") {
    const taken = takenNames(snapshot);
    if (taken.length > 0) throw new UseCaseError("auditNameTaken", taken.join("\n"));
    await clearAdoptedMarks(editor, checked);
  } else {
    await removeStanding(editor, checked);
  }
  const receipt = await editor.addSheets(plan, progress);
  try {
    await editor.painter?.drawMarks(marks);
  } catch (error) {
    await withdraw(editor, receipt);
    throw error;
  }
  return {
    receipt,
    marks: editor.painter ? marks : [],
    paneOnly: paneOnly.map(({ relation }) => relation.code),
  };
}

/** Half of it would be a riddle: without marks the sheets go again. */
async function withdraw(editor: WorkbookEditor, receipt: WriteReceipt): Promise<void> {
  try {
    await editor.takeBack(receipt);
  } catch (error) {
    throw new WorkbookError("partlyWritten", String(error), receipt);
  }
}

/**
 * 撤回: gives what the editor is to take back. Formulas of ours follow rows that come and go, so that the sheets are
 * those that stand, unless somebody wrote on them.
 */
export async function beginWithdrawal(
  editor: WorkbookEditor,
  checked: Checked,
  receipt: WriteReceipt,
): Promise<WriteReceipt> {
  const { snapshot } = checked.disclosure;
  await clearAdoptedMarks(editor, checked);
  const isOurs = isAdopted(snapshot) && writtenBeside(snapshot).length === 0;
  return isOurs ? standingReceipt(snapshot) : receipt;
}

/** Before the sheets that they look at, and what is left of them where somebody deleted these. */
async function clearAdoptedMarks(
  editor: WorkbookEditor,
  { template, disclosure }: Checked,
): Promise<void> {
  await editor.painter?.clearMarks(markRules(disclosure, template.relations));
}

/** 去掉审核表: marks, 审核 and 计算, whoever added them and when. */
export async function removeAudit(editor: WorkbookEditor, checked: Checked): Promise<void> {
  if (!isAdopted(checked.disclosure.snapshot)) throw new UseCaseError("nothingToAdopt");
  await removeStanding(editor, checked);
}

async function removeStanding(editor: WorkbookEditor, checked: Checked): Promise<void> {
  const { snapshot } = checked.disclosure;
  const beside = writtenBeside(snapshot);
  if (beside.length > 0) throw new UseCaseError("writtenOnAudit", beside.join("\n"));
  await clearAdoptedMarks(editor, checked);
  const { neededSheets, keptSheets } = await editor.takeBack(standingReceipt(snapshot));
  const left = [...neededSheets, ...keptSheets];
  if (left.length > 0) throw new WorkbookError("sheetExists", left.join("\n"));
}

/** As if they had been added just now. */
function standingReceipt({ sheets }: WorkbookSnapshot): WriteReceipt {
  const added = sheets.filter(({ name }) => [AUDIT_SHEET, CALCULATION_SHEET].includes(name));
  return { addedSheets: added.map(({ name }) => name), written: added.flatMap(filledCells) };
}

function filledCells(sheet: SheetSnapshot): WrittenCell[] {
  return sheet.values.flatMap((line, index) =>
    line.flatMap((_, offset) => {
      const cell = { row: index + 1, column: offset + 1 };
      const value = valueAt(sheet, cell);
      const formula = sheet.formulas.get(formatPosition(cell));
      if (formula === undefined && (value === null || value === "")) return [];
      const after = formula === undefined ? { value } : { value, formula };
      return [{ sheet: sheet.name, ...cell, before: { value: null }, after }];
    }),
  );
}
