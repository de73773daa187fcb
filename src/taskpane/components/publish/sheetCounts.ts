import type { Finding } from "../../../domain/checking/finding";

export interface SheetCounts {
  /** How many of the findings have a cell on the sheet. */
  readonly of: (sheet: string) => number;
  /** A finding between two sheets is counted on both: the counts add up to more than there are. */
  readonly overlap: boolean;
}

export function sheetCounts(findings: readonly Pick<Finding, "cells">[]): SheetCounts {
  const counts = new Map<string, number>();
  let overlap = false;
  for (const { cells } of findings) {
    const sheets = new Set(cells.map(({ sheet }) => sheet));
    if (sheets.size > 1) overlap = true;
    for (const sheet of sheets) counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  }
  return { of: (sheet) => counts.get(sheet) ?? 0, overlap };
}
