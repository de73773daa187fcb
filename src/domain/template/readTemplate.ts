import { checkPackage } from "./checkPackage";
import { indexTables } from "./indexTables";
import { templatePackage } from "./packageSchema";
import { atTheirForms, withAllForms } from "./optionalForms";
import { INVALID, ProblemList, isPlainObject } from "./schemaReader";
import type { TemplateStructure } from "./template";
import type { TemplateProblem } from "./templateProblem";

const FORMAT = 1;

export type TemplateReading =
  { readonly structure: TemplateStructure } | { readonly problems: readonly TemplateProblem[] };

/** A package as it comes from a file. Formulas are not looked at here. */
export function readTemplate(json: unknown): TemplateReading {
  if (isNewer(json)) {
    const message = "此模板是为更新的版本编写的，请更新本程序后再用";
    return { problems: [{ path: "format", kind: "newerFormat", message }] };
  }
  const problems = new ProblemList();
  const definition = templatePackage(json, "", problems);
  if (definition === INVALID) return { problems: problems.all };
  const structure = indexTables(definition);
  const faults = atTheirForms(checkPackage(withAllForms(structure)), structure);
  return faults.length > 0 ? { problems: faults } : { structure };
}

function isNewer(json: unknown): boolean {
  if (!isPlainObject(json) || !Object.hasOwn(json, "format")) return false;
  const { format } = json;
  return typeof format === "number" && Number.isInteger(format) && format > FORMAT;
}
