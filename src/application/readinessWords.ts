import type { ReadinessLine, ReadinessState } from "../domain/publication/readinessLine";
import type { SheetSnapshot, WorkbookSnapshot } from "../ports/workbookPorts";

export interface Readiness {
  readonly lines: readonly ReadinessLine[];
  /** What was looked at. */
  readonly snapshot: WorkbookSnapshot;
}

/** In the order in which they are worked through. */
export const READINESS_WORDS: Readonly<Record<ReadinessState, string>> = {
  failed: "未通过",
  confirm: "请确认",
  unchecked: "没有检查",
  passed: "通过",
};

/** Somebody has worked on the workbook since; hidden lines and comments alone do not show. */
export function isOutdated({ snapshot }: Readiness, now: WorkbookSnapshot): boolean {
  if (snapshot === now) return false;
  return (
    snapshot.sheets.length !== now.sheets.length ||
    snapshot.sheets.some((sheet, index) => !isSameSheet(sheet, now.sheets[index]))
  );
}

function isSameSheet(before: SheetSnapshot, now: SheetSnapshot | undefined): boolean {
  if (before === now) return true;
  return (
    before.name === now?.name &&
    before.visibility === now.visibility &&
    JSON.stringify([before.values, [...before.formulas]]) ===
      JSON.stringify([now.values, [...now.formulas]])
  );
}
