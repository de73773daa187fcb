import type { PublishedCell } from "./publishedTexts";
import { publishedSheets } from "./publishedTexts";
import { line, named, type ReadinessInput, type ReadinessLine } from "./readinessLine";

const YEAR = /(?<![0-9])((?:19|20)[0-9]{2})\s*(?:年|(?=\s*部门决算|\s*决算))/gu;
/** 2019年度收入支出决算总表, 2019年度部门决算情况说明 */
const TITLE = /决算|自评表|自评报告|情况说明/u;
const LONGEST_TITLE = 45;
/** What may speak of another year. */
const COMPARING =
  /上年|上一年|比|较|年初|结转|结余|以前|历年|自|从|起|至|成立|印发|通知|办法|〔|《|规划|签订|采购|项目/u;
const OF_THE_ACCOUNTS =
  /((?:19|20)[0-9]{2})\s*年度?\s*(?:本?部门|本?单位)?\s*(?:决算|收、?支|收入|支出|财政拨款|整体支出|“?三公)/gu;

export function otherYears(
  { disclosure, year: said }: ReadinessInput,
  cells: readonly PublishedCell[],
): ReadinessLine[] {
  const year = said ?? disclosure.year;
  if (year === undefined) {
    return [line("other-years", "unchecked", "没有检查年度：封面和标题里没有找到是哪一年的决算。")];
  }
  const isOther = (text: string) => Number(text) !== year;
  const sheets = publishedSheets(disclosure).flatMap(({ name }) =>
    yearsIn(name, YEAR).some(isOther)
      ? [{ text: name, cell: { sheet: name, row: 1, column: 1 } }]
      : [],
  );
  const titles = cells
    .filter(({ text }) => isTitle(text) && yearsIn(text, YEAR).some(isOther))
    .map(({ cell, text }) => ({ cell, text: text.trim() }));
  const inTitle = new Set(titles.map(({ cell }) => cell));
  const sentences = cells.filter(
    ({ cell, text }) =>
      !inTitle.has(cell) &&
      text
        .split(/[。;；\n]/u)
        .some((each) => !COMPARING.test(each) && yearsIn(each, OF_THE_ACCOUNTS).some(isOther)),
  );
  const lines: ReadinessLine[] = [];
  const wrong = [...sheets, ...titles];
  if (wrong.length > 0) {
    const words = named(
      wrong.map(({ text }) => `“${text}”`),
      "处",
    );
    lines.push(
      line(
        "other-years",
        "failed",
        `这是 ${String(year)} 年度的决算，标题或表名里写着别的年度：${words}。请改。`,
        wrong.map(({ cell }) => cell),
      ),
    );
  }
  if (sentences.length > 0) {
    const years = named(
      sentences.flatMap(({ text }) => yearsIn(text, OF_THE_ACCOUNTS).filter(isOther)),
      "个",
    );
    lines.push(
      line(
        "other-years",
        "confirm",
        `文字里写着 ${years} 年的收支。请确认说的不是 ${String(year)} 年。`,
        sentences.map(({ cell }) => cell),
      ),
    );
  }
  return lines.length > 0
    ? lines
    : [line("other-years", "passed", `标题、表名和文字里的年度都是 ${String(year)} 年。`)];
}

function yearsIn(text: string, pattern: RegExp): string[] {
  return Array.from(text.normalize("NFKC").matchAll(pattern), ([, year = ""]) => year);
}

function isTitle(text: string): boolean {
  const plain = text.trim();
  if (plain.length > LONGEST_TITLE || /[。;；，,]/u.test(plain)) return false;
  return (
    (TITLE.test(plain) || /^(?:19|20)[0-9]{2}\s*年度?$/u.test(plain)) &&
    !/[〔《]|上年|比较|对比/u.test(plain)
  );
}
