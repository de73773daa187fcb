import type { Disclosure } from "../disclosure/disclosure";
import type { PlacedTable } from "../disclosure/placement";
import { tableShapes } from "../disclosure/tableShape";
import type { Reference } from "../expression/expression";
import type { ListedCells } from "../expression/print/area";
import type { Binding, Scope } from "../expression/scope";
import { columnName, type CellAddress } from "../workbook/cellAddress";
import { SHAPES_HEAD } from "../workbook/resultSheets";
import type { PlannedCell } from "../workbook/writePlan";
import type { ResultMark } from "./resultMark";
import { FigureRegister } from "./figureRegister";
import type { MarkLists } from "./placedMarks";
import { endMoved, guardedRows } from "./shapeGuard";

/** Columns of 计算, beside those of the register. */
const COLUMNS = { seen: 20, changed: 21, table: 23, shape: 24 } as const;
const FIRST_ROW = 2;

/** Tables of a person's own, as 计算 keeps them: their figures, and how they stood when 审核 was printed for them. */
export class RecognisedTables implements ListedCells {
  private readonly register: FigureRegister;
  private readonly guards: PlannedCell[] = [];
  private nextGuard = FIRST_ROW;

  constructor(
    private readonly disclosure: Disclosure,
    scope: Scope,
    /** Why the figures of these tables cannot be compared by formulas; undefined where they can. */
    readonly reasonAgainst: (tables: readonly PlacedTable[]) => string | undefined,
  ) {
    this.register = new FigureRegister(disclosure, scope);
  }

  rangesOf(
    reference: Reference,
    binding: Binding | undefined,
    sheet: string,
  ): readonly string[] | undefined {
    return this.register.rangesOf(reference, binding, sheet);
  }

  cellsOf(reference: Reference, binding: Binding): readonly CellAddress[] {
    return this.register.cellsOf(reference, binding);
  }

  listsOf(placed: PlacedTable): MarkLists | undefined {
    return this.register.listsOf(placed);
  }

  /** More than zero where the table is no longer as it was. */
  guardFormula(placed: PlacedTable): string {
    const { sheet } = placed;
    const first = this.nextGuard;
    const rows = guardedRows(placed, this.disclosure, (cell) =>
      this.register.has({ sheet, ...cell }),
    );
    for (const { seen, changed } of rows) {
      const row = this.nextGuard;
      const at = `$${columnName(COLUMNS.seen)}$${String(row)}`;
      this.guards.push(
        { row, column: COLUMNS.seen, value: seen },
        { row, column: COLUMNS.changed, value: 0, formula: changed(at) },
      );
      this.nextGuard += 1;
    }
    const letter = columnName(COLUMNS.changed);
    const range = `$${letter}$${String(first)}:$${letter}$${String(Math.max(first, this.nextGuard - 1))}`;
    return `SUM(${range})+${endMoved(placed)}`;
  }

  cells(marks: readonly ResultMark[]): PlannedCell[] {
    const shapes = [...tableShapes(this.disclosure.placement)].flatMap(([key, shape], index) => [
      { row: FIRST_ROW + index, column: COLUMNS.table, value: key },
      { row: FIRST_ROW + index, column: COLUMNS.shape, value: shape },
    ]);
    return [
      { row: 1, column: COLUMNS.seen, value: "原样" },
      { row: 1, column: COLUMNS.changed, value: "有变" },
      { row: 1, column: COLUMNS.table, value: SHAPES_HEAD },
      ...shapes,
      ...this.guards,
      ...this.register.cells(marks),
    ];
  }
}
