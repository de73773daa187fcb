import { bareLabel } from "./labels";
import { checkColumnSum, checkRowSums } from "./checkSums";
import type { Block, Row, Table, TemplateStructure } from "./template";
import type { BlockDefinition, ColumnRole } from "./templatePackage";
import type { TemplateProblem } from "./templateProblem";

const TOTAL = "合计";

export function checkBlock(
  { canonical }: TemplateStructure,
  table: Table,
  block: Block,
  tablePath: string,
): TemplateProblem[] {
  const path = `${tablePath}.blocks[${block.index}]`;
  return [
    ...checkKind(block, canonical, path),
    ...checkColumns(block, canonical, path),
    ...checkRows(block, path),
    ...checkPreviousYear(table, block, path),
    ...block.rows.flatMap((row, index) =>
      checkRowSums(table, block, row, canonical, `${path}.rows[${index}]`),
    ),
  ];
}

type Canonical = TemplateStructure["canonical"];

function checkKind({ definition }: Block, canonical: Canonical, path: string): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const { kind, rows, tree } = definition;
  const [row] = rows;
  if (kind !== "rows" && rows.length !== 1) {
    problems.push({ path: `${path}.rows`, message: `这种表块（${kind}）只写一行` });
  }
  if ((kind === "tree") !== (tree !== undefined)) {
    const message = kind === "tree" ? "科目表块缺少 tree" : "只有科目表块（tree）才有 tree";
    problems.push({ path: `${path}.tree`, message });
  }
  if (kind === "tree" && canonical(row?.label ?? "") !== canonical(TOTAL)) {
    problems.push({ path: `${path}.rows[0].label`, message: `科目表块的这一行应为“${TOTAL}”` });
  }
  if (kind === "list" && row?.label === undefined) {
    problems.push({ path: `${path}.rows[0].label`, message: "缺少此项" });
  }
  if (kind === "record" && (row?.label !== undefined || row?.code !== undefined)) {
    problems.push({ path: `${path}.rows[0]`, message: "单行表块的行没有名称和编码" });
  }
  return [...problems, ...missingRoles(definition, path)];
}

const NEEDED_ROLES: Readonly<Record<BlockDefinition["kind"], readonly ColumnRole[]>> = {
  rows: [],
  tree: ["code", "name", "figure"],
  record: [],
  list: ["label"],
};

function missingRoles({ kind, columns }: BlockDefinition, path: string): TemplateProblem[] {
  const roles = new Set(columns.map(({ role }) => role));
  if (kind === "rows" && !roles.has("label") && !roles.has("name")) {
    return [{ path: `${path}.columns`, message: "缺少写行名的列（label 或 name）" }];
  }
  return NEEDED_ROLES[kind]
    .filter((role) => !roles.has(role))
    .map((role) => ({ path: `${path}.columns`, message: `缺少 ${role} 列` }));
}

function checkColumns(block: Block, canonical: Canonical, path: string): TemplateProblem[] {
  const keys = new Set<string>();
  return block.columns.flatMap((column, index) => {
    const at = `${path}.columns[${index}]`;
    const repeated = keys.has(column.key);
    keys.add(column.key);
    return [
      ...(repeated
        ? [{ path: `${at}.heading`, message: `列名“${column.key}”在这一块里不止一处` }]
        : []),
      ...checkColumnSum(block, column, canonical, at),
    ];
  });
}

function checkRows({ definition, rows }: Block, path: string): TemplateProblem[] {
  const ids = new Set<string>();
  const labels = new Set<string>();
  const groups = new Set(rows.flatMap((row) => row.definition.groups ?? []));
  return rows.flatMap((row, index) => {
    const at = `${path}.rows[${index}]`;
    const { label, code, of } = row.definition;
    const problems: TemplateProblem[] = [];
    if (label === undefined && definition.kind !== "record" && saysMore(row)) {
      problems.push({ path: `${at}.label`, message: "缺少此项：空行只能有行次" });
    }
    if (of !== undefined && !labels.has(bareLabel(of))) {
      const message = `上面没有名为“${of}”的行`;
      problems.push({ path: `${at}.of`, message });
    }
    if (ids.has(row.id)) {
      problems.push({
        path: `${at}.${code === undefined ? "label" : "code"}`,
        message: `行“${row.id}”在这一块里不止一处`,
        suggestion: "属于上一行的明细时，用 of 写明上级",
      });
    }
    if (label !== undefined && groups.has(bareLabel(label))) {
      problems.push({ path: `${at}.label`, message: `“${label}”同时是组名，请改组名` });
    }
    ids.add(row.id);
    if (label !== undefined) labels.add(bareLabel(label));
    return problems;
  });
}

function checkPreviousYear(
  { definition: { role } }: Table,
  { rows }: Block,
  path: string,
): TemplateProblem[] {
  return rows.flatMap(({ definition: { previousYear, unit } }, index) => {
    if (previousYear === undefined) return [];
    const at = `${path}.rows[${index}].previousYear`;
    if (role !== "supplement") return [{ path: at, message: "只有补充资料的行才写上年数的来处" }];
    return unit === "元" || unit === "万元"
      ? []
      : [{ path: at, message: "取上年数的行，单位应为元或万元" }];
  });
}

/** Blank printed rows have a line number at most. */
function saysMore({ definition }: Row): boolean {
  return Object.keys(definition).some((key) => key !== "line");
}
