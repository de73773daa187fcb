import { scopeOf } from "../checking/checkDisclosure";
import type { Template } from "../checking/compileTemplate";
import type { Disclosure } from "../disclosure/disclosure";
import type { Placement } from "../disclosure/placement";
import type { WorkbookInput } from "../layout/layOutWorkbook";
import { narrativeOf } from "../layout/narrativeSheet";
import { narrate } from "../narrative/narrate";
import { writtenParagraphs, type WrittenParagraph } from "../narrative/paragraphs";
import { readStandingSheet, type NarrativeRow } from "../narrative/standing/narrativeRows";
import { paragraphLines } from "../narrative/standing/paragraphLines";
import { placeParagraphs, sectionOf } from "../narrative/standing/placeParagraphs";
import type { StandingSection } from "../narrative/standing/standingParagraph";
import { formatPosition } from "../workbook/cellAddress";
import { NARRATIVE_CALCULATION_SHEET } from "../workbook/resultSheets";
import type { WorkbookExtras } from "../workbook/workbookExtras";
import { valueAt, type SheetSnapshot } from "../workbook/workbookSnapshot";
import type { PlannedCell, SheetPlan } from "../workbook/writePlan";
import { fillPlan, withRows, type Fill, type FilledCell, type InsertedRows } from "./fillPlan";

/** 更新说明: a paragraph for each code that the tables list by now, and none for those that are gone. */
export interface ParagraphUpdate extends Fill {
  readonly gone: readonly InsertedRows[];
  /** The codes of paragraphs that come, and go; of those that are for no code their keys. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Paragraphs that apply by now come out of their hidden rows into new ones, where `extras` tell which rows are hidden,
 * and those that no longer apply go. What somebody wrote moves with its paragraph, and stays where its code is gone. undefined: the workbook has no 情况说明
 * of ours.
 */
export function paragraphUpdate(
  template: Template,
  standing: Disclosure,
  sections: readonly StandingSection[],
  input: Omit<WorkbookInput, "figures" | "spareRows">,
  extras?: WorkbookExtras,
): ParagraphUpdate | undefined {
  const { snapshot, placement } = standing;
  const lines = paragraphLines(snapshot);
  const narrated = narrate(standing, template);
  const { sheetName } = template.structure.definition.narrative;
  const sheet = readStandingSheet(snapshot, sheetName, lines, narrated);
  const paper = snapshot.sheets.find(({ name }) => name === sheet?.name);
  const hidden = snapshot.sheets.find(({ name }) => name === NARRATIVE_CALCULATION_SHEET);
  if (!sheet || !paper || !hidden) return undefined;

  const none: Placement = { ...placement, tables: new Map() };
  const answers = fillPlan(template, standing, { ...standing, placement: none }, input, false);
  const scope = scopeOf(standing, template);
  const written = template.sections.map((section) => writtenParagraphs(section, scope));
  const edited = new Set(
    sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ key, origin }) => (origin === "edited" ? [key] : [])),
    ),
  );
  const before = placeParagraphs(sheet, lines, narrated);
  const applying = new Set(
    narrated.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ key, text }) => (text.trim() === "" ? [] : [key])),
    ),
  );
  const known = new Set(lines.map(({ key }) => key));
  const { rows, gone, places, shown, withdrawn } = arrange(paper.name, written, {
    ...{ before, edited, applying, known },
    hidden: extras && hiddenRowsOf(paper.name, extras),
  });
  const tables = new Map([...placement.tables, ...answers.placed]);
  const plan = narrativeOf(template, { ...placement, tables }, scope, places);
  const shifted = withRows(paper, rows);
  const own = new Map(
    [...edited].flatMap((key): [number, NarrativeRow][] => {
      const row = places.get(key);
      const typed = sheet.rows.get(before.get(key) ?? 0);
      return row !== undefined && typed ? [[row, typed]] : [];
    }),
  );
  const narrative = withOwnWords({ ...plan.narrative, name: paper.name }, own);
  const codes = new Set(written.flat().flatMap(({ key, item }) => (item ? [key] : [])));
  return {
    ...answers,
    rows: [...answers.rows, ...rows],
    form: {
      ...answers.form,
      sheets: [...answers.form.sheets, narrative, plan.calculation],
    },
    cells: [
      ...answers.cells,
      ...typedCells(narrative, shifted),
      ...gone.map(({ sheet: name, row }) => ({ sheet: name, row, column: 1, value: null })),
      ...reckoningCells(plan.calculation, hidden),
    ],
    shifted: [...answers.shifted, shifted],
    gone,
    added: [
      ...[...codes].filter((key) => !before.has(key) && places.has(key)).map(codeOf),
      ...shown,
    ],
    removed: [
      ...[...before.keys()]
        .filter((key) => key.includes("#") && !codes.has(key) && !edited.has(key))
        .map(codeOf),
      ...withdrawn,
    ],
  };
}

interface Arrangement {
  readonly rows: readonly InsertedRows[];
  /** As all rows stand when those are in. */
  readonly gone: readonly InsertedRows[];
  readonly places: ReadonlyMap<string, number>;
  /** Paragraphs for no code that come out of hidden rows, and that go. */
  readonly shown: readonly string[];
  readonly withdrawn: readonly string[];
}

interface StandingRows {
  readonly before: ReadonlyMap<string, number>;
  readonly edited: ReadonlySet<string>;
  /** Written for the figures as they are. */
  readonly applying: ReadonlySet<string>;
  /** On the hidden sheet: a row of theirs that is missing, somebody deleted. */
  readonly known: ReadonlySet<string>;
  /** Undefined where nobody tells. */
  readonly hidden: ReadonlySet<number> | undefined;
}

function hiddenRowsOf(
  sheet: string,
  { sheets, untold }: WorkbookExtras,
): ReadonlySet<number> | undefined {
  if (untold.has("hiddenLines")) return undefined;
  const spans = sheets.find(({ name }) => name === sheet)?.hiddenRows ?? [];
  return new Set(
    spans.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    ),
  );
}

/** Paragraphs of codes share the rows that stand for them, in the order of the codes; what is missing comes in below. */
function arrange(
  sheet: string,
  sections: readonly (readonly WrittenParagraph[])[],
  standing: StandingRows,
): Arrangement {
  const { before, edited } = standing;
  const shown: string[] = [];
  const withdrawn: string[] = [];
  const stays = new Map<string, number>();
  const late: { readonly key: string; readonly below: number }[] = [];
  const left: number[] = [];
  for (const written of sections) {
    let previous: number | undefined;
    for (const group of groupsOf(written)) {
      const [first] = group;
      const isEach = first?.item !== undefined;
      const wanted = new Set(group.map(({ key }) => key));
      const known = isEach ? rowsOfGroup(first.key, before, wanted, edited) : [];
      for (const [index, { key }] of group.entries()) {
        const row = isEach ? known[index] : before.get(key);
        const turn = isEach || previous === undefined ? undefined : turnOf(key, row, standing);
        if (turn !== undefined && row !== undefined) left.push(row);
        if (turn === "goes") withdrawn.push(key);
        else if (turn === "comes" && previous !== undefined) {
          shown.push(key);
          late.push({ key, below: previous });
        } else if (row !== undefined) {
          stays.set(key, row);
          const isShown = standing.hidden?.has(row) !== true;
          if (isShown || previous === undefined) previous = Math.max(previous ?? 0, row);
        } else if (isEach && previous !== undefined) late.push({ key, below: previous });
      }
      left.push(...known.slice(group.length));
    }
    left.push(...abandoned(written, before, edited));
  }
  const moved = (row: number) => row + late.filter(({ below }) => below < row).length;
  const places = new Map(Array.from(stays, ([key, row]) => [key, moved(row)]));
  const rows: InsertedRows[] = [];
  late.sort((one, other) => one.below - other.below);
  for (const [index, { key, below }] of late.entries()) {
    const row = below + index + 1;
    places.set(key, row);
    const last = rows.at(-1);
    if (last && last.row + last.count === row) {
      rows[rows.length - 1] = { ...last, count: last.count + 1 };
    } else rows.push({ sheet, row, count: 1 });
  }
  const gone = left.sort((a, b) => a - b).map((row) => ({ sheet, row: moved(row), count: 1 }));
  return { rows, gone, places, shown, withdrawn };
}

/** A new row is shown, whatever hid the old one. */
function turnOf(
  key: string,
  row: number | undefined,
  { edited, applying, known, hidden }: StandingRows,
): "comes" | "goes" | undefined {
  if (!hidden || edited.has(key)) return undefined;
  const applies = applying.has(key);
  if (row === undefined) return applies && !known.has(key) ? "comes" : undefined;
  if (hidden.has(row) === !applies) return undefined;
  return applies ? "comes" : "goes";
}

function groupsOf(written: readonly WrittenParagraph[]): WrittenParagraph[][] {
  const groups: WrittenParagraph[][] = [];
  for (const each of written) {
    const last = groups.at(-1);
    if (last && baseOf(last[0]?.key ?? "") === baseOf(each.key)) last.push(each);
    else groups.push([each]);
  }
  return groups;
}

/** The rows of a group but those of codes that are gone and in which somebody wrote. */
function rowsOfGroup(
  key: string,
  before: ReadonlyMap<string, number>,
  wanted: ReadonlySet<string>,
  edited: ReadonlySet<string>,
): number[] {
  return Array.from(before)
    .filter(([other]) => baseOf(other) === baseOf(key) && (wanted.has(other) || !edited.has(other)))
    .map(([, row]) => row)
    .sort((a, b) => a - b);
}

/** Rows of groups that have no code left at all. */
function abandoned(
  written: readonly WrittenParagraph[],
  before: ReadonlyMap<string, number>,
  edited: ReadonlySet<string>,
): number[] {
  const [first] = written;
  if (!first) return [];
  const bases = new Set(written.map(({ key }) => baseOf(key)));
  const section = sectionOf(first.key);
  return Array.from(before)
    .filter(([key]) => key.includes("#") && sectionOf(key) === section)
    .filter(([key]) => !bases.has(baseOf(key)) && !edited.has(key))
    .map(([, row]) => row);
}

/** 五.3#2010301: 五.3. */
function baseOf(key: string): string {
  return key.split("#")[0] ?? "";
}

function codeOf(key: string): string {
  return key.split("#")[1] ?? "";
}

function withOwnWords(plan: SheetPlan, own: ReadonlyMap<number, NarrativeRow>): SheetPlan {
  return {
    ...plan,
    hiddenRows: plan.hiddenRows.filter((row) => !own.has(row)),
    cells: plan.cells.map((cell): PlannedCell => {
      const typed = own.get(cell.row);
      if (!typed) return cell;
      const { row, column, style } = cell;
      const { words = "", formula } = typed;
      return {
        row,
        column,
        value: words,
        ...(formula === undefined ? {} : { formula }),
        ...(style === undefined ? {} : { style }),
      };
    }),
  };
}

/** Words that move to another row. */
function typedCells({ name, cells }: SheetPlan, sheet: SheetSnapshot): FilledCell[] {
  return cells.flatMap(({ row, column, value, formula }): FilledCell[] => {
    if (formula !== undefined) return [];
    const cell = { sheet: name, row, column };
    const expected = valueAt(sheet, cell);
    const isReckoned = sheet.formulas.has(formatPosition(cell));
    if (isReckoned) return [{ ...cell, value }];
    return expected === value ? [] : [{ ...cell, value, expected }];
  });
}

/** Nobody types on the hidden sheet: what its formulas leave of the old state is blank then. */
function reckoningCells({ name, cells }: SheetPlan, sheet: SheetSnapshot): FilledCell[] {
  const planned = new Set(cells.map((cell) => formatPosition(cell)));
  const values = cells.flatMap(({ row, column, value, formula }): FilledCell[] =>
    formula === undefined ? [{ sheet: name, row, column, value }] : [],
  );
  const stale = sheet.values.flatMap((line, index) =>
    line.flatMap((value, place): FilledCell[] => {
      const at = { row: index + 1, column: place + 1 };
      const isBlank = (value === null || value === "") && !sheet.formulas.has(formatPosition(at));
      return isBlank || planned.has(formatPosition(at))
        ? []
        : [{ sheet: name, ...at, value: null }];
    }),
  );
  return [...values, ...stale];
}
