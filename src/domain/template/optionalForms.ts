import { indexTables } from "./indexTables";
import type { TemplateStructure } from "./template";
import type { OptionalForm, TemplatePackage } from "./templatePackage";

export function optionalForms({ definition }: TemplateStructure): readonly OptionalForm[] {
  return definition.forms ?? [];
}

/** Keys of the optional forms that are in use. */
export function formsInUse({ definition, tables }: TemplateStructure): readonly string[] {
  return (definition.forms ?? []).map(({ table }) => table.key).filter((key) => tables.has(key));
}

/** The package with these optional forms and their relations among its own. */
export function withOptionalForms(
  structure: TemplateStructure,
  keys: readonly string[],
): TemplateStructure {
  const wanted = optionalForms(structure).filter(({ table }) => keys.includes(table.key));
  if (wanted.length === 0) return structure;
  const { definition } = structure;
  const own: TemplatePackage = {
    ...definition,
    tables: [...definition.tables, ...wanted.map(({ table }) => table)],
    relations: [...definition.relations, ...wanted.flatMap(({ relations }) => relations)],
  };
  return indexTables(own);
}
