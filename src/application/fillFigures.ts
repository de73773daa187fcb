import {
  fillPlan,
  standsAsShifted,
  type Fill,
  type FillWrites,
  type InsertedRows,
} from "../domain/intake/fillPlan";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { formatPosition } from "../domain/workbook/cellAddress";
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
import { sectionsWith, writeState, type KeptWithFigures } from "./keptState";

/** The set as it stands in the workbook. */
export interface StandingSet {
  readonly template: Template;
  readonly disclosure: Disclosure;
}

/** What filling did, as far as it came. */
export interface FilledSet {
  readonly receipt: WriteReceipt;
  readonly rows: readonly InsertedRows[];
  /** Rows that went, where they stood. */
  readonly gone: readonly InsertedRows[];
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
  { rows, form, cells, shifted, gone = [] }: FillWrites,
  kept: KeptWithFigures,
  progress: WriteProgress,
): Promise<FilledSet> {
  let standing = () => standingRows(editor, before, rows);
  let receipt = NOTHING;
  try {
    await editor.editRows(...rows.map((own) => ({ kind: "insertRows" as const, ...own })));
    standing = () => Promise.resolve(rows);
    const seen = await editor.read("thorough");
    if (!standsAsShifted(shifted, seen)) throw new WorkbookError("changedMeanwhile");
    receipt = joined(receipt, await editor.restore(form, progress, seen));
    receipt = joined(receipt, await editor.writeCells(cells));
    const sections = sectionsWith(readState(seen), kept);
    if (sections) receipt = joined(receipt, await writeState(editor, seen, sections));
    const deletions = [...gone].reverse().map((own) => ({
      kind: "deleteRows" as const,
      ...own,
      onlyBlank: true as const,
    }));
    const stay = gone.length === 0 ? [] : await editor.editRows(...deletions);
    const left = gone.filter(({ row }) => !stay.some((edit) => edit.row === row));
    return { receipt, rows, gone: left };
  } catch (error) {
    const more = error instanceof WorkbookError ? error.receipt : undefined;
    const done = {
      receipt: more ? joined(receipt, more) : receipt,
      rows: await standing(),
      gone: [],
    };
    throw new FillStopped(inWords(error), done);
  }
}

/** An answer that fails says nothing about what was done: those that came in, as far as the texts around them tell. */
async function standingRows(
  editor: WorkbookEditor,
  before: WorkbookSnapshot,
  rows: readonly InsertedRows[],
): Promise<readonly InsertedRows[]> {
  try {
    const now = await editor.read("thorough");
    const stood = textsOf(before, rows, []);
    const parts = Array.from({ length: rows.length + 1 }, (_, out) =>
      rows.slice(0, rows.length - out),
    );
    return parts.find((part) => textsOf(now, rows, part) === stood) ?? rows;
  } catch {
    return rows;
  }
}

/** Those that are still in after deletions from the last one on stopped. */
async function leftRows(
  editor: WorkbookEditor,
  before: WorkbookSnapshot,
  rows: readonly InsertedRows[],
): Promise<readonly InsertedRows[]> {
  try {
    const stands = textsOf(await editor.read("thorough"), rows, []);
    const parts = Array.from(rows, (_, from) => rows.slice(from));
    const gone = parts.find((part) => textsOf(before, rows, part) === stands) ?? [];
    return rows.slice(0, rows.length - gone.length);
  } catch {
    return rows;
  }
}

/** What is typed in the sheets of `rows`, line by line, as it would be without the rows that are `out`. */
function textsOf(
  { sheets }: WorkbookSnapshot,
  rows: readonly InsertedRows[],
  out: readonly InsertedRows[],
): string {
  const names = new Set(rows.map(({ sheet }) => sheet));
  const texts = sheets
    .filter(({ name }) => names.has(name))
    .map((sheet) => {
      const lines = typedLines(sheet);
      for (const own of out.filter(({ sheet: name }) => name === sheet.name).reverse()) {
        lines.splice(own.row - 1, own.count);
      }
      return [sheet.name, lines.slice(0, lines.findLastIndex((line) => line !== "") + 1)];
    });
  return JSON.stringify(texts);
}

function typedLines({ values, formulas }: SheetSnapshot): string[] {
  return values.map((line, row) =>
    line
      .flatMap((value, column) => {
        const isTyped = !formulas.has(formatPosition({ row: row + 1, column: column + 1 }));
        return isTyped && typeof value === "string" && value !== "" ? [value] : [];
      })
      .join("\t"),
  );
}

/** 修复版式 is one step of it here: the way on is to take back and to try again. */
function inWords(error: unknown): unknown {
  const isRepair =
    error instanceof WorkbookError &&
    (error.code === "repairPartly" || error.code === "repairMisplaced");
  return isRepair ? new WorkbookError("partlyWritten", error.detail) : error;
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
 * 撤回: rows that went come back, then the cells, then inserted rows go, last ones first; rows that somebody has written
 * in stay. `told`: what is still to be done, should it stop on the way.
 */
export async function withdrawFill(
  editor: WorkbookEditor,
  { receipt, rows = [], gone = [] }: Pick<FilledSet, "receipt"> & Partial<FilledSet>,
  told: (left: FilledSet) => void,
): Promise<TakenBack & { readonly keptRows: readonly InsertedRows[] }> {
  if (gone.length > 0) {
    await editor.editRows(...gone.map((own) => ({ kind: "insertRows" as const, ...own })));
    told({ receipt, rows, gone: [] });
  }
  const takenBack = await editor.takeBack(receipt);
  if (rows.length === 0) return { ...takenBack, keptRows: [] };
  told({ receipt: NOTHING, rows, gone: [] });
  const before = await editor.read();
  const edits = rows.map((own) => ({
    kind: "deleteRows" as const,
    ...own,
    onlyBlank: true as const,
  }));
  try {
    const stay = await editor.editRows(...edits.reverse());
    const keptRows = stay.map(({ sheet, row, count }) => ({ sheet, row, count }));
    return { ...takenBack, keptRows };
  } catch (error) {
    told({ receipt: NOTHING, rows: await leftRows(editor, before, rows), gone: [] });
    throw error;
  }
}
