import {
  type IUndoRedoItem,
  IUndoRedoService,
  type Nullable,
  type Worksheet,
} from "@univerjs/core";
import type { SheetPlan, WritePlan } from "../../domain/workbook/writePlan";
import { addSheets } from "./addSheets";
import type { GridModel } from "./gridModel";

const EMPTY_SHEET: SheetPlan = {
  name: "Sheet1",
  visibility: "visible",
  cells: [],
  merges: [],
  columnWidths: new Map(),
  rowHeights: new Map(),
  hiddenColumns: [],
  hiddenRows: [],
  conditionalFormats: [],
  validations: [],
};

export const EMPTY_PLAN: WritePlan = {
  sheets: [EMPTY_SHEET],
  styles: new Map(),
  properties: {},
};

const REMOVE_SHEET = "sheet.mutation.remove-sheet";

/** The sheet that the page shows while it holds nothing: it gives way to the first ones that are laid out. */
export class EmptyPage {
  private sheet: Worksheet | undefined;
  private hasGivenWay = false;

  constructor(
    private readonly model: GridModel,
    isEmpty: boolean,
  ) {
    if (isEmpty) this.sheet = model.sheets()[0];
  }

  giveWay(): void {
    const { sheet, model } = this;
    const undo = model.injector.get(IUndoRedoService);
    this.sheet = undefined;
    if (!sheet || model.filledCells(sheet).length > 0) return;
    // What a person has done to it may be undone yet.
    if (doesSomething(undo.pitchTopUndoElement()) || doesSomething(undo.pitchTopRedoElement())) {
      return;
    }
    this.remove(sheet);
    this.hasGivenWay = true;
  }

  /** Stands again while the sheets that it gave way to are taken back; a grid has at least one. */
  during<Result>(added: readonly string[], takeBack: () => Result): Result {
    const { model, hasGivenWay } = this;
    const isLast = model.sheets().every((sheet) => added.includes(sheet.getName()));
    if (!hasGivenWay || !isLast) return takeBack();
    const [sheet] = addSheets(model, EMPTY_PLAN);
    const result = takeBack();
    if (!sheet) return result;
    if (model.sheets().length === 1) {
      this.sheet = sheet;
      this.hasGivenWay = false;
    } else this.remove(sheet);
    return result;
  }

  private remove(sheet: Worksheet): void {
    const next = this.model.sheets().find((other) => other !== sheet);
    if (this.model.workbook.getActiveSheet() === sheet && next) {
      this.model.facade.setActiveSheet(next.getSheetId());
    }
    this.model.command(REMOVE_SHEET, sheet, { subUnitName: sheet.getName() });
  }
}

/** A removal that was forgotten leaves a step without mutations. */
function doesSomething(step: Nullable<IUndoRedoItem>): boolean {
  return step ? step.undoMutations.length > 0 : false;
}
