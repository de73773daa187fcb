import { compileTemplate, type Template } from "../../../src/domain/checking/compileTemplate";
import type { Disclosure } from "../../../src/domain/disclosure/disclosure";
import { indexTables } from "../../../src/domain/template/indexTables";
import type { RelationDefinition } from "../../../src/domain/template/templatePackage";
import type { CellValue } from "../../../src/domain/workbook/workbookSnapshot";
import { typedFigures } from "../expression/typedFigures";
import { smallPackage } from "../template/smallPackage";

export interface SmallSet {
  readonly template: Template;
  readonly source: Disclosure;
}

export interface SmallTable {
  readonly columns?: readonly string[];
  /** Label → figures as typed, column by column. */
  readonly rows: Readonly<Record<string, CellValue | readonly CellValue[]>>;
  /** Label of a total → the labels that it adds up, "-" before those taken away. */
  readonly sums?: Readonly<Record<string, readonly string[]>>;
  /** Heading of a total → the headings that it adds up. */
  readonly columnSums?: Readonly<Record<string, readonly string[]>>;
  readonly decimals?: number;
}

/** A set of tables 甲表, 乙表 … with fixed rows and the relations that they are to satisfy. */
export function smallSet(
  tables: Readonly<Record<string, SmallTable>>,
  formulas: readonly (string | Pick<RelationDefinition, "formula" | "level" | "when">)[] = [],
): SmallSet {
  let code = 100;
  const next = () => ({ code: `K${String((code += 1))}`, id: `sum-${String(code)}` });
  const structure = indexTables({
    ...smallPackage,
    tables: Object.entries(tables).map(([title, table]) => ({
      key: title,
      role: "disclosure" as const,
      title,
      sheetName: title,
      orientation: "portrait" as const,
      required: true,
      notes: [],
      blocks: [
        {
          kind: "rows" as const,
          columns: [
            { role: "label" as const, heading: ["项目"], width: 20 },
            ...(table.columns ?? ["金额"]).map((heading) => ({
              role: "figure" as const,
              heading: [heading],
              width: 12,
              ...(table.decimals === undefined ? {} : { decimals: table.decimals }),
              ...(table.columnSums?.[heading]
                ? { sum: { ...next(), of: table.columnSums[heading] } }
                : {}),
            })),
          ],
          rows: Object.keys(table.rows).map((label) => ({
            label,
            ...(table.sums?.[label] ? { sum: { ...next(), of: table.sums[label] } } : {}),
          })),
        },
      ],
    })),
    relations: formulas.map((given) => ({
      ...next(),
      why: "",
      authority: { kind: "house" as const },
      ...(typeof given === "string" ? { formula: given, level: "must-hold" as const } : given),
    })),
  });
  const compiled = compileTemplate(structure);
  if ("problems" in compiled) throw new Error(JSON.stringify(compiled.problems));
  const cells = Object.entries(tables).flatMap(([title, { columns = ["金额"], rows }]) =>
    Object.entries(rows).flatMap(([label, typed]) =>
      columns.map((column, index): [string, CellValue] => [
        `${title}[${label}, ${column}]`,
        Array.isArray(typed) ? ((typed as CellValue[])[index] ?? null) : (typed as CellValue),
      ]),
    ),
  );
  const source: Disclosure = {
    ...typedFigures(structure, Object.fromEntries(cells)),
    structure,
    snapshot: { sheets: [] },
    texts: new Map(),
    problems: [],
  };
  return { template: compiled.template, source };
}

/** Table → row → what its cells print, parted by blanks. */
export function printed({ source }: SmallSet, figuresAt: Disclosure["figuresAt"]) {
  return Object.fromEntries(
    [...source.placement.tables.values()].map(({ table, blocks }) => [
      table.key,
      Object.fromEntries(
        blocks.flatMap(({ block, rows }) =>
          rows.map(({ id, label }) => [
            label === "" ? id : label,
            block.figureColumns
              .flatMap(({ key }) => figuresAt(table.key, block.index, id, key))
              .map(({ figure }) =>
                figure.kind === "amount"
                  ? figure.published.toFixed(2)
                  : "text" in figure
                    ? figure.text
                    : figure.kind,
              )
              .join(" "),
          ]),
        ),
      ),
    ]),
  );
}
