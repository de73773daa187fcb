import { formatPosition } from "../../workbook/cellAddress";
import { NARRATIVE_CALCULATION_SHEET } from "../../workbook/resultSheets";
import { valueAt, type WorkbookSnapshot } from "../../workbook/workbookSnapshot";

const COLUMNS = { key: 1, code: 2, row: 3 } as const;
const ROW_FORMULA = /^ROW\((?:'((?:[^']|'')+)'|([^'!()]+))!\$?A\$?([0-9]+)\)$/iu;

/** A paragraph on the hidden sheet behind the 情况说明. */
export interface ParagraphLine {
  readonly key: string;
  readonly code?: string;
  /** On the hidden sheet. */
  readonly line: number;
  /** Where the paragraph stands; undefined where that row is gone. */
  readonly place?: { readonly sheet?: string; readonly row: number };
}

export function paragraphLines({ sheets }: WorkbookSnapshot): readonly ParagraphLine[] {
  const sheet = sheets.find(({ name }) => name === NARRATIVE_CALCULATION_SHEET);
  if (!sheet) return [];
  return sheet.values.flatMap((values, index): ParagraphLine[] => {
    const [key, code] = [values[COLUMNS.key - 1], values[COLUMNS.code - 1]];
    if (index === 0 || typeof key !== "string" || key === "") return [];
    const at = { row: index + 1, column: COLUMNS.row };
    const place = placeOf(sheet.formulas.get(formatPosition(at)), valueAt(sheet, at));
    const own = typeof code === "string" && code !== "" ? { code } : {};
    return [{ key, ...own, line: index + 1, ...(place ? { place } : {}) }];
  });
}

/** The formula follows when rows move; its result may be of an earlier time. */
function placeOf(formula: string | undefined, value: unknown): ParagraphLine["place"] {
  if (formula === undefined) {
    return typeof value === "number" && value > 0 ? { row: value } : undefined;
  }
  const [, quoted, plain, row] = ROW_FORMULA.exec(formula.trim()) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  return sheet === undefined ? undefined : { sheet, row: Number(row) };
}
