import type { PlacedBlock, PlacedRow } from "./placement";

/** The listed codes of a block as a tree. Prints that leave out a level (only 项, or 类 and 项) are trees too. */
export interface CodeTree {
  /** Listed codes without a listed parent, in the order they stand. */
  readonly roots: readonly PlacedRow[];
  childrenOf(code: string): readonly PlacedRow[];
  /** Row ids of the same, each once: a code may stand in several rows (a mistake). */
  readonly rootIds: readonly string[];
  childIdsOf(code: string): readonly string[];
  /** The row of a code; where a print leaves out that level, the topmost rows listed below it. */
  idsOf(code: string): readonly string[];
  /** Whether it lists the code only as part of a code above it: how much of that it is cannot be told. */
  stopsAbove(code: string): boolean;
}

const trees = new WeakMap<PlacedBlock, CodeTree>();
const NONE: readonly PlacedRow[] = [];
const NO_IDS: readonly string[] = [];

export function codeTreeOf(block: PlacedBlock): CodeTree {
  const known = trees.get(block);
  if (known) return known;
  const tree = buildTree(block.rows);
  trees.set(block, tree);
  return tree;
}

/** The code one level up: 2010301 → 20103 → 201. */
export function parentCode(code: string): string | undefined {
  return code.length > 3 ? code.slice(0, code.length - 2) : undefined;
}

/** All above it, topmost first. */
export function ancestorCodes(code: string): string[] {
  const parent = parentCode(code);
  return parent === undefined ? [] : [...ancestorCodes(parent), parent];
}

function buildTree(rows: readonly PlacedRow[]): CodeTree {
  const listed = new Set(rows.flatMap((row) => (row.code === undefined ? [] : [row.code])));
  const roots: PlacedRow[] = [];
  const children = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    if (row.code === undefined) continue;
    let parent = parentCode(row.code);
    while (parent !== undefined && !listed.has(parent)) parent = parentCode(parent);
    if (parent === undefined) {
      roots.push(row);
      continue;
    }
    const siblings = children.get(parent);
    if (siblings) siblings.push(row);
    else children.set(parent, [row]);
  }
  const childIds = new Map([...children].map(([code, below]) => [code, uniqueIds(below)]));
  const standIns = new Map<string, readonly string[]>();
  const idsOf = (code: string): readonly string[] => {
    const known = standIns.get(code);
    if (known) return known;
    const ids = listed.has(code) ? [`#${code}`] : standInsFor(code, rows, listed);
    standIns.set(code, ids);
    return ids;
  };
  return {
    roots,
    childrenOf: (code) => children.get(code) ?? NONE,
    rootIds: uniqueIds(roots),
    childIdsOf: (code) => childIds.get(code) ?? NO_IDS,
    idsOf,
    stopsAbove: (code) => {
      if (listed.has(code)) return false;
      for (let above = parentCode(code); above !== undefined; above = parentCode(above)) {
        if (listed.has(above) && !children.has(above)) return true;
      }
      return false;
    },
  };
}

function standInsFor(
  code: string,
  rows: readonly PlacedRow[],
  listed: ReadonlySet<string>,
): readonly string[] {
  const below = rows.filter((row) => {
    if (row.code === undefined || !row.code.startsWith(code)) return false;
    let parent = parentCode(row.code);
    while (parent !== undefined && !listed.has(parent)) parent = parentCode(parent);
    return parent === undefined || !parent.startsWith(code);
  });
  return below.length === 0 ? [`#${code}`] : uniqueIds(below);
}

function uniqueIds(rows: readonly PlacedRow[]): readonly string[] {
  return [...new Set(rows.map(({ id }) => id))];
}
