import type { Mention } from "./mention";
import { nameOfShare, sharedName } from "./statementReader";
import { lastThat } from "./lastThat";
import type { Reading } from "./readings";
import { isRunOn } from "./roles";
import { subjectOf } from "./subjects";

/** The part that a share speaks of: beside it, in a run as far as it stands in its own, or by its name. */
export function partOf(reading: Reading, index: number): Mention | undefined {
  const { mentions } = reading.text;
  const claim = mentions[index];
  if (!claim) return undefined;
  return (
    partFor(mentions, index) ??
    partAhead(reading, index) ??
    partBehind(mentions, index) ??
    partNamed(claim, reading) ??
    claim.statement.current
  );
}

/** Where the run of figures that one belongs to begins: A、B、C. */
export function runStart(mentions: readonly Mention[], index: number): number {
  let first = index;
  while (
    isRunOn(mentions[first]?.gap ?? "") &&
    mentions[first - 1]?.figure.kind === mentions[index]?.figure.kind
  )
    first -= 1;
  return first;
}

export function runEnd(mentions: readonly Mention[], index: number): number {
  let last = index;
  while (
    isRunOn(mentions[last + 1]?.gap ?? "") &&
    mentions[last + 1]?.figure.kind === mentions[index]?.figure.kind
  )
    last += 1;
  return last;
}

/** A percentage of a run is missing: which one nobody knows. */
export function isUneven(mentions: readonly Mention[], index: number): boolean {
  const first = runStart(mentions, index);
  const length = runEnd(mentions, index) - first + 1;
  const amounts = first - runStart(mentions, first - 1);
  return length > 1 && amounts > length && mentions[first - 1]?.figure.kind === "money";
}

/** 分别为 A、B，各占 a%、b%: the percentages stand in the order of the amounts, before them or behind. */
function partFor(mentions: readonly Mention[], index: number): Mention | undefined {
  const run = [runStart(mentions, index), runEnd(mentions, index)] as const;
  return partIn(mentions, index, run) ?? partIn(mentions, index, sharesTogether(mentions, index));
}

function partIn(
  mentions: readonly Mention[],
  index: number,
  [first, last]: readonly [number, number],
): Mention | undefined {
  const length = last - first + 1;
  if (length < 2) return undefined;
  const behind = mentions.slice(last + 1, last + 1 + length);
  const before = mentions.slice(first - length, first);
  const isBehind = isRunOfMoney(behind, length) && !isRunOn(mentions[last + 1 + length]?.gap ?? "");
  if (isBehind && runStart(mentions, first - 1) !== first - length) return behind[index - first];
  const isRun = isRunOn(mentions[last]?.gap ?? "");
  return isRun && before.length === length && before.every(({ figure }) => figure.kind === "money")
    ? before[index - first]
    : undefined;
}

/** 人员经费、公用经费分别占 a %、b %: the name at the place of the percentage. */
export function nameInTurn(mentions: readonly Mention[], index: number): string | undefined {
  const first = runStart(mentions, index);
  const words = mentions[first]?.near ?? "";
  const names = words.split(/分别|依次|各自?|占|所占|比重|比例/u)[0]?.split(/[、和与及]/u) ?? [];
  if (names.length < 2 || !/分别|依次|各/u.test(words)) return undefined;
  return subjectOf(names[index - first] ?? "");
}

/** Shares of one sentence with no amount between them. */
function sharesTogether(mentions: readonly Mention[], index: number): readonly [number, number] {
  const sentence = mentions[index]?.sentence;
  const isShare = (at: number) =>
    mentions[at]?.role === "share" && mentions[at].sentence === sentence;
  let first = index;
  while (isShare(first - 1)) first -= 1;
  let last = index;
  while (isShare(last + 1)) last += 1;
  return [first, last];
}

const isRunOfMoney = (mentions: readonly Mention[], length: number): boolean =>
  mentions.length === length &&
  mentions.every(({ figure }) => figure.kind === "money") &&
  mentions.slice(1).every(({ gap }) => isRunOn(gap));

/** A 万元和 B 万元分别占 C 万元的 a %和 b %: as many amounts before the whole as percentages behind it. */
export function partsOfWhole(
  mentions: readonly Mention[],
  index: number,
): { readonly part: Mention | undefined; readonly whole: Mention } | undefined {
  const first = runStart(mentions, index);
  const whole = mentions[first - 1];
  if (whole?.role !== "whole" || whole.sentence !== mentions[index]?.sentence) return undefined;
  const length = runEnd(mentions, index) - first + 1;
  if (length === 1) return { part: whole.statement.current, whole };
  const parts = mentions.slice(Math.max(0, first - 1 - length), first - 1);
  const isWhole = parts.length === length && parts.every(({ role }) => role === "current");
  return { part: isWhole ? parts[index - first] : undefined, whole };
}

/** 财政拨款收入（占 42.1 %）75.40 万元, 42.1 %为财政拨款收入（75.40 万元）. */
function partAhead({ text }: Reading, index: number): Mention | undefined {
  const [claim, next] = [text.mentions[index], text.mentions[index + 1]];
  if (!claim || next?.figure.kind !== "money" || next.sentence !== claim.sentence) return undefined;
  const between = text.plain.slice(claim.figure.to, next.figure.from);
  const isInBrackets =
    nameOfShare(claim) !== "" && /^\)(?:[,:]?(?:金额|数额|支出|收入|计|共|为)*)?$/u.test(between);
  const isNamedBehind =
    !/占|比/u.test(claim.near) &&
    /^(?:为|是|系|来自于?|来源于|属于?|用于)[^0-9,;。]{2,}/u.test(between);
  return isInBrackets || isNamedBehind ? next : undefined;
}

/** The amounts of the same sentence up to a share. */
export function amountsBefore(mentions: readonly Mention[], index: number): readonly Mention[] {
  const claim = mentions[index];
  return mentions
    .slice(Math.max(0, index - 8), index)
    .filter(
      ({ figure, sentence, role }) =>
        figure.kind === "money" && sentence === claim?.sentence && role === "current",
    );
}

/** The amounts that follow in the same sentence: the next one, or in a run as far behind. */
export function amountsBehind(mentions: readonly Mention[], index: number): readonly Mention[] {
  const claim = mentions[index];
  const rest = mentions
    .slice(index + 1)
    .filter(({ figure, sentence }) => figure.kind === "money" && sentence === claim?.sentence);
  return rest.slice(0, 2 + (claim?.run ?? 0));
}

/** 本年支出合计 A，财政拨款支出占 42.1 %: named with its share, its amount stands before. */
function partNamed(claim: Mention, { text }: Reading): Mention | undefined {
  const name = sharedName(claim.near);
  const { current } = claim.statement;
  if (name.length < 4 || !current || current.subject === name) return undefined;
  return lastThat(
    text.mentions,
    ({ subject, role, figure, paragraph }) =>
      figure.from < claim.figure.from &&
      paragraph === claim.paragraph &&
      figure.kind === "money" &&
      role === "current" &&
      subject === name,
  );
}

/** 财政拨款收入占 42.1 %，为 75.40 万元: the amount behind it, where the share is named itself. */
function partBehind(mentions: readonly Mention[], index: number): Mention | undefined {
  const [claim, next] = [mentions[index], mentions[index + 1]];
  if (!claim || next?.figure.kind !== "money" || next.role !== "current") return undefined;
  const isNamedSo = sharedName(claim.near) !== "" && sharedName(claim.near) === next.subject;
  const isItsAmount =
    /^(?:金额|数额)/u.test(next.near) &&
    !/分别|依次|各/u.test(next.near) &&
    !isRunOn(mentions[index + 2]?.gap ?? "");
  return isNamedSo || isItsAmount ? next : undefined;
}
