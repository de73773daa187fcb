import { normaliseLabel } from "../template/labels";
import type { Table, TemplateStructure } from "../template/template";
import { remember } from "./labelBook";
import { looksLikeUnit } from "./unitNames";
import type { SheetGrid } from "./sheetGrid";

export interface TitleAt {
  readonly table: Table;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export type TitleIndex = (text: string) => Table | undefined;

const LONGEST_TITLE = 80;
const ORDINAL = /^(?:\(?[一二三四五六七八九十]{1,3}[、.)]|[0-9]{1,2}[、.)])+/u;
const YEAR = /^.*?(?:[12][0-9]{3}|\{年度\})年度?/u;
const NUMBER_IN_FRONT =
  /^(?:(?:财决)?公开[0-9]{1,2}表|(?:附件|附表|表)[0-9一二三四五六七八九十]+):?/u;
const WHOSE = /^(?:部门|单位|本级)/u;
const REMARK_BEHIND =
  /\((?:续[一二三四五六七八九十0-9]*表?|(?:财决)?公开[0-9]{1,2}表|单位:?万?元|万?元)\)$/u;

const NO_TABLE = "no table";
const indexes = new WeakMap<TemplateStructure, TitleIndex>();

/** Titles without year, ordinal, 部门 and remarks; what then is left must be the same word by word. */
export function titleIndex(structure: TemplateStructure): TitleIndex {
  const known = indexes.get(structure);
  if (known) return known;
  const index = newIndex(structure);
  indexes.set(structure, index);
  return index;
}

function newIndex({ tables }: TemplateStructure): TitleIndex {
  const byTitle = new Map<string, Table>();
  for (const table of tables.values()) {
    for (const title of [table.definition.title, ...(table.definition.titleAliases ?? [])]) {
      const core = titleCore(title);
      // The forms of several projects share their title.
      if (!byTitle.has(core)) byTitle.set(core, table);
    }
  }
  const known = new Map<string, Table | typeof NO_TABLE>();
  return (text) => {
    if (text.length > LONGEST_TITLE) return undefined;
    const table = remember(known, text, () => find(text, byTitle) ?? NO_TABLE);
    return table === NO_TABLE ? undefined : table;
  };
}

function find(text: string, byTitle: ReadonlyMap<string, Table>): Table | undefined {
  const core = titleCore(text);
  const whole = byTitle.get(core) ?? titleAfterUnit(core, byTitle);
  if (whole || !text.includes("\n")) return whole;
  // One cell holds title, table number and unit, a line each.
  return text
    .split(/\r?\n/u)
    .map((line) => byTitle.get(titleCore(line)))
    .find((table) => table !== undefined);
}

/** 某市某局收入支出决算总表; 财政拨款收入支出决算总表 is another table's title, not a unit's. */
function titleAfterUnit(core: string, byTitle: ReadonlyMap<string, Table>): Table | undefined {
  const endings = [...byTitle.keys()].filter((title) => core.endsWith(title));
  const longest = endings.sort((a, b) => b.length - a.length)[0];
  if (longest === undefined || !looksLikeUnit(core.slice(0, -longest.length))) return undefined;
  return byTitle.get(longest);
}

function titleCore(title: string): string {
  return normaliseLabel(title)
    .replace(ORDINAL, "")
    .replace(NUMBER_IN_FRONT, "")
    .replace(YEAR, "")
    .replace(WHOSE, "")
    .replace(REMARK_BEHIND, "");
}

export function findTitles(grid: SheetGrid, tableTitled: TitleIndex): readonly TitleAt[] {
  const titles: TitleAt[] = [];
  for (let row = 1; row <= grid.height; row += 1) {
    const width = grid.sheet.values[row - 1]?.length ?? 0;
    for (let column = 1; column <= width; column += 1) {
      const text = grid.text(row, column);
      const table = text === "" ? undefined : tableTitled(text);
      if (table) titles.push({ table, row, column, text });
    }
  }
  return titles;
}

const LIKE_A_TITLE = /[^公开0-9表]{3,}.*表(?:\(.*\))?$/u;

/** A line that looks like the title of a table which the package does not know. */
export function looksLikeTitle(text: string): boolean {
  const normal = normaliseLabel(text);
  return normal.length <= LONGEST_TITLE && LIKE_A_TITLE.test(normal) && !/^注/u.test(normal);
}
