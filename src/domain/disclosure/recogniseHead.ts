import type { Block } from "../template/template";
import { isLike, type FoundBlock } from "./blockReading";
import { holdsFigure } from "./emptyTable";
import { headLabelsIn, readBand, type HeadBand, type HeadContext } from "./headBand";
import { headingFit, type WantedBlock, type WantedColumn } from "./headingIndex";
import type { Heading } from "./labelBook";
import { rowsKnown } from "./rowLabels";
import type { SheetGrid } from "./sheetGrid";

export interface FoundHead {
  readonly band: HeadBand;
  readonly blocks: readonly FoundBlock[];
  /** Higher is surer; for choosing between tables with like heads. */
  readonly fit: number;
}

/** All figure columns must be there to recognise a table by its head alone, half of them below its title. */
export type HeadStrictness = "all" | "half";

const SEARCH_DEPTH = 60;

export function findHead(
  context: HeadContext,
  pending: readonly WantedBlock[],
  top: number,
  bottom: number,
  strictness: HeadStrictness,
): FoundHead | undefined {
  const last = Math.min(bottom, top + SEARCH_DEPTH);
  for (let row = top; row <= last; row += 1) {
    if (headLabelsIn(context, row) === 0) continue;
    const band = readBand(context, row, bottom);
    const head = matchBand(context, band, pending, bottom);
    if (head.blocks.length > 0 && suffices(head, pending, strictness)) return head;
  }
  return undefined;
}

function suffices(
  { blocks }: FoundHead,
  pending: readonly WantedBlock[],
  strictness: HeadStrictness,
): boolean {
  // One block may hold the rows of several like ones (06 in two blocks, or in one).
  const isStoodInFor = (block: Block) =>
    blocks.every((found) => found.block !== block) &&
    blocks.some((found) => isLike(found.block, block));
  const wanted =
    strictness === "all"
      ? pending.filter(({ block }) => block.definition.below !== true && !isStoodInFor(block))
      : pending.filter(({ block }) => blocks.some((found) => found.block === block));
  const keys = wanted.flatMap(({ block }) =>
    valued(block).map((key) =>
      blocks.some((found) => found.block === block && found.columns.has(key)),
    ),
  );
  const found = keys.filter(Boolean).length;
  return strictness === "all"
    ? found === keys.length && found > 0
    : found > 0 && found * 2 >= keys.length;
}

function valued({ columns, figureColumns }: Block): string[] {
  const texts = columns.filter(({ definition }) => definition.role === "text");
  return (figureColumns.length > 0 ? figureColumns : texts).map(({ key }) => key);
}

interface Group {
  readonly left: number;
  readonly right: number;
  /** Where the codes or labels stand: at the left but for names that come first. */
  readonly lead: number;
}

function matchBand(
  context: HeadContext,
  band: HeadBand,
  pending: readonly WantedBlock[],
  bottom: number,
): FoundHead {
  const names = new Set(pending.flatMap(({ name }) => (name === undefined ? [] : [name])));
  const blocks: FoundBlock[] = [];
  let fit = 0;
  let matched = 0;
  const place = (wanted: WantedBlock, group: Group): boolean => {
    const { columns, score, taken } = matchColumns(band, wanted, group, names);
    if (columns.size === 0 || (columns.size === 1 && wanted.lead)) return false;
    const { left, right } = group;
    const unclear = settleDoubles(context, band, { wanted, group, names, columns, taken }, bottom);
    blocks.push({ block: wanted.block, columns, left, right, unclear });
    fit += score;
    matched += taken.size;
    return true;
  };

  const groups = splitGroups(context, band, pending, names);
  const free = new Set(pending.filter(({ lead }) => lead !== undefined));
  for (const group of groups) {
    const wanted = bestBlock(context, band, group, [...free], names, bottom);
    if (wanted && place(wanted, group)) free.delete(wanted);
  }
  if (groups.length === 0) {
    const right = Math.max(0, ...band.paths.keys());
    pending
      .filter(({ lead }) => !lead)
      .some((wanted) => place(wanted, { left: 1, right, lead: 1 }));
  }
  return { band, blocks, fit: fit - 20 * (band.paths.size - matched) };
}

/** A block begins where its codes or labels stand. */
function splitGroups(
  { grid }: HeadContext,
  band: HeadBand,
  pending: readonly WantedBlock[],
  names: ReadonlySet<string>,
): Group[] {
  const starts: { left: number; lead: number }[] = [];
  let before: { column: number; text: string } | undefined;
  const columns = [...band.paths.keys()].sort((a, b) => a - b);
  for (const column of columns) {
    const path = band.paths.get(column) ?? [];
    if (!pending.some((block) => block.lead && headingFit(path, block.lead, block, names) > 0)) {
      continue;
    }
    const text = path.map(({ normal }) => normal).join("/");
    const goesOn = before?.column === column - 1 && before.text === text;
    if (!goesOn) {
      const isName = (at: number) => isNameColumn(band.paths.get(at) ?? [], pending, names);
      const isBehind = isName(column - 1) && !isName(column + 1);
      starts.push({ left: isBehind ? column - 1 : column, lead: column });
    }
    before = { column, text };
  }
  const end = columns.at(-1) ?? grid.width;
  return starts.map(({ left, lead }, place) => ({
    left,
    lead,
    right: (starts[place + 1]?.left ?? end + 1) - 1,
  }));
}

/** Some prints have the names before the codes. */
function isNameColumn(
  path: readonly Heading[],
  pending: readonly WantedBlock[],
  names: ReadonlySet<string>,
): boolean {
  return pending.some((block) =>
    block.columns.some(
      (wanted) =>
        wanted.column.definition.role === "name" && headingFit(path, wanted, block, names) > 0,
    ),
  );
}

/** By the name above the block; blocks with the same headings (06) by the codes that stand below. */
function bestBlock(
  context: HeadContext,
  band: HeadBand,
  group: Group,
  free: readonly WantedBlock[],
  names: ReadonlySet<string>,
  bottom: number,
): WantedBlock | undefined {
  const path = band.paths.get(group.lead) ?? [];
  const candidates = free
    .map((wanted) => ({
      wanted,
      fit:
        (wanted.lead ? headingFit(path, wanted.lead, wanted, names) : 0) +
        (path[0]?.canonical === wanted.name ? 100 : 0),
    }))
    .filter(({ fit }) => fit > 0);
  const best = Math.max(...candidates.map(({ fit }) => fit));
  const equal = candidates.filter(({ fit }) => fit === best);
  if (equal.length < 2) return equal[0]?.wanted;
  const known = equal.map(({ wanted }) => ({
    wanted,
    rows: rowsKnown(context, wanted.block, group, band.lastRow + 1, bottom),
  }));
  const most = Math.max(...known.map(({ rows }) => rows));
  return known.find(({ rows }) => rows === most)?.wanted;
}

function matchColumns(
  band: HeadBand,
  block: WantedBlock,
  group: Group,
  names: ReadonlySet<string>,
): { columns: Map<string, number>; score: number; taken: ReadonlySet<number> } {
  const fits: { wanted: WantedColumn; column: number; fit: number; year: number }[] = [];
  for (let column = group.left; column <= group.right; column += 1) {
    const path = band.paths.get(column);
    if (!path) continue;
    for (const wanted of block.columns) {
      const fit = headingFit(path, wanted, block, names);
      if (fit > 0) fits.push({ wanted, column, fit, year: yearOf(path) });
    }
  }
  // Stable: equal fits of one year go left to right on both sides. Beside the year of the accounts stands the one before.
  fits.sort((a, b) => b.fit - a.fit || b.year - a.year);
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  let score = 0;
  for (const { wanted, column, fit } of fits) {
    if (taken.has(column) || columns.has(wanted.column.key)) continue;
    taken.add(column);
    columns.set(wanted.column.key, column);
    score += fit;
  }
  return { columns, score, taken };
}

function yearOf(path: readonly Heading[]): number {
  return Math.max(0, ...path.map(({ year = 0 }) => year));
}

interface Matched {
  readonly wanted: WantedBlock;
  readonly group: Group;
  readonly names: ReadonlySet<string>;
  readonly columns: Map<string, number>;
  readonly taken: ReadonlySet<number>;
}

/**
 * A heading that stands over several columns leaves open which is meant, unless only one of them holds figures. Takes
 * the others out of `columns` and names them.
 */
function settleDoubles(
  { grid }: HeadContext,
  band: HeadBand,
  { wanted, group, names, columns, taken }: Matched,
  bottom: number,
): ReadonlyMap<string, readonly number[]> {
  const unclear = new Map<string, readonly number[]>();
  if (taken.size === group.right - group.left + 1) return unclear;
  for (const each of wanted.columns) {
    const { key, definition } = each.column;
    const column = columns.get(key);
    if (definition.role !== "figure" || column === undefined) continue;
    const own = band.paths.get(column) ?? [];
    const fit = headingFit(own, each, wanted, names);
    const doubles = [column];
    for (let other = group.left; other <= group.right; other += 1) {
      const path = band.paths.get(other);
      if (!path || taken.has(other) || yearOf(path) !== yearOf(own)) continue;
      if (headingFit(path, each, wanted, names) === fit) doubles.push(other);
    }
    if (doubles.length === 1) continue;
    const filled = doubles.filter((other) => holdsFigures(grid, other, band.lastRow + 1, bottom));
    if (filled.length > 1) {
      columns.delete(key);
      unclear.set(key, filled);
    } else columns.set(key, filled[0] ?? column);
  }
  return unclear;
}

const ENOUGH_ROWS = 200;

function holdsFigures(grid: SheetGrid, column: number, top: number, bottom: number): boolean {
  for (let row = top; row <= Math.min(bottom, top + ENOUGH_ROWS); row += 1) {
    if (holdsFigure(grid.value(row, column))) return true;
  }
  return false;
}
