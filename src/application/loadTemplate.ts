import { compileTemplate, type Template } from "../domain/checking/compileTemplate";
import { printProblems } from "../domain/layout/printProblems";
import { readTemplate } from "../domain/template/readTemplate";
import type { TemplateProblem } from "../domain/template/templateProblem";

export type LoadedTemplate =
  { readonly template: Template } | { readonly problems: readonly TemplateProblem[] };

/** A package ready to use, or what its author has to mend. */
export function loadTemplate(json: unknown): LoadedTemplate {
  const reading = readTemplate(json);
  if ("problems" in reading) return reading;
  const compiled = compileTemplate(reading.structure);
  if ("problems" in compiled) return compiled;
  const problems = printProblems(compiled.template);
  return problems.length > 0 ? { problems } : compiled;
}
