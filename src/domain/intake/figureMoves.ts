import type { Disclosure } from "../disclosure/disclosure";
import { rowsWithId } from "../disclosure/placedRows";
import { placeSheets } from "../layout/placeSheets";
import type { CellAddress } from "../workbook/cellAddress";
import { filledFigures, type Intake } from "./intake";

/** Where one figure of the files comes to stand in a set that is laid out from them. */
export interface FigureMove {
  readonly from: CellAddress;
  /** As it will be published; a text as it is. */
  readonly value: string;
  readonly to: CellAddress;
}

export function figureMoves(
  { template, disclosure, unitName }: Intake,
  figures: Disclosure,
  tableKey: string,
): FigureMove[] {
  const { decimals, year } = template.structure.definition;
  const source = disclosure.placement.tables.get(tableKey);
  const input = { unitName, year: disclosure.year ?? year, figures };
  const target = placeSheets(template, input).get(tableKey);
  if (!source || !target) return [];
  return filledFigures(source, disclosure).flatMap(({ block, rowId, columnKey, cell }) => {
    const placed = target.blocks[block];
    const [row] = placed ? rowsWithId(placed, rowId) : [];
    const column = placed?.columns.get(columnKey);
    const [at] = figures.figuresAt(tableKey, block, rowId, columnKey);
    if (!row || column === undefined || !at) return [];
    const { figure } = at;
    const value =
      figure.kind === "amount"
        ? figure.published.toFixed(decimals)
        : "text" in figure
          ? figure.text
          : "";
    return [{ from: cell, value, to: { sheet: target.sheet, row: row.row, column } }];
  });
}
