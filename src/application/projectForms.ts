import type { Template } from "../domain/checking/compileTemplate";
import { withForms } from "../domain/checking/templateForms";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { recognise } from "../domain/disclosure/recognise";
import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { projectLines } from "../domain/evaluation/projectLines";
import { standingProjects, wantedForms } from "../domain/evaluation/wantedForms";
import { layOutWorkbook } from "../domain/layout/layOutWorkbook";
import { LIST_STYLES } from "../domain/layout/lists/listSheet";
import { layOutProjectList } from "../domain/layout/lists/projectList";
import { formsInUse, optionalForms } from "../domain/template/optionalForms";
import { projectForms } from "../domain/template/projectForms";
import { planSnapshot } from "../domain/workbook/planSnapshot";
import { freeProjectSheet } from "../domain/workbook/reportSheets";
import type { SheetPlan, WritePlan } from "../ports/workbookPorts";
import type { Checked } from "./draftingState";
import { UseCaseError } from "./useCaseError";

/** The forms that a person asks for beside those that every set has. */
export interface FormWishes {
  /** Names of projects. */
  readonly projects?: readonly string[];
  /** Keys or names of optional forms. */
  readonly forms?: readonly string[];
}

/** The template with these forms, and with those that the figures have. */
export function withFormsFor(
  template: Template,
  { projects = [], forms = [] }: FormWishes,
  figures: Disclosure | undefined,
): Template {
  if (projects.length > 0 && projectForms(template.structure).length === 0) {
    throw new UseCaseError("noProjectForm");
  }
  const known = optionalForms(template.structure).map(({ table }) => table);
  const keys = forms.map((name) => {
    const form = known.find(({ key, sheetName }) => key === name || sheetName === name);
    if (!form) {
      const names = known.map(({ sheetName }) => sheetName).join("、");
      throw new UseCaseError("unknownForm", [name, names].join("\n"));
    }
    return form.key;
  });
  return withForms(template, {
    projects: projects.length + (figures ? standingProjects(figures) : 0),
    forms: [...keys, ...(figures ? formsInUse(figures.structure) : [])],
  });
}

/** The set with 项目清单 behind the forms of its projects; as it is where it has none. */
export function withProjectList(
  template: Template,
  plan: WritePlan,
  unit: { readonly unitName: string; readonly year: number },
): WritePlan {
  const names = projectForms(template.structure).map(({ definition }) => definition.sheetName);
  const forms = plan.sheets.filter(({ name }) => names.includes(name));
  const last = Math.max(-1, ...forms.map((sheet) => plan.sheets.indexOf(sheet)));
  const disclosure = recognise(planSnapshot(forms), template.structure);
  const list = projectSheet(disclosure, unit, []);
  if (!list) return plan;
  return {
    ...plan,
    sheets: [...plan.sheets.slice(0, last + 1), list, ...plan.sheets.slice(last + 1)],
    styles: new Map([...plan.styles, ...LIST_STYLES]),
  };
}

/** 项目清单 of the set that stands, beside an earlier one. */
export function planProjectList({ disclosure }: Checked): WritePlan {
  const unit = {
    unitName: unitNameOf(disclosure),
    year: disclosure.year ?? disclosure.structure.definition.year,
  };
  const taken = disclosure.snapshot.sheets.map(({ name }) => name);
  const list = projectSheet(disclosure, unit, taken);
  if (!list) throw new UseCaseError("noProjects");
  const properties = { title: `${String(unit.year)}年度项目支出绩效自评项目清单` };
  return { sheets: [list], styles: LIST_STYLES, activeSheet: list.name, properties };
}

function projectSheet(
  disclosure: Disclosure,
  unit: { readonly unitName: string; readonly year: number },
  taken: readonly string[],
): SheetPlan | undefined {
  const { decimals } = disclosure.structure.definition;
  const sheet = freeProjectSheet(taken);
  return layOutProjectList(projectLines(disclosure), { sheet, ...unit, decimals });
}

/** 加一张项目自评表: the one sheet that comes to the set that stands. */
export function planProject({ template, disclosure }: Checked, name: string): WritePlan {
  const own = withFormsFor(template, { projects: [name] }, disclosure);
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
