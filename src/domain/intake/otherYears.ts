import type { Disclosure } from "../disclosure/disclosure";
import { yearIn } from "../disclosure/recogniseYear";

/** A year that titles of taken tables print, or else the cover, and for how many of them. */
export interface PrintedYear {
  readonly year: number;
  readonly tables: number;
}

/** Years other than the one that the figures are to be of. */
export function otherYears(
  { texts, placement, year: ofCover }: Disclosure,
  wanted: number,
): PrintedYear[] {
  const tables = new Map<number, number>();
  for (const { table } of placement.tables.values()) {
    if (table.definition.role !== "disclosure") continue;
    const year = yearIn(texts.get(table.key)?.title.text ?? "") ?? ofCover;
    if (year !== undefined && year !== wanted) tables.set(year, (tables.get(year) ?? 0) + 1);
  }
  return Array.from(tables, ([year, count]) => ({ year, tables: count }));
}
