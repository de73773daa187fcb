import { compileTemplate, type Template } from "../domain/checking/compileTemplate";
import { readTemplate } from "../domain/template/readTemplate";
import type { TemplateProblem } from "../domain/template/templateProblem";

export type LoadedTemplate =
  { readonly template: Template } | { readonly problems: readonly TemplateProblem[] };

/** A package ready to use, or what its author has to mend. */
export function loadTemplate(json: unknown): LoadedTemplate {
  const reading = readTemplate(json);
  return "problems" in reading ? reading : compileTemplate(reading.structure);
}
