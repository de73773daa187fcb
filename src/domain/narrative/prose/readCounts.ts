import type { FoundClaim } from "./claim";
import { isSameFigure, judgeSum } from "./judge";
import type { Mention } from "./mention";
import type { Reading } from "./readings";
import { FALL, RISE } from "./roles";
import { claimAt, print } from "./say";

/** A name so long is hardly that of another thing. */
const SHORTEST_NAME = 6;
/** 每月、平均、上年: another measure of the same thing. */
const OTHER_MEASURE = /每|平均|上年|去年|累计|人均|同比|至少|不少于/u;

/** 主题党日活动 6 次 and 主题党日活动 16 次: perhaps the same, which only the person knows. */
export function readCounts({ text }: Reading): readonly FoundClaim[] {
  const stated = new Map<string, Mention[]>();
  for (const mention of text.mentions) {
    const { figure, near, gap } = mention;
    if (figure.kind !== "count" || figure.isBound || OTHER_MEASURE.test(near)) continue;
    const name = /[一-龥]+$/u.exec(near)?.[0] ?? "";
    const key = `${name.slice(-SHORTEST_NAME)}${figure.unit}`;
    if (name.length < SHORTEST_NAME || gap.endsWith("第")) continue;
    stated.set(key, [...(stated.get(key) ?? []), mention]);
  }
  return [...countedChanges(text.mentions, text.plain), ...repeatedCounts(stated)];
}

const LAST_YEAR = /(?:上年末?|去年末?|上年同期)(?:为|有|数)?$/u;
const CHANGED = new RegExp(`^,?(?:较上年|同比|净)?(?:(${RISE})|${FALL})(?:了)?$`, "u");

/** 保有量 16 辆，上年末为 19 辆，减少 3 辆. */
function countedChanges(mentions: readonly Mention[], plain: string): readonly FoundClaim[] {
  const counts = mentions.filter(({ figure }) => figure.kind === "count");
  return counts.flatMap((claim, index): FoundClaim[] => {
    const [now, before] = counts.slice(Math.max(0, index - 2), index);
    if (!now || !before) return [];
    const isOne = [now, before].every(
      ({ figure, sentence }) => figure.unit === claim.figure.unit && sentence === claim.sentence,
    );
    const changed = CHANGED.exec(claim.gap);
    const words = plain.slice(now.figure.to, before.figure.from);
    if (!isOne || !changed || !LAST_YEAR.test(words)) return [];
    const sign = changed[1] === undefined ? -1 : 1;
    const { verdict, recomputed } = judgeSum(claim.figure, [
      { figure: now.figure, sign },
      { figure: before.figure, sign: sign === 1 ? -1 : 1 },
    ]);
    const pair = `${print(now.figure)}与${print(before.figure)}相比`;
    const isLess = before.figure.value && now.figure.value?.lessThan(before.figure.value);
    const explanation =
      verdict === "right"
        ? `${pair}，相符。`
        : `${pair}，应${isLess === true ? "减少" : "增加"}${recomputed.replace("-", "")}${claim.figure.unit}，文中为${changed[0].replace(",", "")}${print(claim.figure)}。`;
    return [claimAt(claim, { kind: "difference", verdict, recomputed, explanation })];
  });
}

function repeatedCounts(stated: ReadonlyMap<string, readonly Mention[]>): readonly FoundClaim[] {
  return [...stated.values()].flatMap(([first, ...others]) =>
    others.flatMap((each): FoundClaim[] => {
      if (!first || first.sentence === each.sentence || isSameFigure(first.figure, each.figure))
        return [];
      const explanation = `另一处写${print(first.figure)}，这里写${print(each.figure)}，请核对说的是不是同一件事。`;
      return [
        claimAt(each, {
          kind: "equality",
          verdict: "cannot-be-checked",
          recomputed: first.figure.shown,
          explanation,
        }),
      ];
    }),
  );
}
