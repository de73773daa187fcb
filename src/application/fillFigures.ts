import { fillPlan, type Fill, type InsertedRows } from "../domain/intake/fillPlan";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { formatPosition } from "../domain/workbook/cellAddress";
import type { Originals } from "../domain/rescaling/originals";
import type { Template } from "../domain/checking/compileTemplate";
import {
  WorkbookError,
  type SheetSnapshot,
  type TakenBack,
  type WorkbookEditor,
  type WorkbookSnapshot,
  type WriteProgress,
  type WriteReceipt,
  type WrittenCell,
} from "../ports/workbookPorts";
import { originalsWith } from "./rescaleFigures";

/** The set as it stands in the workbook. */
export interface StandingSet {
  readonly template: Template;
  readonly disclosure: Disclosure;
}

/** What filling did, as far as it came. */
export interface FilledSet {
  readonly receipt: WriteReceipt;
  readonly rows: readonly InsertedRows[];
}

const NOTHING: WriteReceipt = { addedSheets: [], written: [] };

/** Stopped on the way: `done` is what stands. */
export class FillStopped extends Error {
  constructor(
    readonly reason: unknown,
    readonly done: FilledSet,
  ) {
    super("filling stopped");
    this.name = "FillStopped";
  }
}

export function planFill(
  { template, disclosure }: StandingSet,
  taken: Disclosure,
  overwrites: boolean,
): Fill {
  const { year, structure } = disclosure;
  const input = { unitName: unitNameOf(disclosure), year: year ?? structure.definition.year };
  return fillPlan(template, disclosure, taken, input, overwrites);
}

/** Rows for new codes, the form around them, then the figures. Throws `FillStopped`. */
export async function fillFigures(
  editor: WorkbookEditor,
  { rows, form, cells }: Fill,
  originals: Originals | undefined,
  progress: WriteProgress,
): Promise<FilledSet> {
  const inserted: InsertedRows[] = [];
  let receipt = NOTHING;
  try {
    for (const own of rows) {
      await editor.editRows({ kind: "insertRows", ...own });
      inserted.push(own);
    }
    const seen = await editor.read("thorough");
    receipt = joined(receipt, await editor.restore(form, progress, seen));
    receipt = joined(receipt, await editor.writeCells(cells));
    if (originals) receipt = joined(receipt, await keep(editor, seen, originals));
    return { receipt, rows: inserted };
  } catch (error) {
    const more = error instanceof WorkbookError ? error.receipt : undefined;
    throw new FillStopped(error, {
      receipt: more ? joined(receipt, more) : receipt,
      rows: inserted,
    });
  }
}

async function keep(
  editor: WorkbookEditor,
  seen: WorkbookSnapshot,
  originals: Originals,
): Promise<WriteReceipt> {
  const kept = originalsWith(seen, originals);
  if (!kept) return NOTHING;
  const { sheet, isNew } = kept;
  if (isNew) return editor.addSheets({ sheets: [sheet], styles: new Map(), properties: {} });
  const before = seen.sheets.find(({ name }) => name === sheet.name)?.values.length ?? 0;
  const blanks = Array.from({ length: Math.max(0, before - sheet.cells.length) }, (_, index) => {
    return { row: sheet.cells.length + index + 1, column: 1, value: null };
  });
  return editor.writeCells(
    [...sheet.cells, ...blanks].map((cell) => ({ ...cell, sheet: sheet.name })),
  );
}

/** A cell that was written twice goes back to what stood there first. */
function joined(first: WriteReceipt, second: WriteReceipt): WriteReceipt {
  const cells = new Map<string, WrittenCell>();
  for (const cell of [...first.written, ...second.written]) {
    const key = `${cell.sheet}!${formatPosition(cell)}`;
    const known = cells.get(key);
    cells.set(key, known ? { ...cell, before: known.before } : cell);
  }
  return {
    addedSheets: [...first.addedSheets, ...second.addedSheets],
    written: [...cells.values()],
  };
}

/**
 * 撤回: cells first, then inserted rows, last ones first; rows that somebody has written in stay. `told`: what is still
 * to be done, should it stop on the way.
 */
export async function withdrawFill(
  editor: WorkbookEditor,
  {
    receipt,
    rows = [],
  }: { readonly receipt: WriteReceipt; readonly rows?: readonly InsertedRows[] },
  told: (left: FilledSet) => void,
): Promise<TakenBack & { readonly keptRows: readonly InsertedRows[] }> {
  const takenBack = await editor.takeBack(receipt);
  const keptRows: InsertedRows[] = [];
  let left = rows;
  for (const own of [...rows].reverse()) {
    told({ receipt: NOTHING, rows: left });
    const { sheets } = await editor.read("thorough");
    const sheet = sheets.find(({ name }) => name === own.sheet);
    if (!sheet || !isBlank(sheet, own)) keptRows.push(own);
    else await editor.editRows({ kind: "deleteRows", ...own });
    left = left.slice(0, -1);
  }
  return { ...takenBack, keptRows };
}

function isBlank({ values, formulas }: SheetSnapshot, { row, count }: InsertedRows): boolean {
  const own = values.slice(row - 1, row - 1 + count);
  if (own.some((line) => line.some((value) => value !== null && value !== ""))) return false;
  const inside = new Set(Array.from({ length: count }, (_, index) => String(row + index)));
  return ![...formulas.keys()].some((at) => inside.has(at.replace(/^[A-Z]+/u, "")));
}
