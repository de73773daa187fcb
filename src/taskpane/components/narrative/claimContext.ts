import type { TextSpan } from "../../../domain/narrative/prose/claim";

export interface ClaimContext {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  /** The paragraph that it begins in, counted from 1; empty lines are none. */
  readonly paragraph: number;
}

const SIGNS = ["。", "！", "？", "；", "\n"];
const END_OF_SENTENCE = /[。！？；\n]/u;
/** On either side, where a sentence is long. */
const MOST = 60;
const LEFT_OUT = "…";

/** The sentence around a claim. */
export function claimContext(text: string, { start, end }: TextSpan): ClaimContext {
  const ahead = text.slice(Math.max(0, start - MOST), start);
  const behind = text.slice(end, end + MOST);
  const from = Math.max(...SIGNS.map((sign) => ahead.lastIndexOf(sign)));
  const quote = text.slice(start, end);
  const isEnded = END_OF_SENTENCE.test(quote.slice(-1));
  const to = isEnded ? 0 : behind.search(END_OF_SENTENCE);
  const isCutBefore = from < 0 && start > MOST;
  const isCutAfter = to < 0 && end + MOST < text.length;
  return {
    before: (isCutBefore ? LEFT_OUT : "") + ahead.slice(from + 1).trimStart(),
    quote,
    after: isEnded
      ? ""
      : (to < 0 ? behind : behind.slice(0, to + 1)).trimEnd() + (isCutAfter ? LEFT_OUT : ""),
    paragraph: text
      .slice(0, end)
      .split("\n")
      .filter((line) => line.trim() !== "").length,
  };
}
