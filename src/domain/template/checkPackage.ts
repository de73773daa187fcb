import { checkBlock } from "./checkBlock";
import { checkEvaluation } from "./checkEvaluation";
import { checkInformation } from "./checkInformation";
import { bareLabel, normaliseLabel } from "./labels";
import { checkNarratives } from "./narratives";
import type { TemplateStructure } from "./template";
import type { TableDefinition, TemplatePackage } from "./templatePackage";
import type { TemplateProblem } from "./templateProblem";

/** What a schema cannot say: names that are taken, names that do not exist, sums that go nowhere. */
export function checkPackage(structure: TemplateStructure): TemplateProblem[] {
  const { definition } = structure;
  return [
    ...checkTableNames(definition),
    ...checkSynonyms(definition),
    ...checkRelationCodes(definition),
    ...checkNarratives(definition),
    ...[...structure.tables.values()].flatMap((table) => {
      const path = `tables[${definition.tables.indexOf(table.definition)}]`;
      return [
        ...checkEvaluation(table.definition, path),
        ...checkInformation(table.definition, path),
        ...checkCodesOf(structure, table.definition, path),
        ...table.blocks.flatMap((block) => checkBlock(structure, table, block, path)),
      ];
    }),
  ];
}

/** Codes come from a table whose own come from its figures. */
function checkCodesOf(
  { tables }: TemplateStructure,
  { blocks }: TableDefinition,
  path: string,
): TemplateProblem[] {
  return blocks.flatMap(({ tree }, index) => {
    if (tree?.codesOf === undefined) return [];
    const source = tables.get(tree.codesOf)?.definition.blocks ?? [];
    if (source.some((block) => block.tree && block.tree.codesOf === undefined)) return [];
    const message = `没有标识为“${tree.codesOf}”的科目表`;
    return [{ path: `${path}.blocks[${String(index)}].tree.codesOf`, message }];
  });
}

/** A name and where it is written. */
interface Named {
  readonly name: string;
  readonly path: string;
}

function duplicates(named: readonly Named[], what: string): TemplateProblem[] {
  const firstPath = new Map<string, string>();
  return named.flatMap(({ name, path }) => {
    const first = firstPath.get(name);
    if (first !== undefined) return [{ path, message: `${what}“${name}”已在 ${first} 用过` }];
    firstPath.set(name, path);
    return [];
  });
}

function checkTableNames({ tables, narrative }: TemplatePackage): TemplateProblem[] {
  const inTables = (names: (table: TableDefinition) => readonly (Named | undefined)[]) =>
    tables.flatMap((table, index) =>
      names(table).flatMap((named) =>
        named ? [{ ...named, path: `tables[${index}].${named.path}` }] : [],
      ),
    );
  const titles = inTables(({ title, titleAliases = [] }) => [
    { name: normaliseLabel(title), path: "title" },
    ...titleAliases.map((alias, index) => ({
      name: normaliseLabel(alias),
      path: `titleAliases[${index}]`,
    })),
  ]);
  const numbers = inTables(({ number }) => [
    number === undefined ? undefined : { name: normaliseLabel(number), path: "number" },
  ]);
  const sheets = [
    ...inTables(({ sheetName }) => [{ name: sheetName.toLowerCase(), path: "sheetName" }]),
    { name: narrative.sheetName.toLowerCase(), path: "narrative.sheetName" },
  ];
  return [
    ...duplicates(
      inTables(({ key }) => [{ name: key, path: "key" }]),
      "表的标识",
    ),
    ...duplicates(titles, "表名"),
    ...duplicates(numbers, "表号"),
    ...duplicates(sheets, "工作表名称"),
  ];
}

function checkSynonyms({ synonyms }: TemplatePackage): TemplateProblem[] {
  const labels = synonyms.flatMap((group, index) =>
    group.map((label, place) => ({
      name: bareLabel(label),
      path: `synonyms[${index}][${place}]`,
    })),
  );
  return duplicates(labels, "同义名称");
}

interface Numbered {
  readonly code: string;
  readonly id: string;
}

function checkRelationCodes({ tables, relations, checks }: TemplatePackage): TemplateProblem[] {
  const derived = tables.flatMap((table, index) => sumCodes(table, `tables[${index}]`));
  const written = relations.map((numbered, index) => ({ numbered, path: `relations[${index}]` }));
  const inCode = checks.map((numbered, index) => ({ numbered, path: `checks[${index}]` }));
  const all = [...derived, ...written, ...inCode];
  return [
    ...duplicates(
      all.map(({ numbered, path }) => ({ name: numbered.code, path: `${path}.code` })),
      "编号",
    ),
    ...duplicates(
      all.map(({ numbered, path }) => ({ name: numbered.id, path: `${path}.id` })),
      "公式标识",
    ),
  ];
}

interface NumberedAt {
  readonly numbered: Numbered;
  readonly path: string;
}

function sumCodes({ blocks }: TableDefinition, tablePath: string): NumberedAt[] {
  const found: NumberedAt[] = [];
  const add = (numbered: Numbered | undefined, path: string) => {
    if (numbered) found.push({ numbered, path });
  };
  for (const [index, { columns, rows, tree }] of blocks.entries()) {
    const path = `${tablePath}.blocks[${index}]`;
    for (const [at, { sum }] of columns.entries()) add(sum, `${path}.columns[${at}].sum`);
    for (const [at, { sum, childSum }] of rows.entries()) {
      add(sum, `${path}.rows[${at}].sum`);
      add(childSum, `${path}.rows[${at}].childSum`);
    }
    add(tree?.totalSum, `${path}.tree.totalSum`);
    add(tree?.childSum, `${path}.tree.childSum`);
  }
  return found;
}
