import { amountOf, evaluationCheck, isUnreadable, nameOf, printFigure } from "./evaluationCheck";

export const scoreWithinWeight = evaluationCheck(
  {
    code: "K403",
    id: "evaluation-score-range",
    title: "得分在 0 与分值之间",
    why: "得分不低于 0，也不超过分值",
    level: "must-hold",
  },
  ({ blocks, indicators, funds }, found) => {
    const execution = {
      name: "预算执行率",
      weight: funds(blocks.executionWeight),
      score: funds(blocks.executionScore),
    };
    const rows = indicators.map((row) => ({ ...row, name: nameOf(row) }));
    return [execution, ...rows].flatMap(({ name, weight, score }) => {
      const left = amountOf(score);
      const right = amountOf(weight);
      if (left?.isNegative() === true && !left.isZero()) {
        return [found(`${name}得分 ${left.toFixed()}，得分不能低于 0。`, [score])];
      }
      if (!left || !right || left.lessThanOrEqualTo(right)) return [];
      const words = `${name}得分 ${left.toFixed()}，超过分值 ${right.toFixed()}。`;
      return [found(words, [score, weight], { left, right })];
    });
  },
);

export const unreadableScores = evaluationCheck(
  {
    code: "K408",
    id: "evaluation-missing-score",
    title: "各项指标有分值有得分",
    why: "空白不是 0 分，缺一项得分，总分就无法核对",
    level: "must-hold",
    state: "undetermined",
  },
  ({ indicators }, found) => {
    return indicators.flatMap((row) =>
      (
        [
          ["分值", row.weight],
          ["得分", row.score],
        ] as const
      ).flatMap(([what, at]) => {
        if (at.figure.kind === "amount") return [];
        const words = isUnreadable(at)
          ? `数据不足：${nameOf(row)}的${what}是${printFigure(at.figure)}，不是数字，总分无法核对。`
          : `数据不足：${nameOf(row)}的${what}空白，请补填；没有得分请填 0。`;
        return [found(words, [at])];
      }),
    );
  },
);
