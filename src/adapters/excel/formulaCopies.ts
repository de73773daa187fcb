import type { CellPosition, CellRange } from "../../domain/workbook/cellAddress";
import { moveFormula } from "../guard/formulaText";
import { toRectangles } from "./areas";

export interface FormulaCopies {
  readonly from: CellPosition;
  readonly ranges: readonly CellRange[];
  readonly cells: readonly CellPosition[];
}

interface FormulaCell extends CellPosition {
  readonly formula: string;
}

/** Where formulas are moved to for comparing: far from all edges, so that no reference falls off the grid. */
const MEETING_POINT = { row: 500_000, column: 8_000 };
const COPY_BYTES = 400;
const ADDRESS_BYTES = 8;

/** Formulas that read alike from where they stand: written once and copied, where that is shorter. */
export function findCopies(cells: readonly FormulaCell[]): FormulaCopies[] {
  const groups = new Map<string, FormulaCell[]>();
  for (const cell of cells) {
    const key = moveFormula(
      cell.formula,
      MEETING_POINT.row - cell.row,
      MEETING_POINT.column - cell.column,
    );
    if (key.includes("#REF!")) continue;
    const group = groups.get(key);
    if (group) group.push(cell);
    else groups.set(key, [cell]);
  }
  return [...groups.values()].flatMap(([from, ...others]) => {
    if (!from || others.length === 0) return [];
    const ranges = toRectangles(others);
    const saved = others.reduce((all, { formula }) => all + formula.length, 0);
    return saved > COPY_BYTES + ranges.length * ADDRESS_BYTES
      ? [{ from, ranges, cells: others }]
      : [];
  });
}
