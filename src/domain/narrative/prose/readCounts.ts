import type { FoundClaim } from "./claim";
import { isSameFigure } from "./judge";
import type { Mention } from "./mention";
import type { Reading } from "./readings";
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
