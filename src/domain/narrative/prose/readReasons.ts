import type { FoundClaim } from "./claim";
import { lastThat } from "./lastThat";
import type { Mention } from "./mention";
import type { Reading } from "./readings";
import { directionIn } from "./roles";
import { print } from "./say";

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
