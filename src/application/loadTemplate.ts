import { printProblems } from "../domain/layout/printProblems";
import { openTemplate, type LoadedTemplate } from "./openTemplate";

/** A package to lay sheets out from, or what its author has to mend; `narrative`: its 情况说明 as another edition has it. */
export function loadTemplate(json: unknown, narrative?: string): LoadedTemplate {
  const opened = openTemplate(json, narrative);
  if ("problems" in opened) return opened;
  const problems = printProblems(opened.template);
  return problems.length > 0 ? { problems } : opened;
}
