import type { GivenIndicator } from "../scoring";
import { hasNumber } from "../targets/numerals";
import type { Doubt } from "../targets/readings";
import { amountOf, evaluationCheck, nameOf } from "./evaluationCheck";
import { bothValues, textAt, together } from "./targets";

const DOUBTS: Readonly<Record<Doubt, string>> = {
  unit: "两处的单位不同，或有一处没写",
  subject: "两处说的不是同一件事",
  per: "一处按时间计次、另一处没有写明，或两处的时间不同",
  above: "完成的数超过指标值的上限",
  bound: "实际完成值写的是范围，不是做到的数",
  time: "实际完成值写的时间不够具体",
};

function isFull({ score, weight, isDropped }: GivenIndicator): boolean {
  const [given, most] = [amountOf(score), amountOf(weight)];
  return !isDropped && given !== undefined && most !== undefined && given.equals(most);
}

export const fullThoughMissed = evaluationCheck(
  {
    code: "K439",
    id: "evaluation-full-though-missed",
    title: "没有达到年度指标值的不给满分",
    why: "完成得晚了，或没有达到指标值，给满分与所写的完成情况不符",
    level: "explain",
  },
  ({ indicators }, found) =>
    indicators.flatMap((row) => {
      const { byTarget } = row;
      if (byTarget?.verdict !== "missed" || byTarget.score || !isFull(row)) return [];
      const how = row.target.kind === "period" ? "晚于年度指标值" : "没有达到";
      const words = `${nameOf(row)}${bothValues(row)}，${how}，得分却是满分 ${amountOf(row.score)?.toFixed() ?? ""}。请改正或说明。`;
      return [found(words, [row.score, textAt(row, "actual"), textAt(row, "target")])];
    }),
);

export const uncertainTargets = evaluationCheck(
  {
    code: "K440",
    id: "evaluation-uncertain-target",
    title: "年度指标值与实际完成值能够相比",
    why: "单位、范围或写法对不上的，程序无法判断是否达到，要由人确认",
    level: "advice",
    state: "undetermined",
  },
  ({ indicators }, found) => {
    const doubtful = indicators.flatMap((row) => {
      if (row.byTarget?.verdict !== "unclear" || !isFull(row)) return [];
      const words = `${nameOf(row)}${bothValues(row)}，${DOUBTS[row.byTarget.doubt]}，无法判断是否达到；得分是满分，请确认。`;
      return [found(words, [textAt(row, "actual"), textAt(row, "target")])];
    });
    const unread = indicators.filter((row) => !row.isDropped && isUnread(row));
    if (unread.length === 0) return doubtful;
    const words = together(
      unread,
      (row) => `${nameOf(row)}${bothValues(row)}，写了数，但程序读不懂。`,
      (count, names) => `以下 ${count} 项的指标值或完成值写了数，但程序读不懂：${names}。`,
    );
    const at = unread.map((row) => textAt(row, "actual"));
    return [...doubtful, found(`${words}得分没有按规则核对，请确认。`, at)];
  },
);

/** Numbers are there, in words that are not understood: no one is told that there are none. */
function isUnread({ target, actual, category }: GivenIndicator): boolean {
  if (target.kind === "quantity") return actual.kind === "words" && hasNumber(actual.text);
  return category?.counted === true && target.kind === "words" && hasNumber(target.text);
}
