import type { Block, Column, Table } from "../template/template";
import type { LabelBook, Spelling } from "./labelBook";

/** A column of the package with its heading path, spelt for comparing. The block's name is left out. */
export interface WantedColumn {
  readonly column: Column;
  readonly path: readonly Spelling[];
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
      const path = column.definition.heading.map((part) => book.heading(part));
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

/**
 * How well a printed heading path fits a wanted one, 0 for not at all. A path may leave out what stands above
 * (本年支出 over 小计), or have more above it; two different headings above the same word do not fit.
 */
export function headingFit(
  printed: readonly Spelling[],
  wanted: WantedColumn,
  { name }: WantedBlock,
  blockNames: ReadonlySet<string>,
): number {
  const [first] = printed;
  const own = first && first.canonical === name ? printed.slice(1) : printed;
  if (own.length === 0) return 0;
  if (own.length > 1 && own.some(({ canonical }) => isOtherBlock(canonical, wanted, blockNames))) {
    return 0;
  }
  const { path } = wanted;
  if (own.length === path.length && samePart(own, path, "normal")) return 100;
  if (own.length === path.length && samePart(own, path, "canonical")) return 95;
  if (own.map(({ normal }) => normal).join("") === wanted.joined) return 90;
  const common = Math.min(own.length, path.length);
  const tail = own.slice(-common);
  const wantedTail = path.slice(-common);
  if (samePart(tail, wantedTail, "normal")) return 60 + 5 * common;
  if (samePart(tail, wantedTail, "canonical")) return 50 + 5 * common;
  return looseFit(tail, wantedTail);
}

function isOtherBlock(
  canonical: string,
  wanted: WantedColumn,
  blockNames: ReadonlySet<string>,
): boolean {
  return blockNames.has(canonical) && !wanted.path.some((part) => part.canonical === canonical);
}

function samePart(
  left: readonly Spelling[],
  right: readonly Spelling[],
  spelling: "normal" | "canonical",
): boolean {
  return left.every((part, index) => part[spelling] === right[index]?.[spelling]);
}

/** 小计 for 合计, 得分(分值×执行率) for 得分, 对附属单位补助支 for 对附属单位补助支出 */
function looseFit(printed: readonly Spelling[], wanted: readonly Spelling[]): number {
  if (!samePart(printed.slice(0, -1), wanted.slice(0, -1), "canonical")) return 0;
  const own = printed.at(-1)?.normal ?? "";
  const whole = wanted.at(-1)?.normal ?? "";
  if (TOTALS.has(own) && TOTALS.has(whole)) return 45;
  if (own.replace(/\(.*\)$/u, "") === whole.replace(/\(.*\)$/u, "")) return 40;
  return own.length >= CUT && whole.startsWith(own) ? 30 : 0;
}
