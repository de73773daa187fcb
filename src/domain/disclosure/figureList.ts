import type { Column, Table } from "../template/template";
import type { CellAddress } from "../workbook/cellAddress";
import type { Disclosure } from "./disclosure";
import type { Figure, FigurePlace } from "./figure";
import { rowsWithId } from "./placedRows";
import type { PlacedBlock, PlacedRow, PlacedTable } from "./placement";

/** What stands where a figure belongs, and says something. */
export type TellingFigure = Extract<Figure, { readonly kind: "amount" | "unreadable" | "error" }>;

export interface ListedFigure {
  readonly place: FigurePlace;
  readonly table: Table;
  readonly block: PlacedBlock;
  readonly row: PlacedRow;
  readonly column: Column;
  readonly figure: TellingFigure;
  readonly cell: CellAddress;
}

/** What a row of 补充资料 is answered with in place of a figure. */
const ANSWER = "文字";

/** All recognised figures in the order of the forms. Blanks and zeros say the same, and are left out. */
export function listFigures(disclosure: Disclosure): ListedFigure[] {
  return [...disclosure.placement.tables.values()].flatMap((placed) =>
    placed.blocks.flatMap((block) =>
      uniqueRows(block).flatMap((row) => rowFigures(disclosure, placed, block, row)),
    ),
  );
}

function uniqueRows(block: PlacedBlock): PlacedRow[] {
  return block.rows.filter((row) => rowsWithId(block, row.id)[0] === row);
}

function rowFigures(
  disclosure: Disclosure,
  { table }: PlacedTable,
  block: PlacedBlock,
  row: PlacedRow,
): ListedFigure[] {
  if (isAnsweredInWords(block, row)) return [];
  const { index, figureColumns } = block.block;
  return figureColumns.flatMap((column) => {
    if (!(row.columns ?? block.columns).has(column.key)) return [];
    const place = { table: table.key, block: index, rowId: row.id, columnKey: column.key };
    const found = disclosure.figuresAt(table.key, index, row.id, column.key);
    return found.flatMap(({ figure, cell }): ListedFigure[] => {
      if (!cell || !isTelling(figure)) return [];
      // A code may stand in several rows.
      const own = block.rows.find((each) => each.row === cell.row && each.id === row.id) ?? row;
      return [{ place, table, block, row: own, column, figure, cell }];
    });
  });
}

export function isAnsweredInWords({ block }: PlacedBlock, { id }: PlacedRow): boolean {
  return block.rows.find((row) => row.id === id)?.definition.unit === ANSWER;
}

export function isTelling(figure: Figure): figure is TellingFigure {
  if (figure.kind === "amount") return !figure.published.isZero();
  return figure.kind === "unreadable" || figure.kind === "error";
}

/** As it is published; what cannot be read, as it stands there. */
export function figureText(figure: TellingFigure): string {
  if (figure.kind === "amount") return figure.published.toFixed();
  return figure.kind === "error" ? figure.error : `“${figure.text}”`;
}

/** The same for the same figures wherever they stand: one line each, sorted. What a fingerprint is taken of. */
export function canonicalText(figures: readonly ListedFigure[]): string {
  const lines = figures.map(({ place, figure }) =>
    [place.table, String(place.block), place.rowId, place.columnKey, figureText(figure)].join("\t"),
  );
  return lines.sort().join("\n");
}
