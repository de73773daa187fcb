import { normaliseLabel } from "../../template/labels";
import { formatPosition } from "../../workbook/cellAddress";
import {
  isErrorValue,
  type CellValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from "../../workbook/workbookSnapshot";
import type { NarratedSection } from "../narrate";
import type { ParagraphLine } from "./paragraphLines";

/** A filled row of the 情况说明 below its first heading. */
export interface NarrativeRow {
  readonly row: number;
  /** The number of the section that it stands under: 五. */
  readonly section: string;
  /** undefined: a formula without a result. */
  readonly words: string | undefined;
  readonly formula?: string;
}

export interface StandingSheet {
  readonly name: string;
  readonly rows: ReadonlyMap<number, NarrativeRow>;
  /** The section of every row, filled or not; undefined above the first heading, and of a heading itself. */
  readonly sectionAt: (row: number) => string | undefined;
}

const HEADING = /^([一二三四五六七八九十]+)、(.+)$/u;
const LONGEST_HEADING = 45;

/** The sheet as it was laid out for these sections; undefined where it is another, or none. */
export function readStandingSheet(
  { sheets }: WorkbookSnapshot,
  sheetName: string,
  lines: readonly ParagraphLine[],
  sections: readonly NarratedSection[],
): StandingSheet | undefined {
  if (lines.length === 0) return undefined;
  const name = lines.find(({ place }) => place?.sheet !== undefined)?.place?.sheet ?? sheetName;
  const sheet = sheets.find((each) => each.name === name);
  if (!sheet) return undefined;
  const titles = new Map(sections.map(({ number, title }) => [number, normaliseLabel(title)]));
  const headings = headingsOf(sheet, titles);
  const known = [...headings.values()].filter(({ isTitled }) => isTitled).length;
  // Of another edition: its paragraphs are numbered otherwise.
  if (known === 0 || known * 2 < headings.size) return undefined;
  const rows = new Map<number, NarrativeRow>();
  const sectionOf: (string | undefined)[] = [];
  let section: string | undefined;
  sheet.values.forEach(([value = null], index) => {
    const row = index + 1;
    const heading = headings.get(row);
    if (heading) section = heading.number;
    sectionOf[row] = heading ? undefined : section;
    if (heading || section === undefined) return;
    const formula = sheet.formulas.get(formatPosition({ row, column: 1 }));
    const words = wordsOf(value);
    if (formula === undefined && (words ?? "") === "") return;
    rows.set(row, { row, section, words, ...(formula === undefined ? {} : { formula }) });
  });
  return { name, rows, sectionAt: (row) => sectionOf[row] };
}

function headingsOf(sheet: SheetSnapshot, titles: ReadonlyMap<string, string>) {
  const headings = new Map<number, { readonly number: string; readonly isTitled: boolean }>();
  sheet.values.forEach(([value], index) => {
    if (typeof value !== "string") return;
    const text = value.trim();
    const [, number = "", title = ""] = HEADING.exec(text) ?? [];
    const own = titles.get(number);
    if (own === undefined || text.length > LONGEST_HEADING || /[。；]/u.test(text)) return;
    headings.set(index + 1, { number, isTitled: normaliseLabel(title) === own });
  });
  return headings;
}

function wordsOf(value: CellValue): string | undefined {
  if (isErrorValue(value)) return undefined;
  return value === null ? "" : String(value).trim();
}
