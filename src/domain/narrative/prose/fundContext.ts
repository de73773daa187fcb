import type { Mention, ReadText } from "./mention";

/** Totals of all funds; in a section about one fund the same words mean the fund's. */
const OF_ALL_FUNDS: ReadonlySet<string> = new Set(["total", "revenue", "expenditure"]);
const FUND = /财政拨款|基金|国有资本/u;
const SECTION = /^[一二三四五六七八九十]+、/u;

/** 本年支出合计 under 四、财政拨款收入支出决算总体情况: not the one of all funds. */
export function isOfOneFund(
  total: string | undefined,
  { paragraph, figure }: Mention,
  { paragraphs, plain }: ReadText,
): boolean {
  if (total === undefined || !OF_ALL_FUNDS.has(total)) return false;
  const headings = paragraphs.slice(0, paragraph + 1).filter(({ text }) => SECTION.test(text));
  const from = paragraphs[paragraph]?.from ?? 0;
  return FUND.test(headings.at(-1)?.text ?? "") || FUND.test(plain.slice(from, figure.from));
}
