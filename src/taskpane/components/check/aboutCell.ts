import type { Checked } from "../../../application/draftingState";
import type { Finding } from "../../../domain/checking/finding";
import { rangeContains, type CellAddress } from "../../../domain/workbook/cellAddress";

export interface AboutCell {
  readonly findings: readonly Finding[];
  /** False where nothing is checked. */
  readonly isInTable: boolean;
}

export function aboutCell(cell: CellAddress, { report, disclosure }: Checked): AboutCell {
  return {
    findings: report.findings.filter(({ cells }) => cells.some((each) => isSame(each, cell))),
    isInTable: [...disclosure.placement.tables.values()].some(
      ({ sheet, range }) => sheet === cell.sheet && rangeContains(range, cell),
    ),
  };
}

function isSame(one: CellAddress, other: CellAddress): boolean {
  return one.sheet === other.sheet && one.row === other.row && one.column === other.column;
}
