import type { Disclosure } from "../disclosure/disclosure";
import { cellKey, type CellAddress } from "../workbook/cellAddress";
import { isSentence } from "./leftovers";
import { givenReasons, publishedSheets, type PublishedCell } from "./publishedTexts";
import { line, named, type ReadinessInput, type ReadinessLine } from "./readinessLine";
import {
  excerptOf,
  isDay,
  isHeldAtYearEnd,
  isOwnYearOfTable,
  isReasonOfItsOwn,
  isYearEnd,
  speaksOfAnother,
  yearMentions,
  type YearMention,
} from "./yearMentions";

const TITLE_YEAR = /(?<![0-9])((?:19|20)[0-9]{2})\s*(?:年|(?=\s*(?:部门)?决算|\s*公开\s*[0-9]))/gu;
/** 2019年度收入支出决算总表, 2019年度部门决算情况说明, 2019年公开03表. */
const TITLE = /决算|自评表|自评报告|情况说明|公开\s*[0-9]+\s*表/u;
const TITLE_END =
  /(?:表|说明|报告|情况|决算|公开|概况|草案|文本|目录|封面|年度?)(?:[(（][^()（）]*[)）])?[:：]?$/u;
const NO_TITLE = /[〔《]|上年|比|较|与|相比|根据|按照|依据|依照|批复/u;
const LONGEST_TITLE = 45;
const SHEET_YEAR = /(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])/gu;
const COMPARING_SHEET = /上年|比|较|与|同期|历年/u;
/** Other numbers of four digits stand in names too. */
const NEAR = 10;
const LAST_YEARS_COLUMN = /^[^。,，;；]{0,20}[数额率](?:[(（][^()（）]*[)）])?$/u;
/** What may speak of another year. */
const COMPARING =
  /上年|上一年|比|较|年初|结转|结余|以前|历年|自|从|起|至|成立|印发|通知|办法|〔|《|规划|签订|采购|项目/u;
const OF_THE_ACCOUNTS =
  /^年度?\s*的?\s*(?:本?部门|本?单位|总)?\s*(?:决算|收、?支|收入|支出|财政拨款|整体支出|“?三公)/u;

interface Found {
  readonly cell: CellAddress;
  readonly text: string;
}

export function otherYears(
  { disclosure, year: said }: ReadinessInput,
  cells: readonly PublishedCell[],
): ReadinessLine[] {
  const year = said ?? disclosure.year;
  if (year === undefined) {
    return [line("other-years", "unchecked", "没有检查年度：封面和标题里没有找到是哪一年的决算。")];
  }
  const told = cells.filter(({ text }) => !LAST_YEARS_COLUMN.test(text.trim()));
  const compared = rowsNaming(told, year);
  const alone = told.filter((each) => isSentence(each.text) || !compared.has(rowOf(each.cell)));
  const titles = otherTitles(alone, year);
  const inTitle = new Set(titles.map(({ cell }) => cell));
  const notes = noteKeys(disclosure);
  const isNote = ({ sheet, row, column }: CellAddress) =>
    notes.get(sheet)?.has(cellKey({ row, column })) ?? false;
  const mentions = alone
    .filter(({ cell }) => !inTitle.has(cell))
    .flatMap(({ cell, text }) =>
      yearMentions(text)
        .filter((mention) => mention.year !== year && !speaksOfAnother(mention))
        .map((mention) => ({ cell, mention })),
    );
  const misplaced = mentions.filter(({ cell, mention }) => isMisplaced(mention, isNote(cell)));
  const doubtful = mentions.filter(
    (each) => !misplaced.includes(each) && isDoubtful(each.mention, year),
  );
  const wrong = [
    ...otherSheets(disclosure, year),
    ...titles,
    ...misplaced.map(({ cell, mention }) => ({ cell, text: excerptOf(mention) })),
  ];
  const reasons = reasonsOfLastYear(disclosure, year).filter(
    ({ text }) => !doubtful.some(({ mention }) => mention.sentence.includes(text)),
  );
  const lines = [
    ...wrongYears(wrong, year, said),
    ...doubtfulYears([...doubtful, ...reasons], year),
  ];
  return lines.length > 0
    ? lines
    : [
        line(
          "other-years",
          "passed",
          `按 ${String(year)} 年度看，标题、表名、表下的注和文字里没有写成别的年度的。`,
        ),
      ];
}

function otherSheets(disclosure: Disclosure, year: number): Found[] {
  return publishedSheets(disclosure).flatMap(({ name }) => {
    const isOther = yearsIn(name, SHEET_YEAR).some(
      (each) => each !== year && Math.abs(each - year) <= NEAR,
    );
    if (!isOther || COMPARING_SHEET.test(name)) return [];
    return [{ text: name, cell: { sheet: name, row: 1, column: 1 } }];
  });
}

/** Beside a cell that names this year's, another year heads a column of its own. */
function rowsNaming(cells: readonly PublishedCell[], year: number): ReadonlySet<string> {
  return new Set(
    cells
      .filter(({ text }) => yearsIn(text, TITLE_YEAR).includes(year))
      .map(({ cell }) => rowOf(cell)),
  );
}

function rowOf({ sheet, row }: CellAddress): string {
  return `${sheet}!${String(row)}`;
}

function otherTitles(cells: readonly PublishedCell[], year: number): Found[] {
  return cells
    .filter(({ text }) => isTitle(text) && yearsIn(text, TITLE_YEAR).some((each) => each !== year))
    .map(({ cell, text }) => ({ cell, text: text.trim() }));
}

function noteKeys({ texts }: Disclosure): ReadonlyMap<string, ReadonlySet<number>> {
  const keys = new Map<string, Set<number>>();
  for (const { notes } of texts.values()) {
    for (const { cell } of notes) {
      const own = keys.get(cell.sheet) ?? new Set();
      keys.set(cell.sheet, own.add(cellKey(cell)));
    }
  }
  return keys;
}

function isMisplaced(mention: YearMention, isNote: boolean): boolean {
  if (isOwnYearOfTable(mention) || isHeldAtYearEnd(mention)) return true;
  return isNote && !isDay(mention) && !isYearEnd(mention) && !COMPARING.test(mention.sentence);
}

function isDoubtful(mention: YearMention, year: number): boolean {
  if (isYearEnd(mention) || isReasonOfItsOwn(mention, year)) return true;
  return OF_THE_ACCOUNTS.test(mention.after) && !COMPARING.test(mention.sentence);
}

/** What 补充资料 gives as a reason; the sentences may not have been calculated since. */
function reasonsOfLastYear(disclosure: Disclosure, year: number) {
  return givenReasons(disclosure).flatMap(({ cell, text }) =>
    yearMentions(text)
      .map((mention) => ({ ...mention, before: `原因是${mention.before}` }))
      .filter((mention) => !speaksOfAnother(mention) && isReasonOfItsOwn(mention, year))
      .map((mention) => ({ cell, text, mention })),
  );
}

function wrongYears(
  wrong: readonly Found[],
  year: number,
  said: number | undefined,
): ReadinessLine[] {
  if (wrong.length === 0) return [];
  const by = said === undefined ? "按封面和多数标题，" : "";
  const words = named(
    wrong.map(({ text }) => `“${text}”`),
    "处",
  );
  return [
    line(
      "other-years",
      "failed",
      `${by}这是 ${String(year)} 年度的决算，写着别的年度的有：${words}。请改成一致。`,
      wrong.map(({ cell }) => cell),
    ),
  ];
}

function doubtfulYears(
  doubtful: readonly { readonly cell: CellAddress; readonly mention: YearMention }[],
  year: number,
): ReadinessLine[] {
  if (doubtful.length === 0) return [];
  const words = named(
    doubtful.map(({ mention }) => `“${excerptOf(mention)}”`),
    "处",
  );
  return [
    line(
      "other-years",
      "confirm",
      `文字里写着别的年度：${words}。请确认说的不是 ${String(year)} 年。`,
      doubtful.map(({ cell }) => cell),
    ),
  ];
}

function yearsIn(text: string, pattern: RegExp): number[] {
  return Array.from(text.normalize("NFKC").matchAll(pattern), ([, year]) => Number(year));
}

function isTitle(text: string): boolean {
  const plain = text.trim();
  if (plain.length > LONGEST_TITLE || /[。;；，,]/u.test(plain)) return false;
  return TITLE.test(plain)
    ? TITLE_END.test(plain) && !NO_TITLE.test(plain)
    : /^(?:19|20)[0-9]{2}\s*年度?$/u.test(plain);
}
