import type { Disclosure } from "../disclosure/disclosure";
import { isProjectForm, projectForms } from "../template/projectForms";
import type { Table, TemplateStructure } from "../template/template";

/** A form that the set gets. */
export interface WantedForm {
  readonly table: Table;
  readonly sheetName: string;
  /** The name of the project that it is laid out for. */
  readonly project?: string;
}

interface Wishes {
  readonly figures?: Disclosure;
  readonly projects?: readonly string[];
}

/** That of the whole unit, those of projects that the figures have, and one for each project that is named beside them. */
export function wantedForms(
  structure: TemplateStructure,
  { figures, projects = [] }: Wishes,
): WantedForm[] {
  const placed = figures?.placement.tables;
  const forms = [...structure.tables.values()].filter(
    ({ definition }) => definition.role === "evaluation",
  );
  const names = sheetNames(structure);
  const standing = new Map(
    forms.flatMap((table): [string, string][] => {
      const sheet = placed?.get(table.key)?.sheet;
      return sheet !== undefined && names.includes(sheet) ? [[table.key, sheet]] : [];
    }),
  );
  const free = names.filter((name) => ![...standing.values()].includes(name));
  const waiting = [...projects];
  return forms.flatMap((table): WantedForm[] => {
    if (!isProjectForm(table)) return [{ table, sheetName: table.definition.sheetName }];
    const isPlaced = placed?.has(table.key) === true;
    const project = isPlaced ? undefined : waiting.shift();
    if (!isPlaced && project === undefined) return [];
    const sheetName = standing.get(table.key) ?? free.shift() ?? table.definition.sheetName;
    return [{ table, sheetName, ...(project === undefined ? {} : { project }) }];
  });
}

/** How many forms of projects the figures have. */
export function standingProjects({ structure, placement }: Disclosure): number {
  return projectForms(structure).filter(({ key }) => placement.tables.has(key)).length;
}

/** Of the forms of projects: a sheet keeps its name though another before it is gone. */
function sheetNames(structure: TemplateStructure): readonly string[] {
  return projectForms(structure).map(({ definition }) => definition.sheetName);
}
