import type { Template } from "../checking/compileTemplate";
import type { Disclosure } from "../disclosure/disclosure";
import { formatPosition, type CellAddress } from "../workbook/cellAddress";
import {
  valueAt,
  type CellValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from "../workbook/workbookSnapshot";
import { TotalFigures } from "./totalFigures";

/** The workbook as it will be when the host has calculated: formulas in total cells give what the template says. */
export function withFreshTotals(
  { snapshot, placement }: Disclosure,
  { structure, relations }: Template,
): WorkbookSnapshot {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const isFormula = ({ sheet, ...position }: CellAddress): boolean =>
    sheets.get(sheet)?.formulas.has(formatPosition(position)) ?? false;
  const figures = new TotalFigures(placement, placement, relations, structure.definition, {
    valueAt: ({ sheet: name, ...position }) => {
      const sheet = sheets.get(name);
      return sheet ? valueAt(sheet, position) : null;
    },
    keeps: (cell) => !isFormula(cell),
  });
  const changes = new Map<string, { cell: CellAddress; value: CellValue }[]>();
  for (const total of figures.totals()) {
    const { cell } = total;
    if (!isFormula(cell)) continue;
    const own = changes.get(cell.sheet) ?? [];
    changes.set(cell.sheet, own);
    own.push({ cell, value: figures.resultOf(total) });
  }
  return { sheets: snapshot.sheets.map((sheet) => changed(sheet, changes)) };
}

function changed(
  sheet: SheetSnapshot,
  changes: ReadonlyMap<string, readonly { cell: CellAddress; value: CellValue }[]>,
): SheetSnapshot {
  const own = changes.get(sheet.name);
  if (!own) return sheet;
  const values: CellValue[][] = sheet.values.map((row) => [...row]);
  for (const { cell, value } of own) {
    const row = values[cell.row - 1];
    if (row) row[cell.column - 1] = value;
  }
  return { ...sheet, values };
}
