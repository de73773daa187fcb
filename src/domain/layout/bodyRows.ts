import type { Block, Row } from "../template/template";

/** One line of a tree as the unit's figures have it. */
export interface CodeRow {
  readonly code: string;
  readonly name: string;
}

/**
 * printed: a row that the package names · code: a row of the unit's tree · spare: an empty row for a code ·
 * padding: fills up a block whose neighbour is longer.
 */
export type BodyRow =
  | { readonly kind: "printed"; readonly row: Row }
  | { readonly kind: "code"; readonly code: CodeRow; readonly isParent: boolean }
  | { readonly kind: "spare" }
  | { readonly kind: "padding" };

/** What the rows of a tree are. */
export interface TreeRows {
  /** In tree order. */
  readonly codes: (blockIndex: number) => readonly CodeRow[];
  /** How many empty rows follow them; where left out, none, or as many as the package says for a tree without codes. */
  readonly spareRows?: ((blockIndex: number) => number | undefined) | undefined;
}

/** The rows of all blocks, equally many, so that the table is one rectangle. */
export function arrangeRows(
  blocks: readonly Block[],
  tree: TreeRows,
): readonly (readonly BodyRow[])[] {
  const parts = blocks.map((block) => {
    const rows = blockRows(block, tree);
    const bottom = block.definition.kind === "rows" ? rows.findIndex(isBottomRow) : -1;
    return bottom < 0
      ? { rows, bottom: [] }
      : { rows: rows.slice(0, bottom), bottom: rows.slice(bottom) };
  });
  const rows = Math.max(...parts.map((part) => part.rows.length));
  const bottomRows = Math.max(...parts.map((part) => part.bottom.length));
  return parts.map((part) => [
    ...part.rows,
    ...padding(rows - part.rows.length + bottomRows - part.bottom.length),
    ...part.bottom,
  ]);
}

/** Blocks side by side end in their totals on one line (06: 人员经费合计, 公用经费合计). */
function isBottomRow(row: BodyRow): boolean {
  return row.kind === "printed" && row.row.definition.labelSpan !== undefined;
}

function padding(count: number): readonly BodyRow[] {
  return Array.from({ length: count }, () => ({ kind: "padding" }));
}

function blockRows(block: Block, { codes, spareRows }: TreeRows): readonly BodyRow[] {
  const printed = block.rows.map((row): BodyRow => ({ kind: "printed", row }));
  const { tree } = block.definition;
  if (tree === undefined) return printed;
  const own = codes(block.index);
  const spare = spareRows?.(block.index) ?? (own.length === 0 ? tree.spareRows : 0);
  return [
    ...printed,
    ...own.map((code) => codeRow(code, own)),
    ...Array.from({ length: spare }, (): BodyRow => ({ kind: "spare" })),
  ];
}

function codeRow(code: CodeRow, codes: readonly CodeRow[]): BodyRow {
  const isParent = codes.some(
    (other) => other.code.length > code.code.length && other.code.startsWith(code.code),
  );
  return { kind: "code", code, isParent };
}

/** As in `PlacedRow.id`; rows that hold no figures have none. */
export function bodyRowId(block: Block, row: BodyRow): string | undefined {
  if (row.kind === "code") return `#${row.code.code}`;
  if (row.kind !== "printed") return undefined;
  return block.definition.kind === "record" || row.row.path.length > 0 ? row.row.id : undefined;
}
