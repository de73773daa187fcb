import type { Block } from "../template/template";
import type { CellPosition } from "../workbook/cellAddress";
import type { LabelBook } from "./labelBook";
import type { PlacedRow } from "./placement";
import { rowLabels, type RowLabels } from "./rowLabels";

/** A block's headings found in the sheet. */
export interface FoundBlock {
  readonly block: Block;
  /** Column key → column number. */
  readonly columns: ReadonlyMap<string, number>;
  /** The sheet columns that belong to the block. */
  readonly left: number;
  readonly right: number;
  /** Columns with the same heading of which none can be told to be the wanted one: column key → column numbers. */
  readonly unclear: ReadonlyMap<string, readonly number[]>;
}

/** A row with figures that the package does not know. */
export interface UnknownRow extends CellPosition {
  readonly label: string;
  /** Placed by its code all the same. */
  readonly isPlaced: boolean;
}

/** A block while its rows are read from top to bottom. */
export interface BlockReading {
  readonly found: FoundBlock;
  readonly labels: RowLabels;
  readonly spans: Spans;
  readonly rows: PlacedRow[];
  readonly unknown: UnknownRow[];
  /** Row id → place among the placed rows. */
  readonly placeOf: Map<string, number>;
  /** Rows of a list in which nothing is filled in yet: they belong to it when more of it follows. */
  readonly waiting: number[];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The sheet columns of a block by what stands in them. */
export interface Spans {
  readonly code?: Span;
  /** Labels, or the names of codes. */
  readonly label: Span;
  readonly figures: readonly number[];
}

export function beginReading(found: FoundBlock, book: LabelBook): BlockReading {
  return {
    found,
    labels: rowLabels(found.block, book),
    spans: spansOf(found),
    rows: [],
    unknown: [],
    placeOf: new Map(),
    waiting: [],
  };
}

/** A block that has no head of its own: its rows may stand under a like block (06). */
export function beginWithoutHead(block: Block, book: LabelBook): BlockReading {
  return beginReading({ block, columns: new Map(), left: 0, right: 0, unclear: new Map() }, book);
}

/** Nameless blocks with the same columns share their rows out among each other. */
export function isLike({ definition, columns }: Block, other: Block): boolean {
  return (
    definition.name === undefined &&
    other.definition.name === undefined &&
    definition.kind === "rows" &&
    other.definition.kind === "rows" &&
    columns.map(({ key }) => key).join() === other.columns.map(({ key }) => key).join()
  );
}

function spansOf({ block, columns, left, right }: FoundBlock): Spans {
  const taken = [...columns.values()].sort((a, b) => a - b);
  const spanFrom = (from: number): Span => ({
    from,
    to: (taken.find((column) => column > from) ?? right + 1) - 1,
  });
  const columnOf = (role: string): number | undefined => {
    const column = block.columns.find(({ definition }) => definition.role === role);
    return column && columns.get(column.key);
  };
  const code = columnOf("code");
  const label = spanFrom(columnOf("name") ?? columnOf("label") ?? code ?? left);
  const figures = block.figureColumns.flatMap(({ key }) => columns.get(key) ?? []);
  return code === undefined ? { label, figures } : { code: spanFrom(code), label, figures };
}

export function placeRow(reading: BlockReading, row: PlacedRow): void {
  reading.placeOf.set(row.id, reading.rows.length);
  reading.rows.push(row);
}
