import { fillPlan, standsAsShifted, type Fill, type InsertedRows } from "../domain/intake/fillPlan";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { formatPosition } from "../domain/workbook/cellAddress";
import type { Originals } from "../domain/rescaling/originals";
import type { Template } from "../domain/checking/compileTemplate";
import { readState } from "../domain/workbook/stateSheet";
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
import { writeState } from "./keptState";
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
  before: WorkbookSnapshot,
  { rows, form, cells, shifted }: Fill,
  originals: Originals | undefined,
  progress: WriteProgress,
): Promise<FilledSet> {
  const inserted: InsertedRows[] = [];
  let receipt = NOTHING;
  try {
    for (const own of rows) {
      // Known before it is done: an answer that fails says nothing about what was done.
      inserted.push(own);
      await editor.editRows({ kind: "insertRows", ...own });
    }
    const seen = await editor.read("thorough");
    if (!standsAsShifted(shifted, seen)) throw new WorkbookError("changedMeanwhile");
    receipt = joined(receipt, await editor.restore(form, progress, seen));
    receipt = joined(receipt, await editor.writeCells(cells));
    if (originals) receipt = joined(receipt, await keep(editor, seen, originals));
    return { receipt, rows: inserted };
  } catch (error) {
    const more = error instanceof WorkbookError ? error.receipt : undefined;
    const done = {
      receipt: more ? joined(receipt, more) : receipt,
      rows: await standingRows(editor, before, inserted),
    };
    throw new FillStopped(inWords(error), done);
  }
}

/** The last of the rows may not have come in. */
async function standingRows(
  editor: WorkbookEditor,
  before: WorkbookSnapshot,
  rows: readonly InsertedRows[],
): Promise<readonly InsertedRows[]> {
  const last = rows.at(-1);
  if (!last) return rows;
  try {
    const now = (await editor.read("thorough")).sheets.find(({ name }) => name === last.sheet);
    const stood = before.sheets.find(({ name }) => name === last.sheet);
    const isIn =
      now !== undefined && stood !== undefined && textsOf(now, rows) === textsOf(stood, []);
    return isIn ? rows : rows.slice(0, -1);
  } catch {
    return rows;
  }
}

/** The texts of each row, without the rows that came in. */
function textsOf({ name, values }: SheetSnapshot, rows: readonly InsertedRows[]): string {
  const lines = [...values];
  for (const own of rows.filter(({ sheet }) => sheet === name).reverse()) {
    lines.splice(own.row - 1, own.count);
  }
  const texts = lines.map((line) =>
    line.filter((value) => typeof value === "string" && value !== ""),
  );
  return JSON.stringify(texts);
}

/** 修复版式 is one step of it here: the way on is to take back and to try again. */
function inWords(error: unknown): unknown {
  const isRepair =
    error instanceof WorkbookError &&
    (error.code === "repairPartly" || error.code === "repairMisplaced");
  return isRepair ? new WorkbookError("partlyWritten", error.detail) : error;
}

async function keep(
  editor: WorkbookEditor,
  seen: WorkbookSnapshot,
  originals: Originals,
): Promise<WriteReceipt> {
  const sections = originalsWith(readState(seen), originals);
  return sections ? writeState(editor, seen, sections) : NOTHING;
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
    try {
      await editor.editRows({ kind: "deleteRows", ...own, onlyBlank: true });
    } catch (error) {
      if (!(error instanceof WorkbookError) || error.code !== "changedMeanwhile") throw error;
      keptRows.push(own);
    }
    left = left.slice(0, -1);
  }
  return { ...takenBack, keptRows };
}
