import { scanFigures } from "./figures";
import type { Paragraph, ReadText } from "./mention";
import { StatementReader } from "./statementReader";

export function readStatements(plain: string): ReadText {
  const paragraphs = paragraphsOf(plain);
  const year = yearOf(plain);
  const pastYear = new RegExp(year === undefined ? "(?!)" : `${String(year - 1)}年`, "u");
  const figures = scanFigures(plain);
  const reader = new StatementReader(plain, pastYear);
  let next = 0;
  paragraphs.forEach((paragraph, index) => {
    reader.startParagraph(index, paragraph.from);
    for (; next < figures.length; next += 1) {
      const figure = figures[next];
      if (!figure || figure.from >= paragraph.to) break;
      if (!paragraph.isTable) reader.add(figure);
    }
  });
  const { mentions, statements } = reader;
  return { plain, paragraphs, mentions, statements, year };
}

function paragraphsOf(plain: string): readonly Paragraph[] {
  let from = 0;
  return plain.split("\n").map((text) => {
    const paragraph = { from, to: from + text.length, text, isTable: text.includes("\t") };
    from += text.length + 1;
    return paragraph;
  });
}

const NAMED_YEAR =
  /(?<![0-9〔(比较与由]|结转(?:至|到)?)((?:19|20)[0-9]{2})年(度?)(?!继续|使用|安排|支付|实施)/gu;

/**
 * The year that the text is about: the one it names most where nothing is compared, the later of two. 2020年度 says it
 * plainer than 2020年.
 */
export function yearOf(plain: string): number | undefined {
  const counted = new Map<number, number>();
  for (const [, text, ofAccounts] of plain.matchAll(NAMED_YEAR)) {
    const year = Number(text);
    counted.set(year, (counted.get(year) ?? 0) + (ofAccounts === "" ? 1 : 2));
  }
  const [best] = [...counted].sort(([a, m], [b, n]) => n - m || b - a);
  return best?.[0];
}
