import type { RandomNumbers } from "../../golden/randomNumbers";
import type { Span } from "./claim";
import type { Style } from "./style";

export interface Noisy {
  readonly text: string;
  readonly move: (span: Span) => Span;
}

const HALF: Readonly<Record<string, string>> = {
  "，": ",",
  "：": ":",
  "；": ";",
  "（": "(",
  "）": ")",
};

/** Titles stay on their line. */
const SHORT = 36;

/** Punctuation of another keyboard and line breaks of another page width. */
export function addNoise(text: string, style: Style, random: RandomNumbers): Noisy {
  const marked = style.hasHalfPunctuation
    ? text.replace(/[，：；（）]/gu, (mark) => HALF[mark] ?? mark)
    : text;
  const breaks: number[] = [];
  if (style.lineBreaks > 0) {
    const ended = `${marked}\n`;
    const isLong = (at: number) => ended.indexOf("\n", at) - ended.lastIndexOf("\n", at) > SHORT;
    for (let at = 4; at < marked.length - 1; at += 1) {
      const isInside = /^[\u4e00-\u9fff]{2}$/u.test(marked.slice(at - 1, at + 1));
      if (isInside && random.chance(style.lineBreaks) && isLong(at)) breaks.push(at);
    }
  }
  const pieces = [0, ...breaks].map((from, index) => marked.slice(from, breaks[index]));
  const moved = (offset: number, isEnd: boolean) =>
    offset + breaks.filter((at) => (isEnd ? at < offset : at <= offset)).length;
  return {
    text: pieces.join("\n"),
    move: ({ start, end }) => ({ start: moved(start, false), end: moved(end, true) }),
  };
}
