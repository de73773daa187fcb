import { nearest } from "../expression/nearest";
import { columnsNamed, rowsNamed, sumTerm } from "./sumNames";
import type { Block, Column, Row, Table, TemplateStructure } from "./template";
import type { TemplateProblem } from "./templateProblem";

type Canonical = TemplateStructure["canonical"];

export function checkColumnSum(
  block: Block,
  column: Column,
  canonical: Canonical,
  path: string,
): TemplateProblem[] {
  const { sum, role } = column.definition;
  if (!sum) return [];
  if (role !== "figure") return [{ path: `${path}.sum`, message: "只有数字列才能是其他列之和" }];
  const names = block.figureColumns.map(({ key }) => key);
  return sum.of.flatMap((written, index) => {
    const { name } = sumTerm(written);
    const found = columnsNamed(block, name, canonical);
    return termProblem(`${path}.sum.of[${index}]`, name, found.length, "列", {
      self: found.includes(column),
      known: names,
    });
  });
}

export function checkRowSums(
  table: Table,
  block: Block,
  row: Row,
  canonical: Canonical,
  path: string,
): TemplateProblem[] {
  const { sum, childSum, code } = row.definition;
  const problems: TemplateProblem[] = [];
  if (childSum && !hasChildren(block, code)) {
    problems.push({ path: `${path}.childSum`, message: "这一行没有下级编码，不能是下级之和" });
  }
  for (const [index, written] of (sum?.of ?? []).entries()) {
    const { name } = sumTerm(written);
    const { isGroup, rows } = rowsNamed(table, block, name, canonical);
    const found = isGroup ? 1 : rows.length;
    problems.push(
      ...termProblem(`${path}.sum.of[${index}]`, name, found, "行", {
        self: rows.includes(row),
        known: rowNames(table),
      }),
    );
  }
  return problems;
}

function hasChildren({ rows }: Block, code: string | undefined): boolean {
  return (
    code !== undefined &&
    rows.some(({ definition }) => definition.code !== code && definition.code?.startsWith(code))
  );
}

function rowNames(table: Table): string[] {
  return table.blocks.flatMap(({ rows }) =>
    rows.flatMap(({ path, definition }) => [...path.slice(-1), ...(definition.groups ?? [])]),
  );
}

function termProblem(
  path: string,
  name: string,
  found: number,
  what: "行" | "列",
  { self, known }: { self: boolean; known: readonly string[] },
): TemplateProblem[] {
  if (self) return [{ path, message: `“${name}”包含了合计自己` }];
  if (found === 1) return [];
  if (found > 1) return [{ path, message: `“${name}”不止一${what}，请写全路径` }];
  const meant = nearest(name, known);
  return [
    {
      path,
      message: `没有名为“${name}”的${what}`,
      ...(meant === undefined ? {} : { suggestion: `是否为“${meant}”` }),
    },
  ];
}
