import type { TableTexts } from "./disclosure";
import { coverTexts, type CoverPart } from "./recogniseCover";

const DIGITS = "〇一二三四五六七八九";
const YEAR = /(?<![0-9])((?:19|20)[0-9]{2})年/u;

/** The year of the accounts: as the cover says (2020年度), else as most titles of tables do. */
export function recogniseYear(
  parts: readonly CoverPart[],
  texts: ReadonlyMap<string, TableTexts>,
): number | undefined {
  for (const part of parts) {
    const years = coverTexts(part).flatMap(({ plain }) => yearIn(plain) ?? []);
    if (years[0] !== undefined) return years[0];
  }
  const titled = [...texts.values()].flatMap(({ title }) => yearIn(title.text) ?? []);
  const times = (year: number) => titled.filter((other) => other === year).length;
  return [...titled].sort((a, b) => times(b) - times(a))[0];
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
