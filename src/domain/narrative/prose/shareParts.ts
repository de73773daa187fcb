import { type Mention, nameOfShare, sharedName } from "./statements";
import { lastThat } from "./lastThat";
import type { Reading } from "./readings";
import { isRunOn } from "./roles";

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

function runEnd(mentions: readonly Mention[], index: number): number {
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
  const first = runStart(mentions, index);
  const last = runEnd(mentions, index);
  const length = last - first + 1;
  if (length < 2) return undefined;
  const isOfMoney = (amounts: readonly Mention[]) =>
    amounts.length === length && amounts.every(({ figure }) => figure.kind === "money");
  const behind = mentions.slice(last + 1, last + 1 + length);
  const isRun = behind.slice(1).every(({ gap }) => isRunOn(gap));
  const before = mentions.slice(first - length, first);
  if (isOfMoney(behind) && isRun && runStart(mentions, first - 1) !== first - length)
    return behind[index - first];
  return isOfMoney(before) ? before[index - first] : undefined;
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
  return isNamedSo || /^(?:金额|数额)/u.test(next.near) ? next : undefined;
}
