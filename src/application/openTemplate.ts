import { compileTemplate, type Template } from "../domain/checking/compileTemplate";
import { withNarrative } from "../domain/template/narratives";
import { atTheirForms, withAllForms } from "../domain/template/optionalForms";
import { readTemplate } from "../domain/template/readTemplate";
import type { TemplateStructure } from "../domain/template/template";
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
  const problems = formulaProblems(structure);
  return problems.length > 0 ? { problems } : compileTemplate(told);
}

/** A line each, with its place in the package. */
export function problemLines(problems: readonly TemplateProblem[]): readonly string[] {
  return problems.map(({ path, code, message, suggestion }) => {
    const place = [...(code === undefined ? [] : [code]), path, ""].join(" ").trimStart();
    return `${place}${message}${suggestion === undefined ? "" : `（${suggestion}）`}`;
  });
}

/** Of the optional forms, which are compiled where they are used: with nothing beside them but the tables. */
function formulaProblems(structure: TemplateStructure): readonly TemplateProblem[] {
  const { definition, tables } = withAllForms(structure);
  if (definition === structure.definition) return [];
  const { narrative } = definition;
  const none = structure.definition.relations.length;
  const alone = {
    ...definition,
    relations: definition.relations.slice(none),
    narrative: { ...narrative, sections: [] },
  };
  const compiling = compileTemplate({ ...structure, definition: alone, tables });
  const bare = { definition: { ...structure.definition, relations: [] } };
  return "problems" in compiling ? atTheirForms(compiling.problems, { ...structure, ...bare }) : [];
}
