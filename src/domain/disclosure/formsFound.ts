import { normaliseLabel } from "../template/labels";
import { optionalForms } from "../template/optionalForms";
import { isProjectForm } from "../template/projectForms";
import type { TemplateStructure } from "../template/template";
import { isReportSheet } from "../workbook/reportSheets";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/workbookSnapshot";
import { sheetSearch } from "./sheetSearch";

/** A title stands above everything else. */
const TITLE_ROWS = 6;
const LONGEST_TITLE = 60;

/** The forms that a workbook may hold, by their titles: how many of projects, and the keys of optional ones. */
export function formsFound(
  snapshot: WorkbookSnapshot,
  structure: TemplateStructure,
): { readonly projects: number; readonly forms: readonly string[] } {
  const sheets = snapshot.sheets.filter(
    ({ visibility, name }) => visibility === "visible" && !isReportSheet(name),
  );
  const projects = sheets
    .flatMap((sheet) => sheetSearch(sheet, structure).places)
    .filter(({ title }) => isProjectForm(title.table)).length;
  const forms = optionalForms(structure).flatMap(({ table }) => {
    const names = (table.titleAliases ?? []).map(normaliseLabel);
    return sheets.some((sheet) => isTitled(sheet, names)) ? [table.key] : [];
  });
  return { projects, forms };
}

function isTitled({ values }: SheetSnapshot, names: readonly string[]): boolean {
  return values.slice(0, TITLE_ROWS).some((row) =>
    row.some((value) => {
      if (typeof value !== "string" || value.length > LONGEST_TITLE) return false;
      const text = normaliseLabel(value);
      return names.some((name) => text.endsWith(name));
    }),
  );
}
