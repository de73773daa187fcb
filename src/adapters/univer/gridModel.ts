import {
  type ICellData,
  ICommandService,
  type Injector,
  IUndoRedoService,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetStyleCommand,
} from "@univerjs/sheets";
import type { FWorkbook } from "@univerjs/sheets/facade";
import { type CellPosition, rangeContains } from "../../domain/workbook/cellAddress";
import { type CellValue, isErrorValue } from "../../domain/workbook/workbookSnapshot";
import { WorkbookError } from "../../ports/workbookPorts";
import { contentsOf, formulaReader } from "./dataToSnapshot";
import { toCellValue, toGridContent } from "./gridCell";
import { toCellRange } from "./gridRules";
import { sheetId } from "./planToData";

export interface CellContent {
  readonly value: CellValue;
  readonly formula?: string;
}

/** What a cell shall hold; without `content` only its style changes. */
export interface GridWrite extends CellPosition {
  readonly content?: CellContent;
  readonly style?: string;
}

/** The open workbook as the grid holds it: finding sheets, reading and writing cells. */
export class GridModel {
  readonly injector: Injector;
  readonly commands: ICommandService;
  private lastSheetNumber = 0;

  constructor(
    readonly api: FUniver,
    readonly facade: FWorkbook,
  ) {
    this.injector = facade.getActiveSheet().getInject();
    this.commands = this.injector.get(ICommandService);
  }

  get workbook(): Workbook {
    return this.facade.getWorkbook();
  }

  get unitId(): string {
    return this.workbook.getUnitId();
  }

  sheets(): Worksheet[] {
    return this.workbook.getSheets();
  }

  /** Sheet names ignore case, as in Excel. */
  find(name: string): Worksheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets().find((sheet) => sheet.getName().toLowerCase() === wanted);
  }

  get(name: string): Worksheet {
    const sheet = this.find(name);
    if (!sheet) throw new WorkbookError("sheetMissing", name);
    return sheet;
  }

  /** Never one of a sheet that is gone: what was done to that may be undone yet. */
  newSheetId(): string {
    this.lastSheetNumber = Math.max(this.lastSheetNumber, this.workbook.getSheetSize());
    do this.lastSheetNumber += 1;
    while (this.workbook.getSheetBySheetId(sheetId(this.lastSheetNumber)));
    return sheetId(this.lastSheetNumber);
  }

  content(sheet: Worksheet, { row, column }: CellPosition): CellContent {
    const cell = sheet.getCellRaw(row - 1, column - 1);
    if (!cell) return { value: null };
    const formula = formulaReader(sheet.getConfig())(cell, row, column);
    const value = toCellValue(cell, formula !== undefined);
    return formula === undefined ? { value } : { value, formula };
  }

  filledCells(sheet: Worksheet): (CellPosition & CellContent)[] {
    return [...contentsOf(sheet.getConfig())];
  }

  isUnderMerge(sheet: Worksheet, position: CellPosition): boolean {
    return sheet
      .getMergeData()
      .map(toCellRange)
      .some(
        (merge) =>
          rangeContains(merge, position) &&
          (merge.top !== position.row || merge.left !== position.column),
      );
  }

  /** One step for a person's Ctrl+Z, however many sheets are written. */
  write(writes: ReadonlyMap<Worksheet, readonly GridWrite[]>): void {
    const { unitId, injector } = this;
    const redoMutations = [...writes]
      .flatMap(([sheet, cells]) => stepsOf(cells).map((step) => ({ sheet, step })))
      .map(({ sheet, step }) => ({
        id: SetRangeValuesMutation.id,
        params: { unitId, subUnitId: sheet.getSheetId(), ...step },
      }));
    if (redoMutations.length === 0) return;
    const undoMutations = redoMutations.map(({ id, params }) => {
      const undo = { id, params: SetRangeValuesUndoMutationFactory(injector, params) };
      // The grid fills in what it is given, and the same is to be done again.
      this.commands.syncExecuteCommand(id, structuredClone(params));
      return undo;
    });
    injector
      .get(IUndoRedoService)
      .pushUndoRedo({ unitID: unitId, undoMutations: undoMutations.reverse(), redoMutations });
  }

  command(id: string, sheet: Worksheet, more: object = {}): boolean {
    const place = { unitId: this.unitId, subUnitId: sheet.getSheetId() };
    return this.commands.syncExecuteCommand(id, { ...place, ...more });
  }
}

interface WriteStep {
  readonly cellValue: Record<number, Record<number, ICellData>>;
  readonly trigger?: string;
}

/** Styles by themselves and first as nothing: else the grid takes a formula away, and mixes the old look into the new. */
function stepsOf(cells: readonly GridWrite[]): WriteStep[] {
  const styled = cells.filter(({ style }) => style !== undefined);
  const filled = cells.flatMap((cell) =>
    cell.content ? [{ ...cell, content: cell.content }] : [],
  );
  const trigger = SetStyleCommand.id;
  return [
    { cellValue: toMatrix(styled, () => ({ s: null })), trigger },
    { cellValue: toMatrix(styled, ({ style }) => ({ s: style ?? null })), trigger },
    { cellValue: toMatrix(filled, ({ content }) => replacing(content)) },
  ].filter(({ cellValue }) => Object.keys(cellValue).length > 0);
}

function toMatrix<Cell extends CellPosition>(
  cells: readonly Cell[],
  dataOf: (cell: Cell) => ICellData,
): Record<number, Record<number, ICellData>> {
  const matrix: Record<number, Record<number, ICellData>> = {};
  for (const cell of cells) (matrix[cell.row - 1] ??= {})[cell.column - 1] = dataOf(cell);
  return matrix;
}

/** Whatever is not named would stay: the formula that stood there, the document of a formatted text. */
function replacing({ value, formula }: CellContent): ICellData {
  return { v: null, t: null, f: null, si: null, p: null, ...toGridContent(value, formula) };
}

export function sameValue(left: CellValue, right: CellValue): boolean {
  if (isErrorValue(left)) return isErrorValue(right) && left.error === right.error;
  return left === right;
}

/** Of a formula only its text counts: its result changes by itself. */
export function sameContent(left: CellContent, right: CellContent): boolean {
  if (left.formula !== undefined) return left.formula === right.formula;
  return right.formula === undefined && sameValue(left.value, right.value);
}
