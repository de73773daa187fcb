import { bareLabel, normaliseLabel } from "../template/labels";
import { optionalForms } from "../template/optionalForms";
import { isProjectForm } from "../template/projectForms";
import type { TableDefinition } from "../template/templatePackage";
import type { TemplateStructure } from "../template/template";
import { isReportSheet } from "../workbook/reportSheets";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/workbookSnapshot";
import { sheetSearch } from "./sheetSearch";

/** A title stands above everything else. */
const TITLE_ROWS = 6;
const LONGEST_TITLE = 60;

/** The forms that a workbook may hold, by their titles, or by their parts' where they have none: how many of projects, and the keys of optional ones. */
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
    return sheets.some((sheet) => isTitled(sheet, names) || holdsParts(sheet, table))
      ? [table.key]
      : [];
  });
  return { projects, forms };
}

/** Fewer may stand in any report: 部门概况, 其他. */
const PARTS = 3;

/** Whether a sheet has the titles of the parts that a form is printed in. */
export function holdsParts(sheet: SheetSnapshot, { information }: TableDefinition): boolean {
  const parts = new Set(information?.parts.map(({ title }) => bareLabel(title)));
  const found = labelsOf(sheet);
  return [...parts].filter((part) => found.has(part)).length >= PARTS;
}

/** After an edit most sheets are the same objects as before. */
const labels = new WeakMap<SheetSnapshot, ReadonlySet<string>>();

function labelsOf(sheet: SheetSnapshot): ReadonlySet<string> {
  const known = labels.get(sheet);
  if (known) return known;
  const found = new Set(
    sheet.values.flatMap((row) =>
      row.flatMap((value) =>
        typeof value === "string" && value.length <= LONGEST_TITLE ? [bareLabel(value)] : [],
      ),
    ),
  );
  labels.set(sheet, found);
  return found;
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
