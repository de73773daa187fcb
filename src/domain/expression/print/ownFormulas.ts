import { AUDIT_SHEET, isAdopted } from "../../workbook/resultSheets";
import type { WorkbookSnapshot } from "../../workbook/workbookSnapshot";
import { UNDETERMINED } from "./number";

/** Our formulas alone say 数据不足. */
export function isOwnFormula(formula: string): boolean {
  return formula.includes(`"${UNDETERMINED}"`);
}

/** Whether the workbook was laid out by us. A paste seldom wipes all formulas of a set. */
export function isOwnSet(snapshot: WorkbookSnapshot): boolean {
  if (isAdopted(snapshot)) return false;
  return snapshot.sheets.some(
    // What is left of 审核 beside tables of a person's own makes them none of ours.
    ({ name, formulas }) => name !== AUDIT_SHEET && [...formulas.values()].some(isOwnFormula),
  );
}
