import { isProjectForm, projectForms } from "../template/projectForms";
import type { Table, TemplateStructure } from "../template/template";
import { isReportSheet } from "../workbook/reportSheets";
import type { WorkbookSnapshot } from "../workbook/workbookSnapshot";
import type { Disclosure, FormText, RecognitionProblem, TableTexts } from "./disclosure";
import { continues, joinPages, joinTexts } from "./continuedTable";
import { disclosedFigures } from "./disclosedFigures";
import { holdsParts } from "./formsFound";
import { labelBook, type LabelBook } from "./labelBook";
import type { PlacedTable } from "./placement";
import { readCover, type CoverPart } from "./recogniseCover";
import {
  duplicateProblem,
  figurelessProblem,
  headlessProblem,
  mergedTableProblem,
  holdFigures,
  looseSheetProblems,
  nextPageProblem,
  tableProblems,
} from "./recognitionProblems";
import type { HeadStrictness } from "./recogniseHead";
import type { FoundTable } from "./recogniseTable";
import { recogniseTexts } from "./recogniseTexts";
import { looksLikeTitle, type TitleAt } from "./recogniseTitles";
import { recogniseYear } from "./recogniseYear";
import type { SheetGrid } from "./sheetGrid";
import { unknownTables } from "./unknownTables";
import { sheetSearch, type SearchRegion, type SheetSearch } from "./sheetSearch";

interface Entry {
  readonly found: FoundTable;
  readonly texts: TableTexts;
}

/** Everything found so far. */
interface Findings {
  readonly structure: TemplateStructure;
  readonly book: LabelBook;
  readonly tables: Map<string, Entry>;
  /** Titles below which the table's head is not to be found. */
  readonly headless: Part[];
  readonly problems: RecognitionProblem[];
}

interface Part extends SearchRegion {
  readonly search: SheetSearch;
  readonly title?: TitleAt;
  /** The first row that may belong to this part's furniture. */
  readonly freeFrom: number;
}

/** Finds the package's tables in a workbook by titles, headings, labels and codes, never by position. */
export function recognise(snapshot: WorkbookSnapshot, structure: TemplateStructure): Disclosure {
  const findings: Findings = {
    structure,
    book: labelBook(structure),
    tables: new Map(),
    headless: [],
    problems: [],
  };
  const searches = snapshot.sheets
    .filter(({ visibility, name }) => visibility === "visible" && !isReportSheet(name))
    .map((sheet) => sheetSearch(sheet, structure));
  const grids = searches.map(({ grid }) => grid);
  const untitled = searches.flatMap((search) => recogniseTitled(findings, search));
  for (const part of untitled) recogniseUntitled(findings, part);

  const placed = new Map<string, PlacedTable>();
  const texts = new Map<string, TableTexts>();
  // Rows that were not read leave open what codes that are not listed amount to.
  const unread = new Set<string>();
  for (const key of structure.tables.keys()) {
    const entry = findings.tables.get(key);
    if (!entry) continue;
    placed.set(key, entry.found.placed);
    texts.set(key, entry.texts);
    for (const { found, unknown } of entry.found.readings) {
      if (unknown.some(({ isPlaced }) => !isPlaced)) unread.add(`${key}/${found.block.index}`);
    }
    if (findings.problems.some(({ kind, table }) => kind === "unknownRow" && table === key)) {
      for (const { block } of entry.found.placed.blocks) unread.add(`${key}/${block.index}`);
    }
    findings.problems.push(...tableProblems(entry.found, entry.texts, snapshot));
  }
  findings.problems.push(...headlessProblems(findings.headless, placed));
  findings.problems.push(...figurelessForms(grids, structure, placed));
  const sheetsUsed = new Set([
    ...[...placed.values()].map(({ sheet }) => sheet),
    ...findings.problems.map(({ sheet }) => sheet),
  ]);
  findings.problems.push(...looseSheetProblems(snapshot, structure, sheetsUsed));

  findings.problems.push(...unknownTables(snapshot, structure, [...placed.values()]));

  const placement = { tables: placed };
  const parts = coverParts(grids, placed);
  const coverUnitName = findCover(parts);
  const year = recogniseYear(parts, texts);
  return {
    structure,
    snapshot,
    placement,
    texts,
    ...(coverUnitName ? { coverUnitName } : {}),
    ...(year === undefined ? {} : { year }),
    problems: findings.problems,
    figuresAt: disclosedFigures(
      snapshot,
      placement,
      texts,
      structure.definition.decimals,
      (table, block) => unread.has(`${table}/${block}`),
    ),
  };
}

/** Returns the parts of the sheet in which a table without a title may still stand. */
function recogniseTitled(findings: Findings, search: SheetSearch): Part[] {
  const { grid: whole, places } = search;
  const left: Part[] = [];
  const firstTitle = places[0]?.title.row ?? whole.height + 1;
  if (firstTitle > 1) {
    left.push({ search, grid: whole, top: 1, bottom: firstTitle - 1, freeFrom: 1 });
  }
  let free = 1;
  let end = 1;
  for (const { title, grid, bottom, isBeside } of places) {
    if (!isBeside) free = end;
    const part: Part = { search, grid, title, top: title.row + 1, bottom, freeFrom: free };
    const { found, first, isNextPage } = findTitled(findings, part, title.table);
    if (found && first && !(isNextPage && first.found.placed.sheet === grid.sheet.name)) {
      findings.problems.push(
        isNextPage
          ? nextPageProblem(title, grid.sheet.name, first.texts)
          : duplicateProblem(title, grid.sheet.name, first.texts, textsOf(found, part)),
      );
      end = Math.max(end, found.end);
      continue;
    }
    if (found) keep(findings, found, part);
    else findings.headless.push(part);
    const rest = found ? found.end : title.row;
    if (rest <= bottom) left.push({ search, grid, top: rest, bottom, freeFrom: rest });
    end = Math.max(end, rest);
  }
  return left;
}

interface Titled {
  readonly found: FoundTable | undefined;
  /** Of the same table, further up. */
  readonly first: Entry | undefined;
  readonly isNextPage: boolean;
}

/** What stands below a title that is not its table's first nor its next page is another project's form. */
function findTitled(findings: Findings, part: Part, table: Table): Titled {
  const found = part.search.find(table, part, "half");
  const first = findings.tables.get(table.key);
  const isNextPage = found !== undefined && first !== undefined && continues(first.found, found);
  const sheet = part.grid.sheet.name;
  if (!first || !isProjectForm(table) || (isNextPage && first.found.placed.sheet === sheet)) {
    return { found, first, isNextPage };
  }
  const next = projectForms(findings.structure).find(({ key }) => !findings.tables.has(key));
  return next
    ? { found: part.search.find(next, part, "half"), first: undefined, isNextPage: false }
    : { found, first, isNextPage };
}

function textsOf(found: FoundTable, { grid, title, freeFrom, bottom }: Part): TableTexts {
  return recogniseTexts(grid, found, title, { top: freeFrom, bottom });
}

/** A table's first page, or the next one of it. */
function keep(findings: Findings, found: FoundTable, part: Part): void {
  const texts = textsOf(found, part);
  const { range, table } = found.placed;
  const first = findings.tables.get(found.placed.table.key);
  if (first) {
    const joined = { found: joinPages(first.found, found), texts: joinTexts(first.texts, texts) };
    findings.tables.set(found.placed.table.key, joined);
    return;
  }
  const { row: top, column: left } = texts.title.cell;
  const placed = {
    ...found.placed,
    range: { ...range, top: Math.min(range.top, top), left: Math.min(range.left, left) },
  };
  findings.tables.set(table.key, { found: { ...found, placed }, texts });
}

/** Tables one below the other without titles are found one after the other. */
function recogniseUntitled(findings: Findings, part: Part): void {
  let rest = part;
  for (;;) {
    const found = identify(findings, rest);
    if (!found) return;
    keep(findings, found, rest);
    if (found.end <= rest.top || found.end > rest.bottom) return;
    rest = { ...rest, top: found.end, freeFrom: found.end };
  }
}

/** The one table not found elsewhere whose whole head stands here; of several, the one with the surest head. */
function identify(findings: Findings, part: Part): FoundTable | undefined {
  const sheetName = part.grid.sheet.name;
  const candidates = [...findings.structure.tables.values()]
    .filter((table) => !findings.tables.has(table.key))
    // Headings that it shares with the form of the whole unit do not tell it apart.
    .filter((table) => !isProjectForm(table) || isNamedAfter(sheetName, table, findings.book))
    .flatMap((table) => part.search.find(table, part, strictnessOf(table, part)) ?? [])
    .filter((found) => isTrusted(found, part))
    .sort((a, b) => a.headTop - b.headTop || b.fit - a.fit);
  const [best, second] = candidates;
  if (!best || second?.headTop !== best.headTop || second.fit < best.fit) return best;
  return candidates.find(({ placed }) => isNamedAfter(sheetName, placed.table, findings.book));
}

/** The blocks of a form stand one below the other, between its parts. */
function strictnessOf({ definition }: Table, { grid }: Part): HeadStrictness {
  return holdsParts(grid.sheet, definition) ? "half" : "all";
}

/** Below a title that is not the package's, headings alone prove nothing: forms share them. */
function isTrusted({ placed, headTop, readings }: FoundTable, { grid, top }: Part): boolean {
  const { role } = placed.table.definition;
  for (let row = Math.max(top, headTop - 5); row < headTop; row += 1) {
    const texts = grid.cells(row).filter((value) => typeof value === "string");
    if (!texts.some((text) => looksLikeTitle(text))) continue;
    if (role !== "disclosure") return false;
    return readings.every(({ found: { block }, rows }) => {
      const wanted = block.rows.filter(({ path }) => path.length > 0).length;
      const { kind, name } = block.definition;
      if (kind === "tree" || (kind === "rows" && name === undefined)) return false;
      return rows.length * 2 >= wanted;
    });
  }
  return true;
}

function isNamedAfter(sheetName: string, { definition }: Table, book: LabelBook): boolean {
  const name = book.spell(sheetName).bare;
  return [definition.title, definition.sheetName, ...(definition.titleAliases ?? [])].some(
    (title) => name.includes(book.spell(title).bare),
  );
}

/** In rows: what is merged further is not the title alone. */
const TALLEST_TITLE = 3;

/** A title in a list of contents or in a text has no figures below it. */
function headlessProblems(
  parts: readonly Part[],
  placed: ReadonlyMap<string, PlacedTable>,
): RecognitionProblem[] {
  return parts.flatMap(({ title, grid, top, bottom }) => {
    if (!title || placed.has(title.table.key)) return [];
    const area = grid.merge(title.row, title.column);
    if (area && area.bottom - area.top >= TALLEST_TITLE) {
      return [mergedTableProblem(title, grid.sheet.name, area)];
    }
    const rows = Array.from({ length: Math.max(0, bottom - top + 1) }, (_, row) =>
      grid.cells(top + row),
    );
    return !holdFigures(rows) ? [] : [headlessProblem(title, grid.sheet.name)];
  });
}

/** A form that is known by its parts, with its money in words: 年度预算金额 358.65万元. */
function figurelessForms(
  grids: readonly SheetGrid[],
  { tables }: TemplateStructure,
  placed: ReadonlyMap<string, PlacedTable>,
): RecognitionProblem[] {
  return [...tables.values()].flatMap((table) => {
    if (table.definition.role !== "information" || placed.has(table.key)) return [];
    const grid = grids.find(({ sheet }) => holdsParts(sheet, table.definition));
    return grid ? [figurelessProblem(table, grid.sheet.name)] : [];
  });
}

function coverParts(
  grids: readonly SheetGrid[],
  placed: ReadonlyMap<string, PlacedTable>,
): CoverPart[] {
  return grids.map((grid) => {
    const tops = [...placed.values()]
      .filter(({ sheet }) => sheet === grid.sheet.name)
      .map(({ range }) => range.top);
    return { grid, bottom: Math.min(grid.height, ...tops.map((top) => top - 1)) };
  });
}

function findCover(parts: readonly CoverPart[]): FormText | undefined {
  for (const part of parts) {
    const cover = readCover(part);
    if (cover) return cover;
  }
  return undefined;
}
