import { bareLabel, normaliseLabel } from "./labels";
import type { Block, Column, Row, Table, TemplateStructure } from "./template";
import type {
  BlockDefinition,
  ColumnDefinition,
  RowDefinition,
  TableDefinition,
  TemplatePackage,
} from "./templatePackage";

/** The names by which formulas, recognition and layout speak of the package's tables, rows and columns. */
export function indexTables(definition: TemplatePackage): TemplateStructure {
  return {
    definition,
    tables: new Map(definition.tables.map((table) => [table.key, indexTable(table)])),
    canonical: canonicalLabels(definition.synonyms),
  };
}

function canonicalLabels(synonyms: TemplatePackage["synonyms"]): (label: string) => string {
  const firstOf = new Map<string, string>();
  for (const group of synonyms) {
    const [first = "", ...others] = group.map(bareLabel);
    for (const other of others) firstOf.set(other, first);
  }
  return (label) => {
    const bare = bareLabel(label);
    return firstOf.get(bare) ?? bare;
  };
}

function indexTable(definition: TableDefinition): Table {
  return { key: definition.key, definition, blocks: definition.blocks.map(indexBlock) };
}

function indexBlock(definition: BlockDefinition, index: number): Block {
  const prefix = definition.name === undefined ? [] : [normaliseLabel(definition.name)];
  const columns = definition.columns.map((column) => indexColumn(column, prefix));
  return {
    index,
    definition,
    columns,
    figureColumns: columns.filter((column) => column.definition.role === "figure"),
    rows: indexRows(definition, prefix),
  };
}

function indexColumn(definition: ColumnDefinition, prefix: readonly string[]): Column {
  const headings = definition.heading.map(normaliseLabel);
  return { key: headings.join("/"), definition, path: [...prefix, ...headings] };
}

function indexRows({ kind, rows }: BlockDefinition, prefix: readonly string[]): Row[] {
  // An "of which" belongs to the nearest row above that bears its parent's label.
  const pathByLabel = new Map<string, readonly string[]>();
  return rows.map((definition, index) => {
    const { label, code } = definition;
    if (label === undefined) {
      return { id: kind === "record" ? "" : `blank:${index + 1}`, definition, path: [] };
    }
    const own = bareLabel(label);
    const path = [...parentPath(definition, pathByLabel), own];
    pathByLabel.set(own, path);
    return {
      id: code === undefined ? path.join("/") : `#${code}`,
      definition,
      path: [...prefix, ...path],
    };
  });
}

function parentPath(
  { of }: RowDefinition,
  pathByLabel: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (of === undefined) return [];
  const parent = bareLabel(of);
  return pathByLabel.get(parent) ?? [parent];
}
