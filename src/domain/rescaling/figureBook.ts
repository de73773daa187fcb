import type { MoneyUnit } from "../money/moneyUnit";
import { Decimal } from "decimal.js";
import { titled } from "../checking/checks/formWords";
import type { Disclosure } from "../disclosure/disclosure";
import type { PlacedRow, PlacedTable } from "../disclosure/placement";
import { roundHalfUp } from "../money/amount";
import type { Column } from "../template/template";
import { cellKey, type CellAddress } from "../workbook/cellAddress";
import { detailedTables } from "./detailedTables";
import { moneyCells, type MoneyCell } from "./moneyPlaces";

/** Where a figure stands, in the words of the sheet. */
export interface FigureWords {
  readonly cell: CellAddress;
  /** 《收入决算表》 */
  readonly table: string;
  /** Empty in a table of a single row. */
  readonly row: string;
  readonly column: string;
}

/** An amount of the set, in whole numbers. */
export interface MoneyFigure extends FigureWords {
  readonly tableKey: string;
  readonly blockIndex: number;
  readonly rowId: string;
  readonly columnKey: string;
  /** Hundredths of a 元. */
  readonly cents: number;
  /** The plain rounding, in the smallest printed units of 万元. */
  readonly units: number;
  /** Printed in 万元 already. */
  readonly isGiven: boolean;
}

const CENTS = 100;
const CENTS_OF_WAN_YUAN = 1_000_000;

/** All amounts of a set in form order, found by their cells. */
export class FigureBook {
  readonly figures: readonly MoneyFigure[];
  private readonly byCell = new Map<string, Map<number, number>>();

  constructor(
    source: Disclosure,
    unitOf: (table: string) => MoneyUnit,
    /** Of one printed unit. */
    readonly unitCents: number,
  ) {
    const figures: MoneyFigure[] = [];
    const detailed = detailedTables(source, unitOf);
    for (const [key, placed] of source.placement.tables) {
      const scale = unitOf(key) === "元" ? "元" : detailed.has(key) ? "detailed" : "given";
      for (const figure of figuresOf(source, placed, scale, unitCents)) {
        const { cell } = figure;
        const ofSheet = this.byCell.get(cell.sheet) ?? new Map<number, number>();
        this.byCell.set(cell.sheet, ofSheet);
        if (ofSheet.has(cellKey(cell))) continue;
        ofSheet.set(cellKey(cell), figures.length);
        figures.push(figure);
      }
    }
    this.figures = figures;
  }

  /** The number of the amount that stands there. */
  at(cell: CellAddress): number | undefined {
    return this.byCell.get(cell.sheet)?.get(cellKey(cell));
  }
}

/** How many hundredths of a 元 one printed unit of 万元 is. */
export function unitCentsFor(decimals: number): number {
  return new Decimal(CENTS_OF_WAN_YUAN).div(new Decimal(10).pow(decimals)).toNumber();
}

/** detailed: in 万元 with digits below those that are printed. */
type Scale = "元" | "detailed" | "given";

function figuresOf(
  source: Disclosure,
  placed: PlacedTable,
  scale: Scale,
  unitCents: number,
): MoneyFigure[] {
  const { table } = placed;
  return moneyCells(source, placed).map(({ block, column, row, rows, figure, cell }) => {
    const cents = centsOf(figure, scale);
    return {
      cell,
      table: titled(table),
      row: rowWords(row, cell, rows),
      column: columnWords(column),
      tableKey: table.key,
      blockIndex: block.index,
      rowId: row.id,
      columnKey: column.key,
      cents: cents.toNumber(),
      units: roundHalfUp(cents.div(unitCents), 0).toNumber(),
      isGiven: scale === "given",
    };
  });
}

function centsOf({ value, published }: MoneyCell["figure"], scale: Scale): Decimal {
  switch (scale) {
    case "元":
      return roundHalfUp(value, 2).times(CENTS);
    case "detailed":
      return roundHalfUp(value.times(CENTS_OF_WAN_YUAN), 0);
    case "given":
      return published.times(CENTS_OF_WAN_YUAN);
  }
}

/** A code that stands in several rows has the words of the row that it stands in. */
function rowWords(row: PlacedRow, cell: CellAddress, rows: readonly PlacedRow[]): string {
  const own = row.row === cell.row ? row : rows.find((each) => each.row === cell.row);
  const { label, code } = own ?? row;
  return [code, label.replace(/\s+/gu, "")]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
}

function columnWords({ path, definition }: Column): string {
  const words = path.length > 0 ? path : definition.heading;
  return words.join("／");
}
