import { formatRange } from "../../domain/workbook/cellAddress";
import type { MarkedArea } from "../../ports/workbookPorts";
import type { Question } from "./excelRuns";

/** How many of these areas have marks, without write. */
export function markCount(areas: readonly MarkedArea[]): Question<number> {
  return ({ workbook }) => {
    const counts = areas.map(({ sheet, range }) => {
      const own = workbook.worksheets.getItem(sheet);
      const cells = own.getRange(formatRange(range));
      cells.untrack();
      return cells.conditionalFormats.getCount();
    });
    return () => counts.filter(({ value }) => value > 0).length;
  };
}
