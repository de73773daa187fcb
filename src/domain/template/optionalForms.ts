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

export function withAllForms(structure: TemplateStructure): TemplateStructure {
  return withOptionalForms(
    structure,
    optionalForms(structure).map(({ table }) => table.key),
  );
}

/** What is wrong with the package and all its forms, said of the place where its author wrote it. */
export function atTheirForms<T extends { readonly path: string }>(
  problems: readonly T[],
  { definition }: TemplateStructure,
): T[] {
  const { tables, relations, forms = [] } = definition;
  const ofRelations = forms.flatMap((form, index) =>
    form.relations.map((_, place) => `forms[${String(index)}].relations[${String(place)}]`),
  );
  const moved = (path: string) =>
    path
      .replace(/^tables\[(\d+)\]/u, (whole, number: string) => {
        const form = Number(number) - tables.length;
        return form < 0 ? whole : `forms[${String(form)}].table`;
      })
      .replace(
        /^relations\[(\d+)\]/u,
        (whole, number: string) => ofRelations[Number(number) - relations.length] ?? whole,
      );
  return problems.map((problem) => ({ ...problem, path: moved(problem.path) }));
}
