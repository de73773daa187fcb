import type { Disclosure } from "../disclosure/disclosure";
import { isOwnSet } from "../expression/print/ownFormulas";
import { ADJUSTMENT_SHEET } from "../layout/lists/adjustmentList";
import { isReportSheet } from "../workbook/reportSheets";
import { adoptedSheets, RESULT_SHEETS } from "../workbook/resultSheets";
import { STATE_SHEET } from "../workbook/stateSheet";

/** Sheets that are there for the work and are no part of what is published, by name. */
export function workingSheets({ snapshot, placement }: Disclosure): string[] {
  const own = isOwnSet(snapshot) ? [...RESULT_SHEETS, ADJUSTMENT_SHEET] : adoptedSheets(snapshot);
  const asked = [...placement.tables.values()]
    .filter(({ table }) => table.definition.role === "supplement")
    .map(({ sheet }) => sheet);
  const known = new Set([STATE_SHEET, ...own, ...asked]);
  return snapshot.sheets
    .map(({ name }) => name)
    .filter((name) => known.has(name) || isReportSheet(name));
}
