import { formatPosition } from "../../domain/workbook/cellAddress";
import { type CellValue, isErrorValue } from "../../domain/workbook/workbookSnapshot";
import { keptSheets, leavingSheets } from "../guard/leavingSheets";
import { checkCell, checkPlan } from "../guard/planLimits";
import { requireShown } from "../guard/requireShown";
import { checkRowEdits, mustStay } from "../guard/rowEdits";
import { requireUnchanged } from "../guard/unchanged";
import {
  type CellRange,
  type HostCapabilities,
  type RowEdit,
  type TakenBack,
  WorkbookError,
  type WorkbookEditor,
  type WorkbookExtras,
  type WorkbookSnapshot,
  type WritePlan,
  type WriteProgress,
  type WriteReceipt,
  type WrittenCell,
} from "../../ports/workbookPorts";
import { type CellContent, MemorySheet } from "./memorySheet";

type CellWrite = Parameters<WorkbookEditor["writeCells"]>[0][number];

function sameValue(left: CellValue, right: CellValue): boolean {
  if (isErrorValue(left)) return isErrorValue(right) && left.error === right.error;
  return left === right;
}

function sameContent(left: CellContent, right: CellContent): boolean {
  if (left.formula !== undefined) return left.formula === right.formula;
  return right.formula === undefined && sameValue(left.value, right.value);
}

/** Refusals come as rejections, never as exceptions at the call. */
function settle<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

/**
 * A workbook without a program behind it. It keeps values, formulas and merges, and moves references when rows are
 * inserted or deleted, but calculates nothing: a formula keeps the result it was written with.
 */
export class MemoryWorkbook implements WorkbookEditor {
  readonly capabilities: HostCapabilities = { veryHiddenSheets: true, calculates: false };
  /** What `navigate` showed last. */
  shown: { readonly sheet: string; readonly range: CellRange } | undefined;
  private sheets: MemorySheet[] = [];
  private lastId = 0;
  private readonly listeners = new Set<(sheet?: string) => void>();

  static fromPlan(plan: WritePlan): MemoryWorkbook {
    checkPlan(plan);
    const workbook = new MemoryWorkbook();
    workbook.append(plan);
    return workbook;
  }

  static fromSnapshot(snapshot: WorkbookSnapshot): MemoryWorkbook {
    const workbook = new MemoryWorkbook();
    workbook.sheets = snapshot.sheets.map((sheet) =>
      MemorySheet.fromSnapshot(workbook.nextId(), sheet),
    );
    return workbook;
  }

  read(): Promise<WorkbookSnapshot> {
    return settle(() => ({ sheets: this.sheets.map((sheet) => sheet.snapshot()) }));
  }

  inspect(): Promise<WorkbookExtras> {
    return settle(() => ({
      sheets: this.sheets.map((sheet) => sheet.extras()),
      sources: [],
      properties: {},
      untold: new Map(),
    }));
  }

  addSheets(plan: WritePlan): Promise<WriteReceipt> {
    return settle(() => {
      checkPlan(plan);
      const taken = plan.sheets.find(({ name }) => this.find(name));
      if (taken) throw new WorkbookError("sheetExists", taken.name);
      const added = this.append(plan);
      const written = added.flatMap((sheet) =>
        sheet.filledCells().map(({ row, column, ...after }): WrittenCell => {
          return { sheet: sheet.name, row, column, before: { value: null }, after };
        }),
      );
      for (const { name } of added) this.report(name);
      return { addedSheets: added.map(({ name }) => name), written };
    });
  }

  writeCells(cells: readonly CellWrite[]): Promise<WriteReceipt> {
    return settle(() => {
      const places = cells.map((cell) => ({ cell, sheet: this.get(cell.sheet) }));
      const taken = new Set<string>();
      for (const { cell, sheet } of places) checkWrite(cell, sheet, taken);
      const written = places.map(({ cell, sheet }): WrittenCell => {
        const { row, column } = cell;
        const before = sheet.get(cell);
        sheet.set(cell, cell);
        return { sheet: sheet.name, row, column, before, after: sheet.get(cell) };
      });
      for (const name of new Set(written.map(({ sheet }) => sheet))) this.report(name);
      return { addedSheets: [], written };
    });
  }

  editRows(...edits: readonly RowEdit[]): Promise<readonly RowEdit[]> {
    return settle(() => {
      checkRowEdits(edits);
      const places = edits.map((edit) => ({ edit, sheet: this.get(edit.sheet) }));
      const stay = places.filter(
        ({ edit, sheet }) => edit.onlyBlank && mustStay(sheet.snapshot(), edit),
      );
      for (const place of places) {
        if (stay.includes(place)) continue;
        place.sheet.moveRows(place.edit);
        for (const each of this.sheets) each.moveReferences(place.edit);
      }
      for (const sheet of new Set(places.map((place) => place.sheet))) this.report(sheet.name);
      return stay.map(({ edit }) => edit);
    });
  }

  /** Looks are forgotten here, so only formulas come back. */
  restore(
    plan: WritePlan,
    _progress?: WriteProgress,
    seen?: WorkbookSnapshot,
  ): Promise<WriteReceipt> {
    return settle(() => {
      checkPlan(plan);
      const sheets = plan.sheets.map((planned) => ({ planned, sheet: this.get(planned.name) }));
      for (const { planned, sheet } of sheets) {
        const known = seen?.sheets.find(({ name }) => name === sheet.name);
        if (known) requireUnchanged(planned, known, (cell) => sheet.get(cell));
      }
      const written = sheets.flatMap(({ planned, sheet }) =>
        planned.cells.flatMap((cell): WrittenCell[] => {
          const { row, column, value, formula } = cell;
          const before = sheet.get(cell);
          if (formula === undefined || before.formula === formula) return [];
          sheet.set(cell, { value, formula });
          return [{ sheet: sheet.name, row, column, before, after: sheet.get(cell) }];
        }),
      );
      for (const name of new Set(written.map(({ sheet }) => sheet))) this.report(name);
      return { addedSheets: [], written };
    });
  }

  takeBack(receipt: WriteReceipt): Promise<TakenBack> {
    return settle(() => {
      const added = new Set(receipt.addedSheets);
      const sheets = this.takeBackSheets(receipt);
      const kept = receipt.written.filter(
        (cell) => !added.has(cell.sheet) && !this.takeBackCell(cell),
      );
      for (const name of new Set(receipt.written.map(({ sheet }) => sheet))) this.report(name);
      return { kept, ...sheets };
    });
  }

  navigate(sheet: string, range: CellRange): Promise<void> {
    return settle(() => {
      const { name, visibility } = this.get(sheet);
      requireShown(name, visibility);
      this.shown = { sheet: name, range };
    });
  }

  onDirty(listener: (sheet?: string) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  private append(plan: WritePlan): MemorySheet[] {
    const added = plan.sheets.map((sheet) => MemorySheet.fromPlan(this.nextId(), sheet));
    this.sheets.push(...added);
    return added;
  }

  private nextId(): string {
    this.lastId += 1;
    return `sheet-${String(this.lastId)}`;
  }

  /** Sheet names ignore case, as in Excel. */
  private find(name: string): MemorySheet | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  private get(name: string): MemorySheet {
    const sheet = this.find(name);
    if (!sheet) throw new WorkbookError("sheetMissing", name);
    return sheet;
  }

  private takeBackSheets({ addedSheets, written }: WriteReceipt): Omit<TakenBack, "kept"> {
    const standing = this.sheets.map((sheet) => {
      const { name, visibility } = sheet;
      const cells = sheet.filledCells();
      const ours = written.filter((cell) => cell.sheet === name);
      return {
        sheet,
        name,
        isShown: visibility === "visible",
        isUntouched:
          addedSheets.includes(name) &&
          cells.length === ours.length &&
          ours.every((cell) => sameContent(sheet.get(cell), cell.after)),
        formulas: cells.flatMap(({ formula }) => formula ?? []),
      };
    });
    const leaving = leavingSheets(standing);
    const staying = standing.filter((sheet) => !leaving.has(sheet));
    this.sheets = staying.map(({ sheet }) => sheet);
    return keptSheets(staying.filter(({ name }) => addedSheets.includes(name)));
  }

  private takeBackCell(cell: WrittenCell): boolean {
    const sheet = this.find(cell.sheet);
    if (!sheet || !sameContent(sheet.get(cell), cell.after)) return false;
    sheet.set(cell, cell.before);
    return true;
  }

  private report(sheet: string): void {
    for (const listener of this.listeners) listener(sheet);
  }
}

function checkWrite(cell: CellWrite, sheet: MemorySheet, taken: Set<string>): void {
  const place = `${sheet.name}!${formatPosition(cell)}`;
  checkCell(cell, place);
  if (taken.has(place)) throw new WorkbookError("invalidPlan", `${place}: cell twice`);
  taken.add(place);
  if (sheet.isUnderMerge(cell)) throw new WorkbookError("invalidPlan", `${place}: under a merge`);
  const { expected } = cell;
  if (expected !== undefined && !sameValue(sheet.get(cell).value, expected)) {
    throw new WorkbookError("changedMeanwhile", place);
  }
}
