import type { Mention, ReadText, Statement } from "./mention";
import { lastThat } from "./lastThat";
import { isBeside, isPartOf } from "./kinds";
import { subjectOf } from "./subjects";

/** 一是…。二是…。 */
const GOES_ON = /^(?:[二三四五六七八九]是|其[二三四])/u;
const REASON = /主要(?:是|系)?(?:因为|原因|由于)|原因(?:是|为)/u;

/** A total and the parts that the text names behind it. */
export interface PartList {
  readonly head: Mention;
  readonly parts: readonly Mention[];
  /** The words that open it, up to the first part. */
  readonly opener: string;
  /** What stands behind the last part: 等 leaves the list open. */
  readonly rest: string;
  readonly isNested: boolean;
  readonly from: number;
  readonly to: number;
}

/** A total in one paragraph and the paragraphs that give its items. */
export interface ItemList {
  readonly head: Statement;
  readonly items: readonly Statement[];
  /** Of the items that were left without an amount. */
  readonly hasUnread: boolean;
}

const OPENER =
  /其中|包括|包含|分别|构成|组成|如下|分项|分为|主要(?!负责|领导|干部)|明细|具体|方面|用于|依次|\(含|(?:[,;。:]|^)(?:含|即|有)|各(?:自)?[为是]|^\([一-龥]{2,8}用车|按[一-龥]{2,10}分:/u;
/** Of amounts only: counts stand beside each other in any text. */
const AMOUNTS_OPENER =
  /^:|^\((?!占|完成|比|较|增|减|下|上|为|即|约|其他)[一-龥]|按[一-龥]{2,10}(?:分|划分|分类|看)[,:]|一是|来自|来源|^中[,:]/u;

export function readLists(text: ReadText): readonly PartList[] {
  const amounts = text.mentions.filter(({ figure }) => figure.kind !== "percent");
  const lists: PartList[] = [];
  amounts.forEach((first, index) => {
    const before = previousOf(amounts, index);
    if (!before) return;
    const opener = text.plain.slice(before.figure.to, first.figure.from);
    // 货物 A 万元、工程 B 万元。其中：…: behind the full stop the whole is meant, not its last part.
    const within = /。其中[,:]?[^,;。:]*$/u.test(opener)
      ? lastThat(lists, ({ parts }) => parts.includes(before))
      : undefined;
    const head = within?.head ?? headOf(text, before, first);
    if (!head) return;
    if (isBeside(head.subject, first.subject) && !INCLUDES.test(opener)) return;
    const isOpened = isOpener(opener, head, first) || isDivided(head, first, opener);
    const isMadeUp = /,由[^,;。]*$/u.test(opener);
    if (!isOpened && !isMadeUp) return;
    const outer = lastThat(
      lists,
      ({ from, to }) => from < first.figure.from && first.figure.from < to,
    );
    const isNested = outer?.parts.includes(head) === true;
    const end = endOf(text.plain, first, opener, isNested);
    const madeUp = text.plain.slice(first.figure.to, end).search(/构成|组成/u);
    if (!isOpened && madeUp < 0) return;
    const to = isOpened ? end : first.figure.to + madeUp;
    const parts = partsFrom(amounts, index, first, head, to, text.plain);
    const rest = text.plain.slice(parts.at(-1)?.figure.to ?? to, isOpened ? to : to + 2);
    if (!isOpened && !/^[^,;。]{0,6}(?:构成|组成)/u.test(rest)) return;
    lists.push({ head, parts, opener, rest, isNested, from: before.figure.to, to });
  });
  return [...lists.map((list) => withoutNested(list, lists)), ...closedLists(text)];
}

const ADDED_UP =
  /(?:以上|上述|前述)(?:各项|各类|各部分|[两三四五六七八九]项)?[一-龥]{0,4}(?:相加|加总|汇总|累加|合计),/u;

/** 基本支出 A 万元、项目支出 B 万元，以上各项相加，本年支出合计 C 万元: the total stands behind its parts. */
function closedLists({ mentions }: ReadText): readonly PartList[] {
  const amounts = mentions.filter(({ figure }) => figure.kind === "money");
  return amounts.flatMap((head, index): PartList[] => {
    const opener = ADDED_UP.exec(head.gap)?.[0] ?? "";
    if (head.role !== "current") return [];
    const parts: Mention[] = [];
    for (const each of amounts.slice(0, index).reverse()) {
      const isPart = each.sentence === head.sentence && each.role === "current";
      if (!isPart || each.depth !== head.depth || each.subject === "") break;
      parts.unshift(each);
    }
    const from = parts[0]?.figure.from;
    // 财政拨款收入 A、其他收入 B，本年收入合计 C: told by what they are.
    const isDivision =
      parts.length > 1 &&
      /合计|总计$/u.test(head.near) &&
      parts.every(({ subject }) => isPartOf(subject, head.subject));
    if (from === undefined || (opener === "" && !isDivision)) return [];
    return [{ head, parts, opener, rest: "", isNested: false, from, to: head.figure.from }];
  });
}

/** The amount before, of the same kind; other counts between do not matter. */
function previousOf(amounts: readonly Mention[], index: number): Mention | undefined {
  const first = amounts[index];
  const before = amounts[index - 1];
  const [one, other] = [before?.figure, first?.figure];
  const isSame = one?.kind === other?.kind && (one?.kind === "money" || one?.unit === other?.unit);
  return isSame ? before : undefined;
}

/** What the opening sentence names, else the amount that the text spoke of last. */
function headOf(text: ReadText, before: Mention, first: Mention): Mention | undefined {
  if (first.role !== "current") return undefined;
  const opener = text.plain.slice(before.figure.to, first.figure.from);
  const last = opener.slice(opener.lastIndexOf("。") + 1);
  const name = opener.includes("。")
    ? subjectOf(last.slice(0, Math.max(0, last.search(OPENER))))
    : "";
  const named = lastThat(
    text.mentions,
    ({ subject, paragraph, figure }) =>
      name !== "" &&
      subject === name &&
      paragraph === first.paragraph &&
      figure.from < first.figure.from,
  );
  const isOfParts = name === "" || /分别|依次/u.test(last);
  const { current, budget } = before.statement;
  const spoken =
    current?.sentence === before.sentence || before.role === "change" ? current : before;
  const head = named ?? (isOfParts ? (spoken ?? budget) : undefined);
  if (!head || head.figure.kind !== first.figure.kind || first.statement === head.statement)
    return undefined;
  return first.paragraph - head.paragraph <= 1 ? head : undefined;
}

function isOpener(words: string, head: Mention, first: Mention): boolean {
  if (first.paragraph > head.paragraph && !/:\n[^\n]*$/u.test(words)) return false;
  const last = words.slice(words.lastIndexOf("。") + 1);
  const at = Math.max(
    last.search(OPENER),
    first.figure.kind === "money" ? last.search(AMOUNTS_OPENER) : -1,
  );
  // What was opened before a semicolon was named without amounts.
  return at >= 0 && !/[一-龥][;]/u.test(last.slice(at)) && !REASON.test(last);
}

/** 本年支出合计 A 万元，基本支出 B 万元: parts without a word that opens them. */
const isDivided = (head: Mention, first: Mention, opener: string): boolean =>
  head.paragraph === first.paragraph &&
  /^[,;。:]?(?:其)?[一-龥]*$/u.test(opener) &&
  isPartOf(first.subject, head.subject);

function endOf(plain: string, first: Mention, opener: string, isNested: boolean): number {
  const isBracketed =
    /\([^()]*$/u.test(opener.slice(0, opener.search(OPENER) + 1)) && first.depth > 0;
  let depth = 0;
  for (let at = first.figure.to; at < plain.length; at += 1) {
    const letter = plain.charAt(at);
    if (letter === "(") depth += 1;
    else if (letter === ")") {
      if (depth === 0 && isBracketed) return at;
      depth = Math.max(0, depth - 1);
    } else if (letter === "\n") return at;
    else if (letter === "。" && depth === 0 && !GOES_ON.test(plain.slice(at + 1, at + 4)))
      return at;
    else if (letter === ";" && isNested && depth === 0) return at;
  }
  return plain.length;
}

function partsFrom(
  amounts: readonly Mention[],
  index: number,
  first: Mention,
  head: Mention,
  to: number,
  plain: string,
): readonly Mention[] {
  const parts: Mention[] = [];
  for (let at = index; at < amounts.length; at += 1) {
    const each = amounts[at];
    if (!each || each.figure.from >= to) break;
    if (each.figure.kind !== first.figure.kind || each.role !== "current") continue;
    if (first.figure.kind === "count" && each.figure.unit !== first.figure.unit) continue;
    if (each.depth !== first.depth || each.statement.current !== each) continue;
    if (isBaseOfShare(each, plain)) continue;
    if (each.subject !== "" && each.subject === head.subject) break;
    parts.push(each);
  }
  return parts;
}

/** 为本年支出合计 100.00 万元的 54 %: a whole, no part. */
const isBaseOfShare = ({ figure }: Mention, plain: string): boolean =>
  /^的(?:百分之)?[0-9]/u.test(plain.slice(figure.to, figure.to + 8));

/** What a part names as its own parts is no part of the whole. */
function withoutNested(list: PartList, lists: readonly PartList[]): PartList {
  const inner = lists.filter(({ isNested, head }) => isNested && list.parts.includes(head));
  if (inner.length === 0) return list;
  const nested = new Set(inner.flatMap(({ parts }) => parts));
  return { ...list, parts: list.parts.filter((part) => !nested.has(part)) };
}

const ITEM = /^(?:[0-9]{1,2}[、.]|\([一二三四五六七八九十]\)|\([0-9]{1,2}\)|[①-⑳])/u;
const THREE_PUBLIC = /^(?:[0-9]{1,2}[、.])?.{0,6}(?:因公出国|公务接待|公务用车)/u;
export const NOTHING = /(?:未|没有|无)(?:安排|发生|支出|预算|开支|产生|列支|使用)|为零|无预算/u;

/** 公务用车运行维护费 A 万元，包括：公务用车加油 B 万元. */
const INCLUDES = /^,包括[:,]?[一-龥]*$/u;

const OPENS_LIST = /(?:其中|如下|包括|分项|明细)[:,]?$/u;

export function readItemLists(text: ReadText): readonly ItemList[] {
  return text.paragraphs.flatMap(({ text: words }, index) => {
    if (!OPENS_LIST.test(words)) return [];
    const told = text.statements.filter(({ paragraph }) => paragraph === index);
    // …占66.0%。其中： opens the list for the whole paragraph, which may speak of several amounts.
    const isOfAll = /。[^。,;]*$/u.test(words);
    if (isOfAll && told.filter(({ current }) => current !== undefined).length > 1) return [];
    const head =
      lastThat(told, ({ current, budget }) => current !== undefined && budget !== undefined) ??
      told.at(-1);
    const form = [ITEM, THREE_PUBLIC].find((each) =>
      each.test(text.paragraphs[index + 1]?.text ?? ""),
    );
    if (!head || !form) return [];
    const items: Statement[] = [];
    let hasUnread = false;
    let inner: string | undefined;
    const counted = new Set<PublicKind>();
    const isOfVehicles = form === THREE_PUBLIC && publicKind(words) === "vehicles";
    for (let at = index + 1; form.test(text.paragraphs[at]?.text ?? ""); at += 1) {
      const own = text.paragraphs[at]?.text ?? "";
      const kind = form === THREE_PUBLIC ? publicKind(own) : undefined;
      // Of 公务用车 in two parts the next of the three 公 is none.
      if (isOfVehicles && kind !== "purchase" && kind !== "running") break;
      if (kind !== undefined && isCounted(kind, counted)) continue;
      if (kind !== undefined) counted.add(kind);
      // 公务用车购置及运行费…，其中: what follows of 公务用车 is counted there already.
      if (inner === kindOf(own)) continue;
      inner = OPENS_LIST.test(own) ? kindOf(own) : undefined;
      const found = text.statements.filter(({ paragraph }) => paragraph === at);
      const named = found.filter((each, place) => place === 0 || isOwnItem(each, counted));
      items.push(...named);
      if (named.length === 0 && !NOTHING.test(own)) hasUnread = true;
    }
    return items.length > 0 ? [{ head, items, hasUnread }] : [];
  });
}

/** vehicles is 公务用车购置及运行费, of which purchase and running are parts. */
const PUBLIC_KINDS = [
  ["overseas", /因公出国/u],
  ["reception", /公务接待/u],
  ["vehicles", /公务用车购置费?及运行/u],
  ["purchase", /公务用车购置/u],
  ["running", /公务用车/u],
] as const;
type PublicKind = (typeof PUBLIC_KINDS)[number][0];

const publicKind = (words: string): PublicKind | undefined =>
  PUBLIC_KINDS.find(([, name]) => name.test(words.slice(0, 24)))?.[0];

/** What speaks of 公务用车 again, behind its item, is no further item. */
const isCounted = (kind: PublicKind, counted: ReadonlySet<PublicKind>): boolean =>
  counted.has(kind) || (counted.has("vehicles") && (kind === "purchase" || kind === "running"));

/** 公务用车, of 2.公务用车运行维护费支出…. */
const kindOf = (words: string): string => words.replace(ITEM, "").trim().slice(0, 4);

const NUMBERED = /[、;,。](?:[0-9]{1,2}[、.]|\([0-9]{1,2}\))[^,;。]*$/u;

/** A second of the three 公, or of numbered items, in one paragraph. */
function isOwnItem(
  { subject, current, budget }: Statement,
  counted: ReadonlySet<PublicKind>,
): boolean {
  if (NUMBERED.test((current ?? budget)?.gap ?? "")) return true;
  const kind = publicKind(subject);
  return kind !== undefined && !isCounted(kind, counted);
}
