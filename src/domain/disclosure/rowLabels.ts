import type { Block, Row } from "../template/template";
import type { HeadContext } from "./headBand";
import type { LabelBook } from "./labelBook";
import { readCode } from "./printedCode";
import { textIn } from "./sheetGrid";

/** The rows that the package prints in a block, by what the sheet may call them. */
export interface RowLabels {
  readonly byLabel: ReadonlyMap<string, readonly Row[]>;
  readonly byCode: ReadonlyMap<string, Row>;
  /** "of which" row → the row it belongs to, by id. */
  readonly parentOf: ReadonlyMap<string, string>;
  readonly blockName: string;
  /** The one fixed row of a tree. */
  readonly total?: readonly Row[];
}

const indexed = new WeakMap<Block, RowLabels>();

export function rowLabels(block: Block, book: LabelBook): RowLabels {
  const known = indexed.get(block);
  if (known) return known;
  const byLabel = new Map<string, Row[]>();
  const byCode = new Map<string, Row>();
  for (const row of block.rows) {
    const { label, code } = row.definition;
    if (code !== undefined) byCode.set(code, row);
    if (label === undefined) continue;
    const { canonical } = book.spell(label);
    const rows = byLabel.get(canonical);
    if (rows) rows.push(row);
    else byLabel.set(canonical, [row]);
  }
  const blockName =
    block.definition.name === undefined ? "" : book.spell(block.definition.name).bare;
  const labels: RowLabels = {
    byLabel,
    byCode,
    blockName,
    parentOf: parentsIn(block),
    ...(block.definition.kind === "tree" ? { total: block.rows } : {}),
  };
  indexed.set(block, labels);
  return labels;
}

function parentsIn({ rows }: Block): Map<string, string> {
  const idByPath = new Map(rows.map((row) => [row.path.join("/"), row.id]));
  const parents = rows.flatMap((row): [string, string][] => {
    const parent = row.definition.of === undefined ? "" : row.path.slice(0, -1).join("/");
    const id = parent === "" ? undefined : idByPath.get(parent);
    return id === undefined ? [] : [[row.id, id]];
  });
  return new Map(parents);
}

const TOTALS = new Set(["合计", "总计", "本年收入合计", "本年支出合计", "收入合计", "支出合计"]);
const SHORTEST_CUT = 4;

/** The rows that a printed label may mean: the label, with the block's name before it (支出总计), or cut off. */
export function rowsLabelled(
  text: string,
  labels: RowLabels,
  book: LabelBook,
): { readonly rows: readonly Row[]; readonly isCut: boolean } {
  const { canonical, bare } = book.spell(text);
  const exact = labels.byLabel.get(canonical) ?? (TOTALS.has(bare) ? labels.total : undefined);
  if (exact) return { rows: exact, isCut: false };
  if (labels.blockName !== "" && bare.startsWith(labels.blockName)) {
    const own = labels.byLabel.get(book.spell(bare.slice(labels.blockName.length)).canonical);
    if (own) return { rows: own, isCut: false };
  }
  return { rows: bare.length < SHORTEST_CUT ? [] : cutRows(bare, labels, book), isCut: true };
}

function cutRows(bare: string, { byLabel }: RowLabels, book: LabelBook): readonly Row[] {
  const begun = [...byLabel].flatMap(([canonical, rows]) => {
    const spellings = rows.map(({ definition }) => book.spell(definition.label ?? "").bare);
    return [...spellings, ...book.synonymsOf(canonical)].some((each) => each.startsWith(bare))
      ? [rows]
      : [];
  });
  const [only, another] = begun;
  return only && !another ? only : [];
}

const ENOUGH_ROWS = 80;

/** How many rows below a head the block knows. */
export function rowsKnown(
  { grid, book }: HeadContext,
  block: Block,
  { left, right, lead }: { readonly left: number; readonly right: number; readonly lead: number },
  top: number,
  bottom: number,
): number {
  const labels = rowLabels(block, book);
  let known = 0;
  for (let row = top; row <= Math.min(bottom, top + ENOUGH_ROWS); row += 1) {
    const code = readCode(grid, row, lead, lead, undefined)?.code;
    const text = textIn(grid, row, left, right);
    const isKnown =
      code === undefined
        ? text !== "" && labels.byLabel.has(book.spell(text).canonical)
        : labels.byCode.has(code);
    if (isKnown) known += 1;
  }
  return known;
}
