import type { FigureAt } from "../../disclosure/figure";
import type { CellValue } from "../../workbook/workbookSnapshot";
import type { GivenIndicator } from "../scoring";
import type { Indicator } from "../evaluationForm";
import { hasNumber } from "../targets/numerals";
import { mistypedOperator, plainText } from "../targets/readTyped";
import { isInBand } from "../targets/qualityBand";
import { isExact, isUpperBound } from "../targets/scoreByTarget";
import { amountOf, evaluationCheck, nameOf } from "./evaluationCheck";

function printed(value: CellValue): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.trim() : "空白";
}

/** 年度指标值 320 万平方米，实际完成值 300 万平方米 */
export function bothValues({ indicator }: GivenIndicator): string {
  return `年度指标值 ${printed(indicator.targetValue)}，实际完成值 ${printed(indicator.actualValue)}`;
}

/** One finding for all rows that share the same trouble. */
export function together(
  rows: readonly GivenIndicator[],
  one: (row: GivenIndicator) => string,
  many: (count: string, names: string) => string,
): string {
  const [first] = rows;
  return first && rows.length === 1
    ? one(first)
    : many(String(rows.length), rows.map(nameOf).join("、"));
}

type TextPlace = keyof NonNullable<Indicator["places"]>;

/** A text of the indicator as something that a finding can point to. */
export function textAt({ indicator, score }: GivenIndicator, place: TextPlace): FigureAt {
  const cell = indicator.places?.[place];
  return cell ? { figure: { kind: "blank" }, cell } : score;
}

export const ruleScore = evaluationCheck(
  {
    code: "K421",
    id: "evaluation-rule-score",
    title: "定量指标的得分按规则计算",
    why: "定量指标没有达到年度指标值的，按完成的比例得分，另行打分的要说明",
    level: "explain",
  },
  ({ indicators }, found) =>
    indicators.flatMap((row) => {
      const left = amountOf(row.score);
      const right = row.byTarget?.verdict === "missed" ? row.byTarget.score : undefined;
      if (!left || !right || left.equals(right)) return [];
      const words = `${nameOf(row)}得分 ${left.toFixed()}；${bothValues(row)}，没有达到，按规则为 ${right.toFixed()}。请改正或说明。`;
      return [found(words, [row.score, row.weight], { left, right })];
    }),
);

export const lostThoughMet = evaluationCheck(
  {
    code: "K422",
    id: "evaluation-lost-though-met",
    title: "达到年度指标值的得满分",
    why: "指标已经达到还扣分，扣分的原因要与这项指标有关",
    level: "advice",
  },
  ({ indicators }, found) =>
    indicators.flatMap((row) => {
      const left = amountOf(row.score);
      const right = amountOf(row.weight);
      if (row.byTarget?.verdict !== "met" || !left || !right || left.greaterThanOrEqualTo(right)) {
        return [];
      }
      const { deviationReason: reason } = row.indicator;
      const given = reason === "" ? "" : `，偏差原因写的是“${reason.replace(/。$/u, "")}”`;
      const words = `${nameOf(row)}${bothValues(row)}，已经达到，得分 ${left.toFixed()}，少于分值 ${right.toFixed()}${given}。请核对扣分是否属于这项指标。`;
      return [found(words, [row.score, row.weight], { left, right })];
    }),
);

export const lostWithoutReason = evaluationCheck(
  {
    code: "K423",
    id: "evaluation-lost-without-reason",
    title: "扣分的指标写明偏差原因",
    why: "得分少于分值的，要分析偏差原因，写明改进措施",
    level: "explain",
  },
  ({ indicators }, found) =>
    indicators.flatMap((row) => {
      const left = amountOf(row.score);
      const right = amountOf(row.weight);
      if (!left || !right || left.greaterThanOrEqualTo(right)) return [];
      if (row.indicator.deviationReason !== "") return [];
      const words = `${nameOf(row)}得分 ${left.toFixed()}，少于分值 ${right.toFixed()}，没有写偏差原因分析及改进措施。`;
      return [found(words, [textAt(row, "reason"), row.score])];
    }),
);

export const mistypedSigns = evaluationCheck(
  {
    code: "K424",
    id: "evaluation-mistyped-sign",
    title: "年度指标值的符号",
    why: "书名号不是大于等于号，公开后改不了",
    level: "advice",
  },
  ({ indicators }, found) =>
    indicators.flatMap((row) => {
      const values = [
        ["年度指标值", row.indicator.targetValue, "target"],
        ["实际完成值", row.indicator.actualValue, "actual"],
      ] as const;
      const wrong = values.flatMap(([what, value, place]) => {
        const sign = mistypedOperator(value);
        if (!sign) return [];
        const words = `${what}“${printed(value)}”里的“${sign.typed}”应为“${sign.meant}”`;
        return [{ words, at: textAt(row, place) }];
      });
      if (wrong.length === 0) return [];
      const words = `${nameOf(row)}的${wrong.map((each) => each.words).join("；")}。`;
      return [
        found(
          words,
          wrong.map(({ at }) => at),
        ),
      ];
    }),
);

export const copiedValues = evaluationCheck(
  {
    code: "K425",
    id: "evaluation-copied-value",
    title: "实际完成值写实际做到的",
    why: "照抄年度指标值，看不出完成了多少",
    level: "advice",
  },
  ({ indicators }, found) => {
    const copied = indicators.filter(
      ({ indicator, actual, isDropped }) =>
        !isDropped &&
        plainText(indicator.actualValue) !== "" &&
        plainText(indicator.actualValue) === plainText(indicator.targetValue) &&
        (actual.kind === "words" || (actual.kind === "quantity" && !isExact(actual))),
    );
    if (copied.length === 0) return [];
    const words = together(
      copied,
      (row) =>
        `${nameOf(row)}的实际完成值照抄了年度指标值“${printed(row.indicator.targetValue)}”。`,
      (count, names) => `以下 ${count} 项的实际完成值照抄了年度指标值：${names}。`,
    );
    return [
      found(
        `${words}请写实际做到的数或情况。`,
        copied.map((row) => textAt(row, "actual")),
      ),
    ];
  },
);

export const uncountedTargets = evaluationCheck(
  {
    code: "K426",
    id: "evaluation-uncounted",
    title: "能计数的指标写出数",
    why: "没有数，完成了多少、得几分都无法核对",
    level: "advice",
  },
  ({ indicators }, found) => {
    const targets = indicators.filter(
      ({ category, target, isDropped }) =>
        !isDropped &&
        category?.counted === true &&
        target.kind === "words" &&
        !hasNumber(target.text),
    );
    const actuals = indicators.filter(
      ({ target, actual, isDropped }) =>
        !isDropped &&
        target.kind === "quantity" &&
        actual.kind === "words" &&
        !hasNumber(actual.text),
    );
    const uncounted = together(
      targets,
      (row) =>
        `${nameOf(row)}是数量指标，年度指标值“${printed(row.indicator.targetValue)}”没有写出能计算的数。`,
      (count, names) => `以下 ${count} 项数量指标的年度指标值没有写出能计算的数：${names}。`,
    );
    return [
      ...(targets.length === 0
        ? []
        : [
            found(
              uncounted,
              targets.map((row) => textAt(row, "target")),
            ),
          ]),
      ...actuals.map((row) =>
        found(
          `${nameOf(row)}的年度指标值“${printed(row.indicator.targetValue)}”是数，实际完成值“${printed(row.indicator.actualValue)}”不是能与它相比的数。`,
          [textAt(row, "actual")],
        ),
      ),
    ];
  },
);

export const overAchieved = evaluationCheck(
  {
    code: "K427",
    id: "evaluation-over-achieved",
    title: "大幅超过年度指标值的说明原因",
    why: "完成数大幅超过指标值，多半是指标定低了",
    level: "advice",
  },
  ({ indicators, definition }, found) =>
    indicators.flatMap((row) => {
      const { reachedOver } = definition.questions;
      const reached = row.byTarget?.verdict === "met" ? row.byTarget.reached : undefined;
      const isBound = row.target.kind === "quantity" && isUpperBound(row.target);
      if (!reached || isBound || reached.times(100).lessThanOrEqualTo(reachedOver)) return [];
      if (row.indicator.deviationReason !== "") return [];
      const words = `${nameOf(row)}${bothValues(row)}，超过指标值的 ${String(reachedOver)}%。请在偏差原因栏写明原因。`;
      return [found(words, [textAt(row, "reason"), textAt(row, "actual")])];
    }),
);

export const qualityScore = evaluationCheck(
  {
    code: "K431",
    id: "evaluation-quality-score",
    title: "定性指标的得分与所写档次一致",
    why: "定性指标按达成、部分达成、未达成分档给分，档次与得分要一致",
    level: "explain",
  },
  (scoring, found) =>
    scoring.indicators.flatMap((row) => {
      const { quality, weight } = row;
      const score = amountOf(row.score);
      const most = amountOf(weight);
      // Above its weight is K403's.
      if (!quality || !score || !most || isInBand(quality, score) || score.greaterThan(most)) {
        return [];
      }
      const { word, from, to, isOpen } = quality;
      const upTo = isOpen ? `不到 ${to.toFixed()}` : to.toFixed();
      const words = `${nameOf(row)}的实际完成值写的是“${word}”，这一档得 ${from.toFixed()} 分到${isOpen ? "" : " "}${upTo} 分，得分填的是 ${score.toFixed()}。请核对档次和得分。`;
      return [found(words, [row.score, textAt(row, "actual")])];
    }),
);

export const heavyIndicators = evaluationCheck(
  {
    code: "K428",
    id: "evaluation-heavy-indicator",
    title: "分值不集中在一项指标",
    why: "一项指标分值过高，总分就由它一项决定",
    level: "advice",
  },
  ({ indicators, definition }, found) =>
    indicators.flatMap((row) => {
      const weight = amountOf(row.weight);
      const { weightOver } = definition.questions;
      if (!weight || weight.lessThanOrEqualTo(weightOver)) return [];
      const words = `${nameOf(row)}一项的分值 ${weight.toFixed()}，超过 ${String(weightOver)} 分，请考虑分到几项。`;
      return [found(words, [row.weight])];
    }),
);
