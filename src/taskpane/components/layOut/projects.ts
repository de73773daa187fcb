import type { Preview } from "./usePreview";

/** Lists the projects. */
const LIST = "项目清单";

/** One project a line; the same one twice is one. */
export function projectNames(typed: string): readonly string[] {
  const lines = typed.split(/\r?\n/u).map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line !== "");
}

/** With the forms of so many projects behind that of the whole unit. */
export function withProjectSheets(preview: Preview, projects: number): Preview {
  if (preview.kind !== "ready" || preview.projectForm === undefined || projects === 0) {
    return preview;
  }
  const { projectForm, sheetNames } = preview;
  const added = Array.from({ length: projects }, (_, index) =>
    index === 0 ? projectForm : `${projectForm}${String(index + 1)}`,
  );
  return { ...preview, sheetNames: [...sheetNames, ...added, LIST] };
}
