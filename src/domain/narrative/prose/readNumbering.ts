import type { FoundClaim } from "./claim";
import { isHeading } from "./plainText";
import type { Reading } from "./readings";
import type { Paragraph } from "./mention";

const DIGITS = "一二三四五六七八九十";
const PART = /^第([一二三四五六七八九十]+)部分/u;
const MARK = /^\[bookmark:[^\]]*\]/u;
const LEVELS: readonly RegExp[] = [
  /^([一二三四五六七八九十]+)、/u,
  /^\(([一二三四五六七八九十]+)\)/u,
];

/** 十 is 10, 十四 is 14, 二十 is 20. */
function numberOf(words: string): number {
  const digit = (letter = "") => (letter === "" ? 0 : DIGITS.indexOf(letter) + 1);
  if (!words.includes("十")) return digit(words);
  const [tens = "", ones = ""] = words.split("十");
  return (tens === "" ? 1 : digit(tens)) * 10 + digit(ones);
}

function inWords(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const high = tens === 0 ? "" : tens === 1 ? "十" : `${DIGITS.charAt(tens - 1)}十`;
  return high + (ones === 0 ? "" : DIGITS.charAt(ones - 1));
}

/** Section numbers that are skipped or come twice. */
export function readNumbering({ text }: Reading): readonly FoundClaim[] {
  const last = LEVELS.map(() => 0);
  /** Where the lists stopped in which another one began. */
  const outer = LEVELS.map(() => new Set<number>());
  const claims: FoundClaim[] = [];
  for (const { text: line, from, isTable } of text.paragraphs) {
    const words = line.replace(MARK, "");
    if (PART.test(words) || /^附件|^目录/u.test(words)) last.fill(0);
    if (isTable) last.fill(0);
    if (isTable) continue;
    LEVELS.forEach((level, depth) => {
      const found = level.exec(words)?.[1];
      if (found === undefined) return;
      const number = numberOf(found);
      const before = last[depth] ?? 0;
      last[depth] = number;
      last.fill(0, depth + 1);
      if (number === 1 && before > 0) outer[depth]?.add(before);
      if (number !== before + 1 && outer[depth]?.delete(number - 1)) return;
      // A text may be an excerpt, and a list of its own begins at 一.
      if (before === 0 || number === before + 1) return;
      if (number === 1 && (before !== 1 || !isHeading(words))) return;
      const expected = inWords(before + 1);
      const start = from + line.length - words.length;
      claims.push({
        from: start,
        to: start + (level.exec(words)?.[0].length ?? 0),
        kind: "numbering",
        claimed: found,
        recomputed: expected,
        verdict: "inconsistent",
        explanation:
          number === before
            ? `序号“${found}”重复，应为“${expected}”。`
            : `序号跳到了“${found}”，接上文应为“${expected}”。`,
      });
    });
  }
  return claims;
}

/** The titles of the contents against those in the body. */
export function readContents({ text }: Reading): readonly FoundClaim[] {
  const start = text.paragraphs.findIndex(({ text: words }) => /^目录$/u.test(words));
  if (start < 0) return [];
  const after = text.paragraphs.slice(start + 1);
  const opening = PART.exec(after[0]?.text ?? "")?.[0];
  const length = after.findIndex(
    ({ text: words }, index) => index > 0 && opening !== undefined && words.startsWith(opening),
  );
  if (length < 0) return [];
  const body = titlesOf(after.slice(length));
  const bodyTitles = new Set(after.slice(length).map(({ text: words }) => titleOf(words)));
  const listed = [...titlesOf(after.slice(0, length))];
  const isSameAt = (at: number): boolean => {
    const [key, paragraph] = listed[at] ?? [];
    const other = key === undefined ? undefined : body.get(key);
    return !!paragraph && !!other && titleOf(other.text).startsWith(titleOf(paragraph.text));
  };
  return listed.flatMap(([key, paragraph], at) => {
    const own = titleOf(paragraph.text);
    const other = body.get(key);
    if (!other || !isHeading(other.text) || own === "") return [];
    const title = titleOf(other.text);
    const isRight = own === title || title.startsWith(own);
    // A number that is wrong itself is no wrong title, and a row of a table no title at all.
    const isFramed = isSameAt(at - 1) && isSameAt(at + 1);
    if (!isRight && (bodyTitles.has(own) || !(isFramed || isAlike(own, title)))) return [];
    const number = paragraph.text.length - titleWords(paragraph.text).length;
    return [
      {
        from: paragraph.from + number,
        to: paragraph.to,
        kind: "numbering",
        claimed: titleWords(paragraph.text),
        recomputed: titleWords(other.text),
        verdict: isRight ? "right" : "inconsistent",
        explanation: isRight
          ? "目录与正文标题一致。"
          : `目录写“${titleWords(paragraph.text)}”，正文标题是“${titleWords(other.text)}”。`,
      } satisfies FoundClaim,
    ];
  });
}

/** By part and number; the first of each counts. */
function titlesOf(paragraphs: readonly Paragraph[]): ReadonlyMap<string, Paragraph> {
  const titles = new Map<string, Paragraph>();
  let part = "";
  for (const paragraph of paragraphs) {
    if (paragraph.isTable) continue;
    const key = PART.exec(paragraph.text)?.[1];
    if (key !== undefined) part = key;
    const number = LEVELS[0]?.exec(paragraph.text)?.[1];
    if (number === undefined || titles.has(`${part} ${number}`)) continue;
    titles.set(`${part} ${number}`, paragraph);
  }
  return titles;
}

const titleWords = (words: string): string =>
  words.replace(/^[一二三四五六七八九十]+、/u, "").replace(/[.…·]*[0-9]*$/u, "");

const titleOf = (words: string): string => titleWords(words).replace(/["“”\s]/gu, "");

/** Half of the letters of the shorter one stand in the other, too. */
function isAlike(one: string, other: string): boolean {
  const [short, long] = [one, other].sort((a, b) => a.length - b.length);
  const letters = [...new Set(short ?? "")];
  return letters.filter((letter) => (long ?? "").includes(letter)).length * 2 >= letters.length;
}
