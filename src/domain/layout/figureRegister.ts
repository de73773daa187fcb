import type { Disclosure } from "../disclosure/disclosure";
import type { Figure, FigureAt } from "../disclosure/figure";
import type { PlacedTable } from "../disclosure/placement";
import { lastHeadRow } from "../disclosure/tableShape";
import type { Reference } from "../expression/expression";
import type { ListedCells } from "../expression/print/area";
import { UNDETERMINED } from "../expression/print/number";
import { figuresOf, type Binding, type Scope } from "../expression/scope";
import {
  columnName,
  formatAddress,
  formatPosition,
  quoteSheetName,
  type CellAddress,
  type CellPosition,
} from "../workbook/cellAddress";
import { CALCULATION_SHEET } from "../workbook/resultSheets";
import { valueAt, type CellValue } from "../workbook/workbookSnapshot";
import type { PlannedCell } from "../workbook/writePlan";
import type { ResultMark } from "./resultMark";
import { runsOf } from "./columnRuns";
import { MARK_COLUMNS, placeFormula, placeNumber, type MarkLists } from "./placedMarks";
import { worstResult } from "./worstResult";

const COLUMNS = { value: 16, ...MARK_COLUMNS } as const;
const FIRST_ROW = 2;
/** A formula compares with texts of at most 255 characters. */
const LONGEST_TEXT = 200;

interface Entry {
  readonly cell: CellAddress;
  readonly value: CellValue;
  readonly formula?: string;
  readonly row: number;
}

interface Section {
  readonly first: number;
  readonly last: number;
}

/**
 * Every figure of tables that a person laid out, one cell of 计算 each: its number as published, wherever it stands and
 * moves. All checks read it from there, and marks find a figure's result there.
 */
export class FigureRegister implements ListedCells {
  private readonly entries = new Map<string, Entry>();
  private readonly sections = new Map<PlacedTable, Section>();

  constructor(
    private readonly disclosure: Disclosure,
    private readonly scope: Scope,
  ) {
    for (const placed of disclosure.placement.tables.values()) {
      const first = this.nextRow;
      this.register(placed);
      if (this.nextRow > first) this.sections.set(placed, { first, last: this.nextRow - 1 });
    }
  }

  has(cell: CellAddress): boolean {
    return this.entries.has(formatAddress(cell));
  }

  rangesOf(
    reference: Reference,
    binding: Binding | undefined,
    sheet: string,
  ): readonly string[] | undefined {
    const figures = this.figuresOf(reference, binding);
    if (figures.some(({ figure }) => figure.kind === "missing")) return undefined;
    const rows = figures.flatMap(({ cell }) =>
      cell ? (this.entries.get(formatAddress(cell))?.row ?? []) : [],
    );
    const letter = columnName(COLUMNS.value);
    const prefix = sheet === CALCULATION_SHEET ? "" : `${quoteSheetName(CALCULATION_SHEET)}!`;
    return runsOf(rows).map(([top, bottom]) => {
      const from = `${prefix}$${letter}$${String(top)}`;
      return top === bottom ? from : `${from}:$${letter}$${String(bottom)}`;
    });
  }

  cellsOf(reference: Reference, binding: Binding): readonly CellAddress[] {
    return this.figuresOf(reference, binding).flatMap(({ cell }) => cell ?? []);
  }

  /** Where marks of a table look: places of figures, and the worst that is said of each. */
  listsOf(placed: PlacedTable): MarkLists | undefined {
    const section = this.sections.get(placed);
    if (!section) return undefined;
    const range = (column: number) => {
      const letter = columnName(column);
      return `${quoteSheetName(CALCULATION_SHEET)}!$${letter}$${String(section.first)}:$${letter}$${String(section.last)}`;
    };
    return { places: range(COLUMNS.place), marks: range(COLUMNS.mark) };
  }

  cells(marks: readonly ResultMark[]): PlannedCell[] {
    const byCell = new Map<string, ResultMark[]>();
    for (const mark of marks) {
      for (const cell of mark.cells) {
        const key = formatAddress(cell);
        byCell.set(key, [...(byCell.get(key) ?? []), mark]);
      }
    }
    const heads = [
      { row: 1, column: COLUMNS.value, value: "数" },
      { row: 1, column: COLUMNS.place, value: "位置" },
      { row: 1, column: COLUMNS.mark, value: "标记" },
    ];
    const lines = Array.from(this.entries, ([key, { cell, row, value, formula }]) => {
      const at = `${quoteSheetName(cell.sheet)}!${formatPosition(cell)}`;
      const own = byCell.get(key);
      return [
        { row, column: COLUMNS.value, value, ...(formula === undefined ? {} : { formula }) },
        {
          row,
          column: COLUMNS.place,
          value: placeNumber(cell),
          formula: `IFERROR(${placeFormula(at)},"")`,
        },
        ...(own ? [{ row, column: COLUMNS.mark, ...worstResult(own) }] : []),
      ];
    });
    return [...heads, ...lines.flat()];
  }

  private figuresOf(reference: Reference, binding: Binding | undefined): readonly FigureAt[] {
    return figuresOf(reference, { ...this.scope, binding: binding ?? {} });
  }

  private get nextRow(): number {
    return FIRST_ROW + this.entries.size;
  }

  /** Column by column, so that sums down are ranges here. */
  private register(placedTable: PlacedTable): void {
    const { table, sheet, blocks } = placedTable;
    for (const { block, rows, columns } of blocks) {
      for (const { key, definition } of block.figureColumns) {
        const decimals = definition.decimals ?? this.scope.decimals;
        for (const placed of [...rows].sort((a, b) => a.row - b.row)) {
          const column = (placed.columns ?? columns).get(key);
          if (column === undefined) continue;
          const cell = { sheet, row: placed.row, column };
          const address = formatAddress(cell);
          if (this.entries.has(address)) continue;
          const figures = this.disclosure.figuresAt(table.key, block.index, placed.id, key);
          const own = figures.find((at) => at.cell && formatAddress(at.cell) === address);
          if (!own) continue;
          this.entries.set(address, {
            cell,
            row: this.nextRow,
            ...this.mirrored(cell, own.figure, decimals, lastHeadRow(placedTable)),
          });
        }
      }
    }
  }

  /** What was read from a text holds as long as that text stands there. */
  private mirrored(
    cell: CellAddress,
    figure: Figure,
    decimals: number,
    headRow: number,
  ): Omit<Entry, "cell" | "row"> {
    const sheet = this.disclosure.snapshot.sheets.find(({ name }) => name === cell.sheet);
    const seen = sheet ? valueAt(sheet, cell) : null;
    const isUnreadable = figure.kind === "unreadable" || figure.kind === "error";
    const value =
      figure.kind === "amount" ? figure.published.toNumber() : isUnreadable ? UNDETERMINED : "";
    // A cell under a merged area: whose the number above is nobody can tell.
    if (isUnreadable && seen === null) return { value };
    const at = `${quoteSheetName(cell.sheet)}!${formatPosition(cell)}`;
    const others = `IF(LEN(${at})>0,"${UNDETERMINED}","")`;
    const known =
      typeof seen === "string" && !isUnreadable && isPlain(seen)
        ? `IF(${at}="${seen.replaceAll('"', '""')}",${typeof value === "number" ? String(value) : '""'},${others})`
        : others;
    return {
      value,
      formula: `IFERROR(IF(${hasMoved(cell, headRow)},"${UNDETERMINED}",IF(ISNUMBER(${at}),ROUND(${at},${String(decimals)}),${known})),"${UNDETERMINED}")`,
    };
  }
}

/** A figure that somebody dragged elsewhere is followed: it is no longer that of its row and column. */
function hasMoved({ sheet, row, column }: CellAddress, headRow: number): string {
  const cellAt = (position: CellPosition) => `${quoteSheetName(sheet)}!${formatPosition(position)}`;
  const at = cellAt({ row, column });
  const inRow = cellAt({ row, column: column === 1 ? 2 : 1 });
  const inColumn = cellAt({ row: headRow, column });
  return `OR(ROW(${at})<>ROW(${inRow}),COLUMN(${at})<>COLUMN(${inColumn}))`;
}

function isPlain(text: string): boolean {
  return text.length <= LONGEST_TEXT && !/[\p{Cc}]/u.test(text);
}
