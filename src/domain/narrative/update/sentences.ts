import { lastThat } from "../prose/lastThat";
import type { Mention, ReadText } from "../prose/mention";
import { isHeading } from "../prose/plainText";
import { withoutNotes } from "../prose/roles";

/** Where a figure stands, in words that last year's text and our own sentences share. */
export interface Surroundings {
  /** What the section is about: 收入, 三公, 机关运行. */
  readonly topic: string;
  /** 具体情况 */
  readonly part: string;
  /** What the figure is about. */
  readonly subject: string;
  /** The clause before it. */
  readonly near: string;
  /** The clause of the figure before, in the same sentence. */
  readonly before: string;
  /** 一般公共服务/政府办公厅/行政运行, behind 一般公共服务（类）…（款）行政运行（项）. */
  readonly item: string;
  /** What a count is of: the same 人数 are those of 会议 and those of 培训. */
  readonly matter: string;
}

const TOPICS: readonly (readonly [RegExp, string])[] = [
  [/三公/u, "三公"],
  [/政府性基金/u, "政府性基金"],
  [/国有资本/u, "国有资本"],
  [/机关运行/u, "机关运行"],
  [/一般性支出|会议费/u, "一般性支出"],
  [/采购/u, "采购"],
  [/国有资产/u, "国有资产"],
  [/绩效/u, "绩效"],
  [/基本支出/u, "基本支出"],
  [/一般公共预算.*支出/u, "财政拨款支出"],
  [/财政拨款.*(?:收支|收入支出)/u, "财政拨款收支"],
  [/收支|收入支出/u, "收支"],
  [/收入/u, "收入"],
  [/支出/u, "支出"],
];

const topicOf = (title: string): string =>
  TOPICS.find(([pattern]) => pattern.test(title))?.[1] ?? title;

const SECTION = /^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+部分)(.+)$/u;
const PART = /^\([一二三四五六七八九十]+\)(.+)$/u;
/** 政府办公厅(室)及相关机构事务 is one name. */
const nameWithout = (letters: string) =>
  `(?:[^()、,。;:\\n${letters}]|\\((?![类款项]\\))[^()\\n]{1,20}\\))+`;
const [CLASS, NAME] = [nameWithout("0-9."), nameWithout("")];
const ITEM = new RegExp(`(?:(${CLASS})\\(类\\))?(?:(${NAME})\\(款\\))?(${NAME})\\(项\\)`, "gu");

export interface NamedItem {
  readonly at: number;
  readonly end: number;
  /** 一般公共服务/政府办公厅/行政运行; what the text leaves out is empty. */
  readonly path: string;
}

export const itemPath = (...names: readonly string[]): string =>
  names.map((name) => name.replace(/\([^()]*\)|支出$/gu, "")).join("/");

export function itemsIn(plain: string): readonly NamedItem[] {
  return [...plain.matchAll(ITEM)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    path: itemPath(match[1] ?? "", match[2] ?? "", match[3] ?? ""),
  }));
}

/** By all that both of them name. */
export function isSameItem(one: string, other: string): boolean {
  const others = other.split("/");
  return one.split("/").every((name, index) => {
    const its = others[index] ?? "";
    return name === its || (index < 2 && (name === "" || its === ""));
  });
}

/** The surroundings of every figure of a text. */
export function surroundingsOf(text: ReadText): (mention: Mention) => Surroundings {
  const heads = headsOf(text);
  const items = itemsIn(text.plain).map((item) => ({
    ...item,
    paragraph: text.paragraphs.findIndex(({ from, to }) => from <= item.at && item.at < to),
  }));
  const befores = new Map(
    text.mentions.map((mention, index) => [mention, text.mentions[index - 1]] as const),
  );
  return (mention) => {
    const before = befores.get(mention);
    const { topic = "", part = "" } = heads[mention.paragraph] ?? {};
    const item = lastThat(
      items,
      ({ at, paragraph }) => at < mention.figure.from && mention.paragraph - paragraph <= 1,
    );
    return {
      topic,
      part,
      subject: ownSubject(mention),
      near: bareWords(mention.near),
      before: before?.sentence === mention.sentence ? bareWords(before.near) : "",
      item: item?.path ?? "",
      matter: mention.figure.kind === "count" ? matterOf(mention, text, `${topic}${part}`) : "",
    };
  };
}

const MATTERS: readonly (readonly [RegExp, string])[] = [
  [/(?:外事|境\)?外)(?:公务)?接待/gu, "外事接待"],
  [/接待|来访|来宾/gu, "接待"],
  [/出国|出境|出访/gu, "出国"],
  [/会议/gu, "会议"],
  [/培训/gu, "培训"],
  [/节庆|晚会|论坛|赛事/gu, "活动"],
  [/通用设备/gu, "通用设备"],
  [/专用设备/gu, "专用设备"],
  [/用车|车辆|购车/gu, "车辆"],
  [/绩效|评价|项目/gu, "绩效"],
  [/编制|在职|在编|退休|机构/gu, "机构"],
];

/** The last one named: in the clause before the figure, else behind it, else before it in the paragraph and its heads. */
function matterOf({ figure, paragraph }: Mention, text: ReadText, heads: string): string {
  const { from = 0, to = 0 } = text.paragraphs[paragraph] ?? {};
  const before = text.plain.slice(from, figure.from);
  const clause = /[^,。;:、\n]*$/u.exec(before)?.[0] ?? "";
  const behind = /^[^,。;:、\n]*/u.exec(text.plain.slice(figure.to, to))?.[0] ?? "";
  const named = [clause, behind, before, heads].map(lastMatter);
  return named.find((matter) => matter !== "") ?? "";
}

function lastMatter(words: string): string {
  const found = MATTERS.flatMap(([pattern, matter]) =>
    [...words.matchAll(pattern)].map(({ index, 0: word }) => ({ at: index + word.length, matter })),
  );
  const last = Math.max(...found.map(({ at }) => at));
  return found.find(({ at }) => at === last)?.matter ?? "";
}

function headsOf({ paragraphs }: ReadText) {
  let topic = "";
  let part = "";
  return paragraphs.map(({ text }) => {
    if (isHeading(text)) {
      const section = SECTION.exec(text)?.[1];
      if (section !== undefined) [topic, part] = [topicOf(section), ""];
      const inner = PART.exec(text)?.[1];
      if (inner !== undefined) part = inner.replace(/说明$|[“”"]/gu, "").replace(/情况$/u, "");
    }
    return { topic, part };
  });
}

function ownSubject({ subject, statement, figure }: Mention): string {
  if (subject !== "" || figure.kind === "count") return subject;
  for (let each: typeof statement | undefined = statement; each; each = each.before) {
    if (each.subject !== "") return each.subject;
  }
  return "";
}

const YEARS_AND_SELF = /[0-9]{4}年度?|^[0-9]+[、.]|[本我](?:单位|部门|中心|局|办|委)|[":()]/gu;

const bareWords = (near: string): string => withoutNotes(near).replace(YEARS_AND_SELF, "");
