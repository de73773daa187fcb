import type { Table, TemplateStructure } from "../template/template";
import type { SheetSnapshot } from "../workbook/workbookSnapshot";
import { headingIndex } from "./headingIndex";
import { labelBook } from "./labelBook";
import type { HeadStrictness } from "./recogniseHead";
import { recogniseTable, type FoundTable, type Region } from "./recogniseTable";
import { findTitles, titleIndex, type TitleAt } from "./recogniseTitles";
import { sheetGrid, type SheetGrid } from "./sheetGrid";

const searches = new WeakMap<TemplateStructure, WeakMap<SheetSnapshot, SheetSearch>>();

/** After an edit most sheets are the same objects as before, and what was found on them is known. */
export function sheetSearch(sheet: SheetSnapshot, structure: TemplateStructure): SheetSearch {
  const known = searches.get(structure) ?? new WeakMap<SheetSnapshot, SheetSearch>();
  searches.set(structure, known);
  const search = known.get(sheet) ?? new SheetSearch(sheet, structure);
  known.set(sheet, search);
  return search;
}

/** The search for a package's tables on one sheet. */
export class SheetSearch {
  readonly grid: SheetGrid;
  readonly titles: readonly TitleAt[];
  private readonly found = new Map<string, FoundTable | undefined>();

  constructor(
    sheet: SheetSnapshot,
    private readonly structure: TemplateStructure,
  ) {
    this.grid = sheetGrid(sheet);
    this.titles = findTitles(this.grid, titleIndex(structure));
  }

  find(table: Table, { top, bottom }: Region, strictness: HeadStrictness): FoundTable | undefined {
    const key = `${table.key} ${String(top)} ${String(bottom)} ${strictness}`;
    if (this.found.has(key)) return this.found.get(key);
    const { structure, grid } = this;
    const book = labelBook(structure);
    const context = { grid, book, index: headingIndex(table, book), structure };
    const found = recogniseTable(context, { top, bottom }, strictness);
    this.found.set(key, found);
    return found;
  }
}
