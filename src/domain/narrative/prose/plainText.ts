/** A text with one width of letters, without blanks and without line breaks inside of paragraphs. */
export interface PlainText {
  readonly source: string;
  readonly plain: string;
  /** Where each letter of `plain` stands in `source`. */
  readonly offsets: readonly number[];
}

const BLANK = /[\s\u200b\ufeff\u00ad]/u;
const QUOTES = /[“”„‟＂]/gu;
const ENDED = /[。!?:][”"')\]]?$/u;
const NUMBERED =
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|[0-9]{1,2}(?:、|\.(?![0-9]))|\([0-9]{1,2}\)|[①-⑳]|附件|目录)/u;
const CHAPTER =
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))/u;
const TITLE = /(?:情况|说明|概况|报告|表|构成|职责|公开|决算|部分|设置|预算|指标|建议|措施|目标)$/u;
/** …中心2020年度部门决算, above a sentence that begins with its year. */
const OWN_LINE = /^[^,。;:、%]{4,45}(?:决算|公开|报告|说明)$/u;
const LONGEST_HEADING = 45;
const SHORTEST_WRAPPED = 20;

export function toPlain(source: string): PlainText {
  const letters: string[] = [];
  const offsets: number[] = [];
  let paragraph = "";
  let offset = 0;
  for (const line of source.split("\n")) {
    const from = offset;
    offset += line.length + 1;
    const isTable = line.trim().includes("\t");
    const content = [...readLine(line, from, isTable)];
    const text = content.map(({ letter }) => letter).join("");
    if (text === "") continue;
    const isCell = isTable || line.startsWith("\t");
    if (letters.length > 0 && (isCell || !isContinued(paragraph, text))) {
      letters.push("\n");
      offsets.push(from === 0 ? 0 : from - 1);
      paragraph = "";
    }
    for (const { letter, at } of content) {
      letters.push(letter);
      offsets.push(at);
    }
    paragraph = isCell ? "" : paragraph + text;
  }
  return { source, plain: letters.join(""), offsets };
}

export function spanIn({ offsets, source }: PlainText, from: number, to: number) {
  const start = offsets[from] ?? source.length;
  return { start, end: Math.max(start, (offsets[to - 1] ?? start - 1) + 1) };
}

function* readLine(line: string, from: number, isTable: boolean) {
  for (let index = 0; index < line.length; index += 1) {
    const unit = line.charAt(index);
    if (unit === "\t" && isTable) yield { letter: "\t", at: from + index };
    if (BLANK.test(unit)) continue;
    const wide = unit.normalize("NFKC").replace(QUOTES, '"');
    yield { letter: wide.length === 1 ? wide : unit, at: from + index };
  }
}

/** Files that were PDF once break their lines anywhere. */
function isContinued(paragraph: string, next: string): boolean {
  if (/^[一二三四五六七八九十]{1,2}$/u.test(paragraph)) return true;
  const begins = next.replace(/^\[bookmark:[^\]]*\]/u, "");
  if (paragraph === "" || ENDED.test(paragraph) || NUMBERED.test(begins)) return false;
  if (isHeading(paragraph) || (OWN_LINE.test(paragraph) && /^[0-9]{4}年/u.test(begins)))
    return false;
  if (paragraph.length >= SHORTEST_WRAPPED || /[,、;%]|[0-9](?:万|亿)?元/u.test(paragraph))
    return true;
  return !TITLE.test(paragraph) && /[一-龥]/u.test(paragraph) && /[一-龥]/u.test(next);
}

export const isHeading = (paragraph: string): boolean =>
  CHAPTER.test(paragraph) &&
  paragraph.length <= LONGEST_HEADING &&
  !/[。;,]|\(类\)|[0-9](?:万|亿)?元|[0-9]%/u.test(paragraph);
