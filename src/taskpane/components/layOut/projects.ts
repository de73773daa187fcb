import type { Preview } from "./usePreview";

/** Lists the projects. */
const LIST = "项目清单";

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
    index === 0 ? projectForm : `${projectForm}${String(index + 1)}`,
  );
  const list = projects === 0 ? [] : [LIST];
  const others = forms.map(({ sheetName }) => sheetName);
  return { ...preview, sheetNames: [...sheetNames, ...ofProjects, ...list, ...others] };
}
