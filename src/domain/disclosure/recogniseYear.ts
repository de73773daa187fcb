import type { TableTexts } from "./disclosure";
import { coverTexts, type CoverPart } from "./recogniseCover";

const DIGITS = "〇一二三四五六七八九";
const YEAR = /(?<![0-9])((?:19|20)[0-9]{2})年/u;

const AGREEING = 2;

/**
 * The year of the accounts: as the titles of tables say that agree, else as the cover does (2020年度), else any title.
 */
export function recogniseYear(
  parts: readonly CoverPart[],
  texts: ReadonlyMap<string, TableTexts>,
): number | undefined {
  const times = new Map<number, number>();
  for (const { title } of texts.values()) {
    const year = yearIn(title.text);
    if (year !== undefined) times.set(year, (times.get(year) ?? 0) + 1);
  }
  const [first, second] = [...times].sort(([, a], [, b]) => b - a);
  if (first && first[1] >= AGREEING && first[1] > (second?.[1] ?? 0)) return first[0];
  return yearOfCover(parts) ?? first?.[0];
}

function yearOfCover(parts: readonly CoverPart[]): number | undefined {
  for (const part of parts) {
    const years = coverTexts(part).flatMap(({ plain }) => yearIn(plain) ?? []);
    if (years[0] !== undefined) return years[0];
  }
  return undefined;
}

/** 2020年度, ２０２０ 年, 二〇二〇年度. */
export function yearIn(text: string): number | undefined {
  const plain = text
    .normalize("NFKC")
    .replace(/\s/gu, "")
    .replace(/[○零]/gu, "〇")
    .replace(/[〇一二三四五六七八九]/gu, (digit) => String(DIGITS.indexOf(digit)));
  const year = YEAR.exec(plain)?.[1];
  return year === undefined ? undefined : Number(year);
}
