import { formsInUse, withOptionalForms } from "../template/optionalForms";
import { projectForms, withProjectForms } from "../template/projectForms";
import { compileTemplate, type Template } from "./compileTemplate";

/** The forms of a set that not every set has. */
export interface FormsInUse {
  /** How many projects have a form. */
  readonly projects: number;
  /** Keys of optional forms; others are ignored. */
  readonly forms: readonly string[];
}

const origins = new WeakMap<Template, Template>();
const known = new WeakMap<Template, Map<string, Template>>();

/** The template with these forms; the same one each time. */
export function withForms(template: Template, wanted: FormsInUse): Template {
  const name = nameOf(template, wanted);
  if (name === nameOf(template, formsOf(template))) return template;
  const origin = origins.get(template) ?? template;
  if (name === nameOf(origin, formsOf(origin))) return origin;
  const made = known.get(origin) ?? new Map<string, Template>();
  known.set(origin, made);
  const before = made.get(name);
  if (before) return before;
  const forms = withOptionalForms(origin.structure, wanted.forms);
  const compiling = compileTemplate(withProjectForms(forms, wanted.projects));
  if ("problems" in compiling) throw new Error(JSON.stringify(compiling.problems));
  made.set(name, compiling.template);
  origins.set(compiling.template, origin);
  return compiling.template;
}

function formsOf({ structure }: Template): FormsInUse {
  return { projects: projectForms(structure).length, forms: formsInUse(structure) };
}

/** What tells two sets of forms apart. */
function nameOf({ structure }: Template, { projects, forms }: FormsInUse): string {
  const count = projectForms(structure).length === 0 ? 0 : Math.max(1, projects);
  const keys = (structure.definition.forms ?? [])
    .map(({ table }) => table.key)
    .filter((key) => forms.includes(key));
  return [String(count), ...keys].join(" ");
}
