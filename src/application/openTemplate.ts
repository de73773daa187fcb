import { compileTemplate, type Template } from "../domain/checking/compileTemplate";
import { withNarrative } from "../domain/template/narratives";
import { readTemplate } from "../domain/template/readTemplate";
import type { TemplateProblem } from "../domain/template/templateProblem";

export type LoadedTemplate =
  { readonly template: Template } | { readonly problems: readonly TemplateProblem[] };

/** A package compiled, or what its author has to mend; `narrative`: its 情况说明 as another edition has it. */
export function openTemplate(json: unknown, narrative?: string): LoadedTemplate {
  const reading = readTemplate(json);
  if ("problems" in reading) return reading;
  const { structure } = reading;
  const told = narrative === undefined ? structure : withNarrative(structure, narrative);
  if (!told) {
    const known = (structure.definition.narratives ?? []).map(({ id }) => id).join("、");
    const problem = { path: "narratives", kind: "unknownNarrative", message: known } as const;
    return { problems: [problem] };
  }
  return compileTemplate(told);
}
