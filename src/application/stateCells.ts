import type { SheetPlan, WorkbookSnapshot } from "../ports/workbookPorts";

/** What makes the standing state sheet that one: a shorter text leaves no rest of the longer one. */
export function stateCells({ sheets }: WorkbookSnapshot, { name, cells }: SheetPlan) {
  const before = sheets.find((sheet) => sheet.name === name)?.values.length ?? 0;
  const blanks = Array.from({ length: Math.max(0, before - cells.length) }, (_, index) => {
    return { row: cells.length + index + 1, column: 1, value: null };
  });
  return [...cells, ...blanks].map((cell) => ({ ...cell, sheet: name }));
}
