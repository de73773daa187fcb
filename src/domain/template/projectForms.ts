import { indexTables } from "./indexTables";
import type { Table, TemplateStructure } from "./template";
import type { TableDefinition } from "./templatePackage";

/** The forms of the projects, in the order of their sheets; none where the package has no such form. */
export function projectForms({ tables }: TemplateStructure): readonly Table[] {
  return [...tables.values()].filter(isProjectForm);
}

export function isProjectForm({ definition }: Table): boolean {
  return definition.evaluation?.project !== undefined;
}

/** The package with a form for each of so many projects, on sheets of their own; at least the one that it has. */
export function withProjectForms(structure: TemplateStructure, count: number): TemplateStructure {
  const { definition } = structure;
  const [form] = projectForms(structure);
  if (!form) return structure;
  const [first, ...others] = projectForms(structure).map(({ key }) => key);
  const tables = definition.tables
    .filter(({ key }) => !others.includes(key))
    .flatMap((table) => (table.key === first ? copies(table, count) : [table]));
  return indexTables({ ...definition, tables });
}

function copies(form: TableDefinition, count: number): TableDefinition[] {
  return Array.from({ length: Math.max(1, count) }, (_, index) =>
    index === 0 ? form : copy(form, index + 1),
  );
}

/** Of the first, second … project's form. */
export function projectSheetName(first: string, number: number): string {
  return number === 1 ? first : `${first}${String(number)}`;
}

function copy(form: TableDefinition, number: number): TableDefinition {
  const sheetName = projectSheetName(form.sheetName, number);
  const own = (formula: string) => formula.replaceAll(`${form.sheetName}[`, `${sheetName}[`);
  return {
    ...form,
    key: `${form.key}${String(number)}`,
    sheetName,
    ...(form.computed && {
      computed: form.computed.map((cell) => ({
        ...cell,
        target: own(cell.target),
        formula: own(cell.formula),
      })),
    }),
  };
}
