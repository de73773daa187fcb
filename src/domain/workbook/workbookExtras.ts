import type { CellPosition } from "./cellAddress";

/** From its first to its last row, or column. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/** comment: with answers, as newer offices have them · note: the older 批注. */
export interface SheetComment extends CellPosition {
  readonly kind: "comment" | "note";
  readonly text: string;
}

export interface SheetLink extends CellPosition {
  /** A web address or a file, as it is written. */
  readonly target: string;
}

export interface SheetExtras {
  readonly name: string;
  readonly hiddenRows: readonly LineSpan[];
  readonly hiddenColumns: readonly LineSpan[];
  readonly comments: readonly SheetComment[];
  readonly links: readonly SheetLink[];
}

export interface DocumentProperties {
  readonly author?: string;
  readonly lastAuthor?: string;
  readonly company?: string;
  readonly manager?: string;
}

export const EXTRA_KINDS = [
  "hiddenLines",
  "comments",
  "notes",
  "links",
  "sources",
  "properties",
] as const;
export type ExtraKind = (typeof EXTRA_KINDS)[number];

/** hostTooOld: a newer version would tell · host: it tells nobody · format: not read from files of this kind. */
export type Untold = "hostTooOld" | "host" | "format";

/** What lies in a workbook beside its cells. Asked for by a press alone: hosts take their time over it. */
export interface WorkbookExtras {
  readonly sheets: readonly SheetExtras[];
  /** Other workbooks that this one takes values from, as they are written. */
  readonly sources: readonly string[];
  readonly properties: DocumentProperties;
  /** Of these an empty answer says nothing. */
  readonly untold: ReadonlyMap<ExtraKind, Untold>;
}

export function untoldExtras(why: Untold): WorkbookExtras {
  return {
    sheets: [],
    sources: [],
    properties: {},
    untold: new Map(EXTRA_KINDS.map((kind) => [kind, why])),
  };
}

/** Neighbouring numbers as one span. */
export function spansOf(lines: Iterable<number>): LineSpan[] {
  const spans: { first: number; last: number }[] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const open = spans.at(-1);
    if (open?.last === line - 1) open.last = line;
    else spans.push({ first: line, last: line });
  }
  return spans;
}
