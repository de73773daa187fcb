import { projectSheetName } from "../../../domain/template/projectForms";
import { freeProjectSheet } from "../../../domain/workbook/reportSheets";
import type { Preview } from "./usePreview";

/** One project a line; the same one twice is one. */
export function projectNames(typed: string): readonly string[] {
  const lines = typed.split(/\r?\n/u).map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line !== "");
}

/** With the forms of so many projects and the optional ones that are asked for, behind that of the whole unit. */
export function withAddedSheets(
  preview: Preview,
  projects: number,
  forms: readonly { readonly sheetName: string }[],
): Preview {
  if (preview.kind !== "ready") return preview;
  const { projectForm = "", sheetNames } = preview;
  const ofProjects = Array.from({ length: projects }, (_, index) =>
    projectSheetName(projectForm, index + 1),
  );
  const list = projects === 0 ? [] : [freeProjectSheet([])];
  const others = forms.map(({ sheetName }) => sheetName);
  return { ...preview, sheetNames: [...sheetNames, ...ofProjects, ...list, ...others] };
}
