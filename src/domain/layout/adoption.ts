import type { Disclosure } from "../disclosure/disclosure";
import { tableShapes } from "../disclosure/tableShape";
import { isOwnSet } from "../expression/print/ownFormulas";
import { formatAddress, formatPosition, type CellAddress } from "../workbook/cellAddress";
import { AUDIT_SHEET, CALCULATION_SHEET, printedShapes } from "../workbook/resultSheets";
import type { CellValue, WorkbookSnapshot } from "../workbook/workbookSnapshot";
import { RESULT } from "./resultWords";
import { AUDIT_WIDTH, FIRST_AUDIT_ROW } from "./auditPage";

/**
 * possible: tables that a person laid out, without 审核 of ours · standing · outdated: rows or columns stand otherwise
 * than when it was printed. none: a set of ours, which has its own.
 */
export type AdoptionState = "none" | "possible" | "standing" | "outdated";

export function adoptionState({ placement, snapshot }: Disclosure): AdoptionState {
  const printed = printedShapes(snapshot);
  if (printed) {
    const now = tableShapes(placement);
    const isSame =
      now.size === printed.size && [...now].every(([key, shape]) => printed.get(key) === shape);
    const isWhole = snapshot.sheets.some(({ name }) => name === AUDIT_SHEET);
    return isSame && isWhole ? "standing" : "outdated";
  }
  const isEmpty = [...placement.tables.values()].every(
    ({ table }) => table.definition.role !== "disclosure",
  );
  return isEmpty || isOwnSet(snapshot) ? "none" : "possible";
}

/** Names that 审核 needs and that sheets of the person's own have. */
export function takenNames({ sheets }: WorkbookSnapshot): string[] {
  return sheets
    .map(({ name }) => name)
    .filter((name) => [AUDIT_SHEET, CALCULATION_SHEET].includes(name));
}

/** What somebody wrote onto 审核, beside its list or over a formula: it would go with the sheet. */
export function writtenBeside({ sheets }: WorkbookSnapshot): string[] {
  const audit = sheets.find(({ name }) => name === AUDIT_SHEET);
  if (!audit) return [];
  return audit.values.flatMap((line, index) =>
    line.flatMap((value, offset) => {
      const cell: CellAddress = { sheet: AUDIT_SHEET, row: index + 1, column: offset + 1 };
      if (value === null || value === "" || audit.formulas.has(formatPosition(cell))) return [];
      return isPrinted(cell, line) ? [] : [formatAddress(cell)];
    }),
  );
}

/** Heads, and of each relation code, words and why no formula checks it. */
function isPrinted({ row, column }: CellAddress, line: readonly CellValue[]): boolean {
  if (column > AUDIT_WIDTH) return false;
  if (row < FIRST_AUDIT_ROW) return true;
  const isPaneOnly = line.includes(RESULT.relationFault);
  return typeof line[0] === "string" && line[0] !== "" && (column <= 2 || isPaneOnly);
}
