import type { CellValue, SheetSnapshot, WorkbookSnapshot } from "./workbookSnapshot";
import type { SheetPlan } from "./writePlan";

/** What must stay with a workbook lies there, where no person meets it. */
export const STATE_SHEET = "决算公开助手";

/** Raised when an older reader would misread it. */
const FORMAT = 1;
/** Excel keeps 32,767 characters in a cell. */
const CHUNK = 30_000;

/** Sections by name; each is read by whoever wrote it. */
export type StateSections = Readonly<Record<string, unknown>>;

/** newer: written by a later version of this program · damaged: somebody has changed it. */
export type ReadState =
  | { readonly kind: "none" | "newer" | "damaged" }
  | { readonly kind: "state"; readonly sections: StateSections };

export function stateSheet(sections: StateSections): SheetPlan {
  return sheetOf(chunksOf(JSON.stringify({ format: FORMAT, ...sections })));
}

/** The same again, also where it cannot be read, for a set that is laid out anew. */
export function copiedStateSheet({ sheets }: WorkbookSnapshot): SheetPlan | undefined {
  const sheet = sheets.find(({ name }) => name === STATE_SHEET);
  return sheet && sheetOf(textsOf(sheet));
}

export function readState({ sheets }: WorkbookSnapshot): ReadState {
  const sheet = sheets.find(({ name }) => name === STATE_SHEET);
  if (!sheet) return { kind: "none" };
  const state = parse(textsOf(sheet).join(""));
  if (typeof state !== "object" || state === null || Array.isArray(state)) {
    return { kind: "damaged" };
  }
  const { format, ...sections } = state as Record<string, unknown>;
  if (typeof format !== "number" || !Number.isInteger(format) || format < 1) {
    return { kind: "damaged" };
  }
  return format > FORMAT ? { kind: "newer" } : { kind: "state", sections };
}

function sheetOf(texts: readonly CellValue[]): SheetPlan {
  return {
    name: STATE_SHEET,
    visibility: "veryHidden",
    cells: texts.map((value, index) => ({ row: index + 1, column: 1, value })),
    merges: [],
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenColumns: [],
    hiddenRows: [],
    conditionalFormats: [],
    validations: [],
  };
}

/** Parted before a quotation mark, so that no part looks like a formula. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  let start = 0;
  while (text.length - start > CHUNK) {
    const end = text.lastIndexOf('"', start + CHUNK);
    chunks.push(text.slice(start, end > start ? end : start + CHUNK));
    start = end > start ? end : start + CHUNK;
  }
  return [...chunks, text.slice(start)];
}

function textsOf({ values }: SheetSnapshot): string[] {
  return values.flatMap(([value]) => (typeof value === "string" ? [value] : []));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
