import { isProjectForm } from "../template/projectForms";
import type { TemplateStructure } from "../template/template";
import { isReportSheet } from "../workbook/reportSheets";
import type { WorkbookSnapshot } from "../workbook/workbookSnapshot";
import { sheetSearch } from "./sheetSearch";

/** How many forms of projects the workbook may hold, by their titles. */
export function countProjectForms(
  { sheets }: WorkbookSnapshot,
  structure: TemplateStructure,
): number {
  return sheets
    .filter(({ visibility, name }) => visibility === "visible" && !isReportSheet(name))
    .flatMap((sheet) => sheetSearch(sheet, structure).places)
    .filter(({ title }) => isProjectForm(title.table)).length;
}
