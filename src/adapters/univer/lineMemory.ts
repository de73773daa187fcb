import type { IWorksheetData } from "@univerjs/core";
import type { CellRange } from "../../domain/workbook/cellAddress";
import { mapReferences, type ReferenceCorner } from "../guard/formulaText";

/**
 * The grid moves ranges of marks wrongly when rows come or go, and not back when that is undone. So each row and column
 * remembers, in data that the grid carries along and brings back itself, which one of the plan it is.
 */
interface LineMemory {
  readonly line: number;
  /** Plans laid over the sheet later count anew. */
  readonly layer: number;
}

interface Span {
  readonly first: number;
  readonly last: number;
}

function spanOf(first: number | undefined, last: number | undefined): Span | undefined {
  return first === undefined || last === undefined || last < first ? undefined : { first, last };
}

type Lines = Readonly<Record<number, { readonly custom?: unknown } | undefined>>;

export function lineMemory(line: number, layer: number): LineMemory {
  return { line, layer };
}

function isLineMemory(custom: unknown): custom is LineMemory {
  return typeof custom === "object" && custom !== null && "line" in custom && "layer" in custom;
}

/** Where the plan's lines stand now; 1-based, ascending. */
export class LineMap {
  private readonly now = new Map<number, number>();
  private readonly known: readonly number[];

  constructor(lines: Lines, layer: number) {
    for (const [index, line] of Object.entries(lines)) {
      const memory = line?.custom;
      if (isLineMemory(memory) && memory.layer === layer) {
        this.now.set(memory.line, Number(index) + 1);
      }
    }
    this.known = [...this.now.keys()].sort((left, right) => left - right);
  }

  /** A line of the plan that is no more has no place; one beyond the plan keeps its distance from the last. */
  find(line: number): number | undefined {
    const found = this.now.get(line);
    const last = this.known.at(-1);
    if (found !== undefined || (last !== undefined && line < last)) return found;
    return line + (last === undefined ? 0 : (this.now.get(last) ?? last) - last);
  }

  /** Undefined when nothing is left of the lines first to last. */
  span(first: number, last: number): Span | undefined {
    return spanOf(this.survivor(first, 1), this.survivor(last, -1));
  }

  /** What lies between the lines around the span: lines inserted first or last count too. */
  openSpan(first: number, last: number): Span | undefined {
    const above = first === 1 ? 0 : this.find(first - 1);
    const below = this.find(last + 1);
    return spanOf(
      above === undefined ? this.survivor(first, 1) : above + 1,
      below === undefined ? this.survivor(last, -1) : below - 1,
    );
  }

  /** The next line of the plan that still stands, downwards or upwards. */
  survivor(line: number, step: 1 | -1): number | undefined {
    const found = this.find(line);
    if (found !== undefined) return found;
    const next =
      step === 1
        ? this.known.find((known) => known > line)
        : this.known.findLast((known) => known < line);
    return next === undefined ? undefined : this.now.get(next);
  }
}

export class SheetLines {
  readonly rows: LineMap;
  readonly columns: LineMap;

  constructor(sheet: Pick<Partial<IWorksheetData>, "rowData" | "columnData">, layer: number) {
    this.rows = new LineMap(sheet.rowData ?? {}, layer);
    this.columns = new LineMap(sheet.columnData ?? {}, layer);
  }

  range({ top, left, bottom, right }: CellRange): CellRange | undefined {
    const rows = this.rows.openSpan(top, bottom);
    const columns = this.columns.span(left, right);
    if (!rows || !columns) return undefined;
    return { top: rows.first, bottom: rows.last, left: columns.first, right: columns.last };
  }

  /**
   * The formula for the range's new top left cell. Fixed references follow the lines that they name, relative ones
   * keep their distance from the cell, and where that spans lines that came or went, follow as well.
   */
  formula(formula: string, before: CellRange, after: CellRange): string {
    return mapReferences(formula, ({ sheet, corners }) =>
      sheet === undefined ? this.corners(corners, before, after) : corners,
    );
  }

  private corners(
    corners: readonly ReferenceCorner[],
    before: CellRange,
    after: CellRange,
  ): readonly ReferenceCorner[] | undefined {
    const isArea = corners.length > 1;
    const moved: ReferenceCorner[] = [];
    for (const [index, { row, column, rowFixed, columnFixed }] of corners.entries()) {
      const step = index === 0 ? 1 : -1;
      const place = (map: LineMap, line: number) =>
        isArea ? map.survivor(line, step) : map.find(line);
      const corner: { row?: number; column?: number } = {};
      if (row !== undefined) {
        corner.row = !rowFixed && row === before.top ? after.top : (place(this.rows, row) ?? 0);
      }
      if (column !== undefined) {
        corner.column =
          !columnFixed && column === before.left ? after.left : (place(this.columns, column) ?? 0);
      }
      moved.push({ ...corner, rowFixed, columnFixed });
    }
    return moved;
  }
}
