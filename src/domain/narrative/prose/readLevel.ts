import type { FoundClaim } from "./claim";
import { lastThat } from "./lastThat";
import type { Reading } from "./readings";
import { isSameFigure } from "./judge";
import { claimAt, print } from "./say";
import type { Mention } from "./mention";

/** 与上年持平, 同去年相比一致; 基本持平 leaves a difference open. */
const LEVEL =
  /(?:与|和|同|较|比)(?:上年度?|去年|20[0-9]{2}年度?)(?:决算|支出|收入|同期)?(?:数|额)?(?:相比较?|相)?(?:持平|一致|相等|相同)/gu;

/** 持平 beside a change that is not nothing. */
export function readLevel({ text: { plain, mentions } }: Reading): readonly FoundClaim[] {
  return [...plain.matchAll(LEVEL)].flatMap((match): FoundClaim[] => {
    const before = changeBefore(mentions, plain, match.index);
    const change = before ?? changeBehind(mentions, plain, match.index + match[0].length);
    if (!change) return [...unlike(mentions, plain, match)];
    return [
      {
        from: match.index,
        to: match.index + match[0].length,
        kind: "direction",
        claimed: "持平",
        recomputed: change.direction < 0 ? "减少" : "增加",
        verdict: "inconsistent",
        explanation: `${before ? "前面" : "后面"}写${change.direction < 0 ? "减少" : "增加"}${print(change.figure)}，这里又写“${match[0]}”，请统一。`,
      },
    ];
  });
}

/** 本年支出 A 万元，上年 B 万元，与上年持平: both are said. */
function unlike(
  mentions: readonly Mention[],
  plain: string,
  match: RegExpExecArray,
): readonly FoundClaim[] {
  const last = lastThat(mentions, ({ figure }) => figure.to <= match.index);
  const { current, previous } = last?.statement ?? {};
  const isPair = last !== undefined && last === previous && current?.sentence === last.sentence;
  if (!isPair || plain.slice(last.figure.to, match.index) !== ",") return [];
  if (isSameFigure(current.figure, last.figure)) return [];
  return [
    claimAt(last, {
      kind: "equality",
      verdict: "inconsistent",
      recomputed: current.figure.shown,
      explanation: `本年是${print(current.figure)}，上年写${print(last.figure)}，后面却写“${match[0]}”，请核对。`,
    }),
  ];
}

/** 与上年持平，增加 5.00 万元. */
function changeBehind(
  mentions: readonly Mention[],
  plain: string,
  at: number,
): Mention | undefined {
  const next = mentions.find(({ figure }) => figure.from >= at);
  const isChange = next?.role === "change" && next.direction !== 0 && next.against !== "budget";
  if (!isChange || !next.figure.value || next.figure.value.isZero()) return undefined;
  return /^,(?:净|略有?|小幅)?(?:增加|减少|增长|下降)(?:了|额)?(?:为|约)?$/u.test(
    plain.slice(at, next.figure.from),
  )
    ? next
    : undefined;
}

/** The change against last year that the same sentence tells just before, of nothing else since. */
function changeBefore(
  mentions: readonly Mention[],
  plain: string,
  at: number,
): Mention | undefined {
  const before = mentions.filter(({ figure }) => figure.to <= at);
  const last = lastThat(before, ({ figure }) => figure.kind === "money");
  if (last?.role !== "change" || last.direction === 0) return undefined;
  const { value } = last.figure;
  const between = plain.slice(last.figure.to, at);
  const isSame = /^(?:,?(?:增长|下降|增幅|降幅|增加|减少)[^,;。]{0,12})?,?$/u.test(between);
  return value && !value.isZero() && isSame ? last : undefined;
}
