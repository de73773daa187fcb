import type { FoundClaim } from "./claim";
import { lastThat } from "./lastThat";
import type { Reading } from "./readings";
import { print } from "./say";
import type { Mention } from "./mention";
import { directionIn } from "./roles";

/** 与上年持平, 同去年相比一致; 基本持平 leaves a difference open. */
const LEVEL =
  /(?:与|和|同|较|比)(?:上年度?|去年|20[0-9]{2}年度?)(?:决算|支出|收入|同期)?(?:数|额)?(?:相比较?|相)?(?:持平|一致|相等|相同)/gu;

/** 持平 beside a change that is not nothing. */
export function readLevel({ text: { plain, mentions } }: Reading): readonly FoundClaim[] {
  return [...plain.matchAll(LEVEL)].flatMap((match): FoundClaim[] => {
    const before = changeBefore(mentions, plain, match.index);
    const change = before ?? changeBehind(mentions, plain, match.index + match[0].length);
    if (!change) return [];
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

const REASON = /(?<=^|[。,;\n])(增加|增长|上升|减少|下降|降低)的?(?:主要)?原因/gu;

/** 减少 0.02 万元。增加的主要原因是…: the reason is given for the other direction. */
export function readReasons({ text: { plain, mentions } }: Reading): readonly FoundClaim[] {
  return [...plain.matchAll(REASON)].flatMap((match): FoundClaim[] => {
    const [whole, word = ""] = match;
    const last = lastThat(mentions, ({ figure }) => figure.to <= match.index);
    const isChange = last?.role === "change" || last?.role === "growth";
    if (!isChange || last.direction === 0 || last.figure.value?.isNegative() === true) return [];
    const between = plain.slice(last.figure.to, match.index);
    if (!/^[)。,;\n]*$/u.test(between) || isSeveral(last)) return [];
    const said = directionIn(word);
    const isRight = said === last.direction;
    const told = last.direction < 0 ? "减少" : "增加";
    return [
      {
        from: match.index,
        to: match.index + whole.length,
        kind: "direction",
        claimed: word,
        recomputed: told,
        verdict: isRight ? "right" : "inconsistent",
        explanation: isRight
          ? "原因说的方向与前面的增减一致。"
          : `前面写的是${told}（${print(last.figure)}），这里却说“${word}”的原因，请统一。`,
      },
    ];
  });
}

/** 分别增加 A、减少 B: a reason may speak of either. */
const isSeveral = ({ run, statement: { changes, percents }, sentence }: Mention): boolean =>
  run > 0 ||
  new Set(
    [...changes, ...percents]
      .filter((each) => each.sentence === sentence && each.direction !== 0)
      .map(({ direction }) => direction),
  ).size > 1;

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
