import { bareLabel, normaliseLabel } from "../template/labels";
import type { Block, Column, Row, Table, TemplateStructure } from "../template/template";
import type { ColumnSelector, Reference, RowScope, RowSelector } from "./expression";
import { nearest } from "./nearest";
import { fail } from "./tokens";
import { tableWords } from "./write";

const SCOPES: Readonly<Record<string, RowScope>> = {
  每行: "rows",
  每码: "codes",
  每类: "class",
  每款: "section",
  每项: "item",
};
const PREVIOUS_YEAR = /^上年[·・.]/u;

interface Places {
  readonly table: number;
  readonly cell: number;
}

/** One thing that a path may mean, in one block. */
interface Candidate<T> {
  readonly block: Block;
  readonly path: readonly string[];
  readonly selector: T;
}

/** `表[行, 列]` → what it means. Throws FormulaError that names the candidates or the nearest label. */
export function resolveReference(
  tableName: string,
  cell: string,
  structure: TemplateStructure,
  at: Places,
): Reference {
  const year = PREVIOUS_YEAR.test(tableName) ? "previous" : "current";
  const name = tableName.replace(PREVIOUS_YEAR, "");
  const table = findTable(name, structure, at.table);
  const text = `${tableName}[${cell}]`;
  const place = { at: at.cell, length: cell.length };
  const canonical = (label: string) => structure.canonical(bareLabel(label));
  const parts = splitTop(cell, /[,，]/u).map((part) =>
    splitTop(part, /[/／]/u).map((label) => unquote(label)),
  );

  const [first, second, ...more] = parts;
  if (!first || first.some((label) => label === "")) {
    return fail({ ...place, message: "方括号里要写 [行, 列]。" });
  }
  if (more.length > 0) {
    return fail({
      ...place,
      message: "方括号里只能有行和列两部分；名称里有逗号时请加「」。",
    });
  }
  if (!second) {
    const columns = recordColumns(table, first.map(canonical), canonical);
    const named = columns.map((each) => ({ ...each, path: [each.path.join("/")] }));
    const only = choose(named, cell, table, place);
    return {
      year,
      table,
      block: only.block,
      row: { kind: "row", id: "" },
      column: only.selector,
      text,
    };
  }
  const rows = rowCandidates(table, first, canonical);
  if (rows.length === 0) failUnknown("行", first, allRowLabels(table), table, place);
  const columns = columnCandidates(table, second, canonical);
  if (columns.length === 0) failUnknown("列", second, allColumnLabels(table), table, place);
  const pairs = rows.flatMap((row) =>
    columns
      .filter((column) => column.block === row.block)
      .map((column) => ({
        block: row.block,
        path: [row.path.join("/"), column.path.join("/")],
        selector: { row: row.selector, column: column.selector },
      })),
  );
  if (pairs.length === 0) {
    return fail({
      ...place,
      message: `《${tableWords(table)}》里“${first.join("/")}”所在的一半没有“${second.join("/")}”这一列。`,
    });
  }
  const pair = choose(pairs, cell, table, place);
  return {
    year,
    table,
    block: pair.block,
    row: pair.selector.row,
    column: pair.selector.column,
    text,
  };
}

function findTable(name: string, structure: TemplateStructure, at: number): Table {
  const wanted = tableLabel(name);
  const names = new Map<string, Table>();
  for (const table of structure.tables.values()) {
    const { definition } = table;
    for (const known of [
      definition.title,
      definition.key,
      definition.sheetName,
      ...(definition.titleAliases ?? []),
      ...numbersOf(definition.number),
    ]) {
      const label = tableLabel(known);
      // The forms of several projects share their title; sheets have names of their own.
      if (!names.has(label)) names.set(label, table);
    }
  }
  const table = names.get(wanted);
  if (table) return table;
  const suggestion = nearest(wanted, names.keys());
  return fail({
    at,
    length: name.length,
    message: `模板里没有《${name}》这张表。`,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

/** 公开03表, or 03表 as people say. */
function numbersOf(number = ""): readonly string[] {
  return number === "" ? [] : [number, number.replace(/^公开/u, "")];
}

/** Titles carry the year ({年度}年度…) where formulas don't. */
function tableLabel(title: string): string {
  return normaliseLabel(title.replace(/^\{年度\}年度?(?:部门)?/u, ""));
}

function rowCandidates(
  table: Table,
  path: readonly string[],
  canonical: (label: string) => string,
): Candidate<RowSelector>[] {
  const last = path.at(-1) ?? "";
  const before = path.slice(0, -1).map(canonical);
  const found: Candidate<RowSelector>[] = [];
  for (const block of table.blocks) {
    const selectors = namedSelectors(block, last, path);
    if (selectors.length > 0) {
      const blockName = block.definition.name;
      const outer =
        selectors[0]?.kind === "children" && path.length > 1 ? before.slice(0, -1) : before;
      if (outer.every((label) => blockName !== undefined && canonical(blockName) === label)) {
        for (const selector of selectors) found.push({ block, path: [...path], selector });
      }
      continue;
    }
    const wanted = path.map(canonical);
    for (const row of block.rows) {
      if (row.path.length === 0) continue;
      const own = row.path.map(canonical);
      if (matches(own, wanted)) {
        found.push({ block, path: own, selector: { kind: "row", id: row.id } });
      }
    }
    found.push(...groupCandidates(block, path, canonical));
  }
  return preferExact(found, path.map(canonical));
}

/** Selectors that are no label: 每行, 下级, 各类, 各行, #code. */
function namedSelectors(block: Block, last: string, path: readonly string[]): RowSelector[] {
  const hasCodes =
    block.definition.kind === "tree" || block.rows.some((row) => row.definition.code !== undefined);
  const scope = Object.hasOwn(SCOPES, last) ? SCOPES[last] : undefined;
  if (scope !== undefined) {
    return scope === "rows" || hasCodes ? [{ kind: "each", scope }] : [];
  }
  if (last === "下级" && hasCodes) {
    const parent = path.at(-2);
    if (!parent?.startsWith("#")) return [{ kind: "children" }];
    const code = parent.slice(1);
    return knowsCode(block, code) ? [{ kind: "children", code }] : [];
  }
  if (last === "各类" && block.definition.kind === "tree") return [{ kind: "roots" }];
  if (last === "各行" && block.definition.kind === "list") return [{ kind: "listed" }];
  if (last.startsWith("#")) {
    const code = last.slice(1);
    return knowsCode(block, code) ? [{ kind: "code", code }] : [];
  }
  return [];
}

/** A tree may list any code. */
function knowsCode(block: Block, code: string): boolean {
  return (
    (block.definition.kind === "tree" && /^[0-9]{3,7}$/u.test(code)) ||
    block.rows.some((row) => row.definition.code === code)
  );
}

function groupCandidates(
  block: Block,
  path: readonly string[],
  canonical: (label: string) => string,
): Candidate<RowSelector>[] {
  const last = path.at(-1) ?? "";
  const name = canonical(last);
  const rows = block.rows.filter((row) =>
    (row.definition.groups ?? []).some((group) => canonical(group) === name),
  );
  const blockName = block.definition.name;
  const inBlock = path
    .slice(0, -1)
    .every((label) => blockName !== undefined && canonical(blockName) === canonical(label));
  if (rows.length === 0 || !inBlock) return [];
  return [
    {
      block,
      path: [...(blockName === undefined ? [] : [canonical(blockName)]), name],
      selector: { kind: "group", name: last, ids: rows.map((row) => row.id) },
    },
  ];
}

function columnCandidates(
  table: Table,
  path: readonly string[],
  canonical: (label: string) => string,
): Candidate<ColumnSelector>[] {
  const found: Candidate<ColumnSelector>[] = [];
  const wanted = path.map(canonical);
  for (const block of table.blocks) {
    if (wanted.length === 1 && wanted[0] === "每列") {
      found.push({ block, path: wanted, selector: { kind: "each" } });
      continue;
    }
    for (const column of valueColumns(block)) {
      const own = column.path.map(canonical);
      const others = (column.definition.aliases ?? []).map((alias) => [
        ...own.slice(0, -1),
        canonical(alias),
      ]);
      if ([own, ...others].some((path) => matches(path, wanted))) {
        found.push({ block, path: own, selector: { kind: "column", key: column.key } });
      }
    }
  }
  return preferExact(found, wanted);
}

function recordColumns(
  table: Table,
  wanted: readonly string[],
  canonical: (label: string) => string,
): Candidate<ColumnSelector>[] {
  const found: Candidate<ColumnSelector>[] = [];
  for (const block of table.blocks) {
    if (block.definition.kind !== "record") continue;
    for (const column of valueColumns(block)) {
      const own = column.path.map(canonical);
      if (matches(own, wanted)) {
        found.push({ block, path: own, selector: { kind: "column", key: column.key } });
      }
    }
  }
  return preferExact(found, wanted);
}

function valueColumns(block: Block): Column[] {
  return block.columns.filter(
    ({ definition }) => definition.role === "figure" || definition.role === "text",
  );
}

/** The wanted labels in order, the last one being the thing's own label. */
function matches(path: readonly string[], wanted: readonly string[]): boolean {
  if (path.at(-1) !== wanted.at(-1)) return false;
  let next = 0;
  for (const label of path) if (label === wanted[next]) next += 1;
  return next === wanted.length;
}

/** A path written out in full, or all but the block's name, means that one even where others end alike. */
function preferExact<T>(found: readonly Candidate<T>[], wanted: readonly string[]): Candidate<T>[] {
  const same = found.filter(
    ({ path }) =>
      path.length === wanted.length && path.every((label, index) => label === wanted[index]),
  );
  return same.length > 0 ? same : [...found];
}

function choose<T>(
  candidates: readonly Candidate<T>[],
  written: string,
  table: Table,
  place: { at: number; length: number },
): Candidate<T> {
  const [only, another] = candidates;
  if (!only) {
    return fail({
      ...place,
      message: `《${tableWords(table)}》里没有“${written.trim()}”；有行和列的表要写作 [行, 列]。`,
    });
  }
  if (another) {
    const names = candidates.map(({ path }) => `[${path.join(", ")}]`).join("、");
    return fail({
      ...place,
      message: `“${written.trim()}”在《${tableWords(table)}》里不止一处：${names}。请写全路径。`,
      suggestion: `[${only.path.join(", ")}]`,
    });
  }
  return only;
}

function failUnknown(
  what: "行" | "列",
  path: readonly string[],
  labels: readonly string[],
  table: Table,
  place: { at: number; length: number },
): never {
  const suggestion = nearest(bareLabel(path.at(-1) ?? ""), labels);
  fail({
    ...place,
    message: `《${tableWords(table)}》里没有“${path.join("/")}”这一${what}。`,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

function allRowLabels(table: Table): string[] {
  const rows = table.blocks.flatMap((block) => block.rows);
  const groups = rows.flatMap((row: Row) => row.definition.groups ?? []);
  return [...rows.map((row) => row.path.at(-1) ?? ""), ...groups].filter((label) => label !== "");
}

function allColumnLabels(table: Table): string[] {
  return table.blocks.flatMap((block) =>
    valueColumns(block).map((column) => column.path.at(-1) ?? ""),
  );
}

/** Splits at separators outside 「」. */
function splitTop(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let part = "";
  let quoted = false;
  for (const char of text) {
    if (char === "「") quoted = true;
    if (char === "」") quoted = false;
    if (!quoted && separator.test(char)) {
      parts.push(part);
      part = "";
    } else {
      part += char;
    }
  }
  return [...parts, part];
}

function unquote(label: string): string {
  const trimmed = label.trim();
  return trimmed.startsWith("「") && trimmed.endsWith("」") ? trimmed.slice(1, -1) : trimmed;
}
