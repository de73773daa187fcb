import { withProjects } from "../domain/checking/projectTemplate";
import type { Template } from "../domain/checking/compileTemplate";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { standingProjects, wantedForms } from "../domain/evaluation/wantedForms";
import { layOutWorkbook } from "../domain/layout/layOutWorkbook";
import { projectForms } from "../domain/template/projectForms";
import type { WritePlan } from "../ports/workbookPorts";
import type { Checked } from "./draftingState";
import { UseCaseError } from "./useCaseError";

/** The template with a form for each project that is named, and for each that the figures have one of. */
export function withFormsFor(
  template: Template,
  projects: readonly string[],
  figures: Disclosure | undefined,
): Template {
  if (projects.length > 0 && projectForms(template.structure).length === 0) {
    throw new UseCaseError("noProjectForm");
  }
  return withProjects(template, projects.length + (figures ? standingProjects(figures) : 0));
}

/** 加一张项目自评表: the one sheet that comes to the set that stands. */
export function planProject({ template, disclosure }: Checked, name: string): WritePlan {
  const own = withFormsFor(template, [name], disclosure);
  const figures = { ...disclosure, structure: own.structure };
  const input = {
    unitName: unitNameOf(disclosure),
    year: disclosure.year ?? own.structure.definition.year,
    figures,
    projects: [name],
  };
  const { sheetName } = wantedForms(own.structure, input).find(({ project }) => project) ?? {};
  const plan = layOutWorkbook(own, input);
  return { ...plan, sheets: plan.sheets.filter((sheet) => sheet.name === sheetName) };
}
