import type { TextSpan } from "../prose/claim";

/** A year in a text: to be moved, or left with its reason. */
export interface FoundYear extends TextSpan {
  readonly from: string;
  readonly to?: string;
}

const YEAR =
  /(?<![0-9〔[])((?:19|20)[0-9]{2}|[二][〇○零][一二三四五六七八九〇○零]{2})(?=年(?!修订|修正|版))/gu;
const DIGITS = "〇一二三四五六七八九";

/** 2020年11月: when something happened; 12月31日 and 1月1日 are the ends of a year. */
const MONTH =
  /^年(?!12月31日|1月1日|1月至12月|1-12月)(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月/u;

/**
 * The years of a text in its plain letters. The year of the accounts and the year before move with them; others are of
 * something else: a law, a plan, a founding.
 */
export function findYears(plain: string, year: number, move: number): readonly FoundYear[] {
  return [...plain.matchAll(YEAR)].flatMap((match): FoundYear[] => {
    const written = match[1] ?? "";
    const at = match.index;
    const value = numberOf(written);
    if (value === undefined || isInTitle(plain, at)) return [];
    const span = { start: at, end: at + written.length, from: written };
    const isEvent = MONTH.test(plain.slice(span.end));
    if ((value !== year && value !== year - 1) || isEvent) return value > year - 6 ? [span] : [];
    return [{ ...span, to: printed(value + move, written) }];
  });
}

function numberOf(written: string): number | undefined {
  const digits = written.replace(/[^0-9]/gu, (letter) =>
    /[〇○零]/u.test(letter) ? "0" : String(DIGITS.indexOf(letter)),
  );
  return /^[0-9]{4}$/u.test(digits) ? Number(digits) : undefined;
}

function printed(value: number, like: string): string {
  if (/^[0-9]/u.test(like)) return String(value);
  const zero = /[〇○零]/u.exec(like)?.[0] ?? "〇";
  return String(value).replace(/[0-9]/gu, (digit) =>
    digit === "0" ? zero : DIGITS.charAt(Number(digit)),
  );
}

/** 《…2019年…办法》 keeps its year. */
function isInTitle(plain: string, at: number): boolean {
  const open = plain.lastIndexOf("《", at);
  return open >= 0 && plain.lastIndexOf("》", at) < open && !plain.slice(open, at).includes("\n");
}
