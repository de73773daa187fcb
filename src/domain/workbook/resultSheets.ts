import type { WorkbookSnapshot } from "./workbookSnapshot";

/** One row for each relation. */
export const AUDIT_SHEET = "审核";
/** Hidden: what the checks on 审核 need beside the tables themselves. */
export const CALCULATION_SHEET = "计算";
/** Hidden: which row of the 情况说明 is which paragraph, and the lists and names in them. */
export const NARRATIVE_CALCULATION_SHEET = "说明计算";
/** Ours and hidden: nobody fills anything in there. */
export const CALCULATION_SHEETS: readonly string[] = [
  CALCULATION_SHEET,
  NARRATIVE_CALCULATION_SHEET,
];
/** Results alone stand there: whatever a paste left behind is an old result, never somebody's text. */
export const RESULT_SHEETS: readonly string[] = [AUDIT_SHEET, ...CALCULATION_SHEETS];
/** Heads the list on 计算 that tells how the tables of a person's own stood when 审核 was printed for them. */
export const SHAPES_HEAD = "表的形状";

/** The shape of each table at printing, by table key; undefined where 审核 was not added to tables of a person's own. */
export function printedShapes({
  sheets,
}: WorkbookSnapshot): ReadonlyMap<string, string> | undefined {
  const values = sheets.find(({ name }) => name === CALCULATION_SHEET)?.values ?? [];
  const column = values[0]?.indexOf(SHAPES_HEAD) ?? -1;
  if (column < 0) return undefined;
  const shapes = new Map<string, string>();
  for (const line of values.slice(1)) {
    const [key, shape] = [line[column], line[column + 1]];
    if (typeof key === "string" && typeof shape === "string") shapes.set(key, shape);
  }
  return shapes;
}

/** Ours beside tables that a person laid out; none elsewhere. */
export function adoptedSheets(snapshot: WorkbookSnapshot): readonly string[] {
  return isAdopted(snapshot) ? [AUDIT_SHEET, CALCULATION_SHEET] : [];
}

/** Whether 审核 stands beside tables that a person laid out: nothing else in such a workbook is ours. */
export function isAdopted(snapshot: WorkbookSnapshot): boolean {
  return printedShapes(snapshot) !== undefined;
}
