import { projectForms, withProjectForms } from "../template/projectForms";
import { compileTemplate, type Template } from "./compileTemplate";

const origins = new WeakMap<Template, Template>();
const known = new WeakMap<Template, Map<number, Template>>();

/** The template with a form for each of so many projects, at least one; the same one each time. */
export function withProjects(template: Template, projects: number): Template {
  const count = Math.max(1, projects);
  const standing = projectForms(template.structure).length;
  if (standing === 0 || standing === count) return template;
  const origin = origins.get(template) ?? template;
  if (projectForms(origin.structure).length === count) return origin;
  const made = known.get(origin) ?? new Map<number, Template>();
  known.set(origin, made);
  const before = made.get(count);
  if (before) return before;
  const compiling = compileTemplate(withProjectForms(origin.structure, count));
  if ("problems" in compiling) throw new Error(JSON.stringify(compiling.problems));
  made.set(count, compiling.template);
  origins.set(compiling.template, origin);
  return compiling.template;
}
