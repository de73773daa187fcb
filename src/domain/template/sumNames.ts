import { bareLabel } from "./labels";
import type { Block, Column, Row, Table, TemplateStructure } from "./template";

type Canonical = TemplateStructure["canonical"];

export interface SumTerm {
  readonly name: string;
  readonly taken: boolean;
}

/** A part of `sum.of`: "-本年支出/小计" is taken away. */
export function sumTerm(written: string): SumTerm {
  const taken = /^[-－−]/u.test(written);
  return { name: taken ? written.slice(1) : written, taken };
}

export interface NamedRows {
  readonly isGroup: boolean;
  readonly rows: readonly Row[];
}

/**
 * The rows that a label, #code or group means in a sum: a label or code in the own block goes before the same one
 * in another, a group has its rows in any block.
 */
export function rowsNamed(
  { blocks }: Table,
  own: Block,
  name: string,
  canonical: Canonical,
): NamedRows {
  const inOwn = labelled(own, name, canonical);
  if (inOwn.length > 0) return { isGroup: false, rows: inOwn };
  const group = blocks.flatMap((block) => grouped(block, name, canonical));
  return group.length > 0
    ? { isGroup: true, rows: group }
    : { isGroup: false, rows: blocks.flatMap((block) => labelled(block, name, canonical)) };
}

export function columnsNamed(block: Block, name: string, canonical: Canonical): readonly Column[] {
  return bestMatches(block.figureColumns, ({ path }) => path, name, canonical);
}

function grouped(block: Block, name: string, canonical: Canonical): Row[] {
  const wanted = canonical(name);
  return block.rows.filter(({ definition }) =>
    (definition.groups ?? []).some((group) => canonical(group) === wanted),
  );
}

function labelled(block: Block, name: string, canonical: Canonical): readonly Row[] {
  return name.startsWith("#")
    ? block.rows.filter(({ definition }) => definition.code === name.slice(1))
    : bestMatches(block.rows, ({ path }) => path, name, canonical);
}

/** As printed before synonyms, and the shortest path before longer ones that end alike. */
function bestMatches<T>(
  items: readonly T[],
  pathOf: (item: T) => readonly string[],
  name: string,
  canonical: Canonical,
): readonly T[] {
  for (const spelling of [bareLabel, canonical]) {
    const wanted = name.split("/").map(spelling);
    const found = items.filter((item) => endsWith(pathOf(item).map(spelling), wanted));
    const shortest = Math.min(...found.map((item) => pathOf(item).length));
    if (found.length > 0) return found.filter((item) => pathOf(item).length === shortest);
  }
  return [];
}

function endsWith(path: readonly string[], wanted: readonly string[]): boolean {
  const tail = path.slice(-wanted.length);
  return tail.length === wanted.length && tail.every((label, index) => label === wanted[index]);
}
