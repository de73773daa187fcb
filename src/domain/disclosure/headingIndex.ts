import type { Block, Column, Table } from "../template/template";
import type { Heading, LabelBook, Spelling } from "./labelBook";

/** One heading of a path, with the other words for it. */
export interface WantedPart extends Heading {
  readonly synonyms: readonly string[];
}

/** A column of the package with its heading path, spelt for comparing. The block's name is left out. */
export interface WantedColumn {
  readonly column: Column;
  readonly path: readonly WantedPart[];
  readonly joined: string;
}

export interface WantedBlock {
  readonly block: Block;
  readonly name?: string;
  /** The column that begins the block: codes or labels. A record has none. */
  readonly lead?: WantedColumn;
  readonly columns: readonly WantedColumn[];
  readonly labels: ReadonlySet<string>;
}

/** What the headings of a table may say. */
export interface HeadingIndex {
  readonly table: Table;
  readonly blocks: readonly WantedBlock[];
  readonly labels: ReadonlySet<string>;
  readonly depth: number;
}

const LEADING = new Set(["label", "code"]);

const indexes = new WeakMap<Table, HeadingIndex>();

export function headingIndex(table: Table, book: LabelBook): HeadingIndex {
  const known = indexes.get(table);
  if (known) return known;
  const index = newIndex(table, book);
  indexes.set(table, index);
  return index;
}

function newIndex(table: Table, book: LabelBook): HeadingIndex {
  const blocks = table.blocks.map((block): WantedBlock => {
    const columns = block.columns.map((column): WantedColumn => {
      const path = column.definition.heading.map((part): WantedPart => {
        const heading = book.heading(part);
        return { ...heading, synonyms: book.synonymsOf(heading.canonical) };
      });
      return { column, path, joined: path.map(({ normal }) => normal).join("") };
    });
    const lead = columns.find(({ column }) => LEADING.has(column.definition.role));
    const { name } = block.definition;
    const parts = columns.flatMap(({ path }) => path);
    return {
      block,
      columns,
      labels: new Set(parts.map(({ canonical }) => canonical)),
      ...(name === undefined ? {} : { name: book.heading(name).canonical }),
      ...(lead === undefined ? {} : { lead }),
    };
  });
  const names = blocks.flatMap(({ name }) => (name === undefined ? [] : [name]));
  return {
    table,
    blocks,
    labels: new Set([...names, ...blocks.flatMap(({ labels }) => [...labels])]),
    depth: Math.max(...blocks.flatMap(({ columns }) => columns.map(({ path }) => path.length + 1))),
  };
}

const CUT = 4;
/** Forms call the column of the sum by any of these. */
const TOTALS = new Set([
  "合计",
  "小计",
  "总计",
  "支出合计",
  "本年支出合计",
  "收入合计",
  "本年收入合计",
]);
/** Below 事业收入 they mean 事业收入 itself. */
const OWN_TOTALS = new Set(["合计", "小计", "决算数", "金额", "本年数"]);

/**
 * How well a printed heading path fits a wanted one, 0 for not at all. A path may leave out what stands above
 * (本年支出 over 小计), or have more above it; two different headings above the same word do not fit.
 */
export function headingFit(
  printed: readonly Heading[],
  wanted: WantedColumn,
  block: WantedBlock,
  blockNames: ReadonlySet<string>,
): number {
  const [first] = printed;
  const own = first && first.canonical === block.name ? printed.slice(1) : printed;
  if (own.length === 0) return 0;
  if (own.length > 1 && own.some(({ canonical }) => isOtherBlock(canonical, wanted, blockNames))) {
    return 0;
  }
  if (own.some((part) => isOfOthers(part, wanted))) return 0;
  const { path } = wanted;
  if (own.length === path.length && samePart(own, path, "normal")) return 100;
  if (own.length === path.length && samePart(own, path, "canonical")) return 95;
  if (own.map(({ normal }) => normal).join("") === wanted.joined) return 90;
  const inner = own.slice(0, -1);
  if (inner.length > 0 && OWN_TOTALS.has(own.at(-1)?.normal ?? "")) {
    if (inner.length === path.length) {
      if (samePart(inner, path, "canonical")) return 85;
      if (inner.every((part, place) => saysSame(part, path[place]))) return 80;
    }
    const [label] = inner.slice(-1);
    const isOthersTotal = block.columns.some(
      (other) => other !== wanted && other.path.length === 1 && saysSame(label, other.path[0]),
    );
    if (isOthersTotal) return 0;
  }
  const common = Math.min(own.length, path.length);
  const tail = own.slice(-common);
  const wantedTail = path.slice(-common);
  if (samePart(tail, wantedTail, "normal")) return 60 + 5 * common;
  if (samePart(tail, wantedTail, "canonical")) return 50 + 5 * common;
  return looseFit(tail, wantedTail, block);
}

/** Whether a heading may stand below that of a column to part its figures: 小计 and 其中, 上年数 and 本年数. */
export function partsFigures({ normal, other }: Heading): boolean {
  return other !== undefined || OWN_TOTALS.has(normal);
}

/** The same heading, or what the column's edge leaves of it. */
export function saysSame(printed: Spelling | undefined, wanted: WantedPart | undefined): boolean {
  if (!printed || !wanted) return false;
  return printed.canonical === wanted.canonical || isCutFrom(printed.normal, wanted);
}

function isCutFrom(printed: string, { normal, synonyms }: WantedPart): boolean {
  if (printed.length < CUT) return false;
  return normal.startsWith(printed) || synonyms.some((other) => other.startsWith(printed));
}

function isOtherBlock(
  canonical: string,
  wanted: WantedColumn,
  blockNames: ReadonlySet<string>,
): boolean {
  return blockNames.has(canonical) && !wanted.path.some((part) => part.canonical === canonical);
}

function isOfOthers({ other }: Heading, { path }: WantedColumn): boolean {
  return other !== undefined && !path.some(({ normal }) => normal.includes(other));
}

function samePart(
  left: readonly Spelling[],
  right: readonly Spelling[],
  spelling: "normal" | "canonical",
): boolean {
  return left.every((part, index) => part[spelling] === right[index]?.[spelling]);
}

/** 小计 for 合计, 得分(分值×执行率) for 得分, 对附属单位补助支 for 对附属单位补助支出 */
function looseFit(
  printed: readonly Spelling[],
  wanted: readonly WantedPart[],
  { columns }: WantedBlock,
): number {
  const above = printed.slice(0, -1);
  if (!above.every((part, place) => saysSame(part, wanted[place]))) return 0;
  const own = printed.at(-1)?.normal ?? "";
  const last = wanted.at(-1);
  if (!last) return 0;
  const whole = last.normal;
  if (own === whole || printed.at(-1)?.canonical === last.canonical) return 45;
  if (TOTALS.has(own) && TOTALS.has(whole)) return 45;
  if (own.replace(/\(.*\)$/u, "") === whole.replace(/\(.*\)$/u, "")) return 40;
  if (!isCutFrom(own, last)) return 0;
  // 公务用车 may be left of two headings that stand side by side.
  const meant = columns.filter(({ path }) => {
    const leaf = path.at(-1);
    const parents = path.slice(-wanted.length, -1);
    return leaf && samePart(parents, wanted, "canonical") && isCutFrom(own, leaf);
  });
  return meant.length === 1 ? 30 : 0;
}
