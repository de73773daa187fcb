import type { Disclosure } from "../../disclosure/disclosure";
import type { FigurePlace } from "../../disclosure/figure";
import type { PlacedRow } from "../../disclosure/placement";
import { cellKey, formatPosition, type CellAddress } from "../../workbook/cellAddress";

/** A cell of the set that holds a figure, or could. */
export interface FigureCell {
  readonly number: number;
  readonly place: FigurePlace;
  readonly cell: CellAddress;
  readonly row: PlacedRow;
  /** In the smallest printed unit; a blank counts 0. */
  readonly units: number;
  readonly isBlank: boolean;
  readonly isFormula: boolean;
}

/** All figure cells of a set by number, found by where they stand. */
export class FigureCells {
  readonly all: readonly FigureCell[];
  private readonly bySheet = new Map<string, Map<number, FigureCell>>();
  /** By column and figure: the cells that hold it. */
  private readonly byFigure = new Map<string, FigureCell[]>();

  constructor(disclosure: Disclosure) {
    const { placement, snapshot, structure } = disclosure;
    const unit = 10 ** structure.definition.decimals;
    const formulas = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet.formulas]));
    const all: FigureCell[] = [];
    for (const { table, sheet, blocks } of placement.tables.values()) {
      const ofSheet = this.bySheet.get(sheet) ?? new Map<number, FigureCell>();
      this.bySheet.set(sheet, ofSheet);
      for (const { block, rows } of blocks) {
        for (const row of rows) {
          for (const { key: columnKey } of block.figureColumns) {
            const place = { table: table.key, block: block.index, rowId: row.id, columnKey };
            const at = disclosure
              .figuresAt(place.table, place.block, place.rowId, columnKey)
              .find(({ cell }) => cell?.row === row.row);
            if (!at?.cell || (at.figure.kind !== "amount" && at.figure.kind !== "blank")) continue;
            const key = cellKey(at.cell);
            if (ofSheet.has(key)) continue;
            const { figure, cell } = at;
            const found = {
              number: all.length,
              place,
              cell,
              row,
              units: figure.kind === "amount" ? figure.published.times(unit).toNumber() : 0,
              isBlank: figure.kind === "blank",
              isFormula: formulas.get(sheet)?.has(formatPosition(cell)) ?? false,
            };
            ofSheet.set(key, found);
            all.push(found);
            if (found.units === 0) continue;
            const alike = this.byFigure.get(figureKey(found));
            if (alike) alike.push(found);
            else this.byFigure.set(figureKey(found), [found]);
          }
        }
      }
    }
    this.all = all;
  }

  at(cell: CellAddress): FigureCell | undefined {
    return this.bySheet.get(cell.sheet)?.get(cellKey(cell));
  }

  /** One that holds the same figure: beside it, or elsewhere in its column. */
  likeIt(cell: FigureCell): FigureCell | undefined {
    if (cell.units === 0) return undefined;
    return (
      this.beside(cell).find(({ units }) => units === cell.units) ??
      this.byFigure.get(figureKey(cell))?.find(({ number }) => number !== cell.number)
    );
  }

  /** The cells above, below, left and right of it. */
  beside({ cell }: FigureCell): FigureCell[] {
    const { row, column } = cell;
    return [
      { ...cell, row: row - 1 },
      { ...cell, row: row + 1 },
      { ...cell, column: column - 1 },
      { ...cell, column: column + 1 },
    ].flatMap((next) => this.at(next) ?? []);
  }
}

function figureKey({ place, units }: FigureCell): string {
  return `${place.table} ${String(place.block)} ${place.columnKey} ${String(units)}`;
}
