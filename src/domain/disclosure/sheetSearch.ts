import type { Table, TemplateStructure } from "../template/template";
import type { SheetSnapshot } from "../workbook/workbookSnapshot";
import { headingIndex } from "./headingIndex";
import { labelBook } from "./labelBook";
import type { HeadStrictness } from "./recogniseHead";
import { recogniseTable, type FoundTable, type Region } from "./recogniseTable";
import { findTitles, titleIndex } from "./recogniseTitles";
import { sheetGrid, type SheetGrid } from "./sheetGrid";
import { titlePlaces, type TitlePlace } from "./titlePlaces";

const searches = new WeakMap<TemplateStructure, WeakMap<SheetSnapshot, SheetSearch>>();

/** After an edit most sheets are the same objects as before, and what was found on them is known. */
export function sheetSearch(sheet: SheetSnapshot, structure: TemplateStructure): SheetSearch {
  const known = searches.get(structure) ?? new WeakMap<SheetSnapshot, SheetSearch>();
  searches.set(structure, known);
  const search = known.get(sheet) ?? new SheetSearch(sheet, structure);
  known.set(sheet, search);
  return search;
}

/** The grid is the sheet's, or a strip of it. */
export interface SearchRegion extends Region {
  readonly grid: SheetGrid;
}

/** The search for a package's tables on one sheet. */
export class SheetSearch {
  readonly grid: SheetGrid;
  readonly places: readonly TitlePlace[];
  private readonly found = new Map<string, FoundTable | undefined>();

  constructor(
    sheet: SheetSnapshot,
    private readonly structure: TemplateStructure,
  ) {
    this.grid = sheetGrid(sheet);
    this.places = titlePlaces(this.grid, findTitles(this.grid, titleIndex(structure)));
  }

  find(
    table: Table,
    { grid, top, bottom }: SearchRegion,
    strictness: HeadStrictness,
  ): FoundTable | undefined {
    const area = [top, bottom, grid.left, grid.width].join(" ");
    const key = `${table.key} ${area} ${strictness}`;
    if (this.found.has(key)) return this.found.get(key);
    const { structure } = this;
    const book = labelBook(structure);
    const context = { grid, book, index: headingIndex(table, book), structure };
    const found = recogniseTable(context, { top, bottom }, strictness);
    this.found.set(key, found);
    return found;
  }
}
