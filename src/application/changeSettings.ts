import { withSettings, type WorkbookSettings } from "../domain/checking/workbookSettings";
import { unitNameOf } from "../domain/disclosure/unitNameOf";
import type { FillWrites } from "../domain/intake/fillPlan";
import { repairPlan } from "../domain/layout/repairPlan";
import { NARRATIVE_CALCULATION_SHEET } from "../domain/workbook/resultSheets";
import type { Checked } from "./draftingState";
import { UseCaseError } from "./useCaseError";

/** The sentences as the settings want them; words of somebody's own stay. */
export function planSettings(
  { template, disclosure }: Checked,
  settings: WorkbookSettings,
): FillWrites {
  const told = withSettings(template, settings);
  const { definition } = told.structure;
  const { plan, differentShape } = repairPlan(told, disclosure, {
    unitName: unitNameOf(disclosure),
    year: disclosure.year ?? definition.year,
  });
  const names = [definition.narrative.sheetName, NARRATIVE_CALCULATION_SHEET];
  const sheets = plan.sheets.filter(({ name }) => names.includes(name));
  if (sheets.length < names.length) throw new UseCaseError("otherNarrative");
  return { rows: [], form: { ...plan, sheets }, cells: [], shifted: [], differentShape };
}
