import { isDropped } from "../../disclosure/figure";
import type { Column } from "../../template/template";
import type { GivenIndicator } from "../scoring";
import {
  amountOf,
  evaluationCheck,
  isHalfDropped,
  isUnreadable,
  nameOf,
  printFigure,
} from "./evaluationCheck";

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

export const negativeFigures = evaluationCheck(
  {
    code: "K437",
    id: "evaluation-negative-figures",
    title: "预算数、执行数、分值不小于0",
    why: "自评表里的预算、支出和分值没有负数，多半是多打了负号",
    level: "explain",
  },
  ({ blocks, indicators, funds, source, table }, found) => {
    const money = blocks.funds.rows.flatMap(({ id }) =>
      [blocks.budget, blocks.executed].flatMap((column) => {
        const [at] = source.figuresAt(table.key, blocks.funds.index, id, column.key);
        return at ? [{ name: headingOf(column), at }] : [];
      }),
    );
    const weights = [
      { name: "预算执行率的分值", at: funds(blocks.executionWeight) },
      ...indicators.map((row) => ({ name: `${nameOf(row)}的分值`, at: row.weight })),
    ];
    return [...money, ...weights].flatMap(({ name, at }) => {
      if (amountOf(at)?.isNegative() !== true) return [];
      return [found(`${name}填的是 ${printFigure(at.figure)}，是负数。请核对，或说明原因。`, [at])];
    });
  },
);

const headingOf = ({ definition }: Column): string => definition.heading.at(-1) ?? "";

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
    const parts = [
      ["分值", "weight"],
      ["得分", "score"],
    ] as const;
    return parts.flatMap(([what, part]) => {
      const open = indicators.filter(
        (row) => row[part].figure.kind !== "amount" && !isDropped(row[part].figure),
      );
      const unread = open.filter((row) => isUnreadable(row[part]));
      const blank = open.filter((row) => !unread.includes(row));
      const about = (rows: readonly GivenIndicator[], words: string) =>
        rows.length === 0
          ? []
          : [
              found(
                words,
                rows.map((row) => row[part]),
              ),
            ];
      return [
        ...about(blank, blankWords(what, blank.map(nameOf))),
        ...unread.flatMap((row) => {
          const words = `${nameOf(row)}的${what}是${printFigure(row[part].figure)}，不是数字，总分无法核对。`;
          return about([row], words);
        }),
      ];
    });
  },
);

export const halfDropped = evaluationCheck(
  {
    code: "K432",
    id: "evaluation-half-dropped",
    title: "不适用的指标分值和得分都写不适用",
    why: "只写一处，不知道这项指标算不算，总分就无法折算",
    level: "must-hold",
    state: "undetermined",
  },
  ({ indicators }, found) =>
    indicators.flatMap((row) => {
      const { weight, score } = row;
      if (!isHalfDropped(row)) return [];
      const [said, other] = isDropped(score.figure) ? ["得分", "分值"] : ["分值", "得分"];
      const figure = other === "分值" ? weight.figure : score.figure;
      const words = `${nameOf(row)}的${said}写的是“不适用”，${other}是${printFigure(figure)}。不适用的，分值和得分都写“不适用”，其余指标折算为 100 分；适用的，两处都填数。`;
      return [found(words, [weight, score])];
    }),
);

function blankWords(what: string, names: readonly string[]): string {
  const all = names.join("、");
  const blank =
    names.length === 1
      ? `${all}的${what}空白，`
      : `以下 ${String(names.length)} 项的${what}空白：${all}。`;
  return `${blank}请补填；没有得分请填 0。`;
}
