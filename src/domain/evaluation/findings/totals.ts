import { type Decimal } from "decimal.js";
import type { Finding } from "../../checking/finding";
import type { FigureAt } from "../../disclosure/figure";
import { roundHalfUp } from "../../money/amount";
import { FULL_MARKS } from "../formWeights";
import { isFilled, type GivenIndicator, type Scoring } from "../scoring";
import {
  amountOf,
  evaluationCheck,
  isHalfDropped,
  isUnreadable,
  moreOrLess,
  sum,
} from "./evaluationCheck";

const POINT_DECIMALS = 2;

interface AddedUp {
  readonly scores: readonly FigureAt[];
  readonly own: Decimal;
  readonly execution: Decimal;
  /** Of 100 points, though some indicators do not apply. */
  readonly total: Decimal;
  /** What the others are worth; undefined while all apply. */
  readonly rescaledFrom?: Decimal;
  /** Scores that are not filled in and count as nothing. */
  readonly blank: number;
}

/** The scores of the indicators and of 预算执行率 as given, the latter by rule where it is blank. */
export function addedUp({ blocks, indicators, funds, rule }: Scoring): AddedUp | undefined {
  const scores = indicators.map(({ score }) => score);
  const execution = amountOf(funds(blocks.executionScore)) ?? rule.executionScore;
  if (!execution || scores.some(isUnreadable) || indicators.some(isHalfDropped)) return undefined;
  const own = sum(scores);
  const blank = indicators.filter(
    ({ score, isDropped }) => !isDropped && !isFilled(score.figure),
  ).length;
  const sums = { scores, own, execution, blank };
  if (!indicators.some(({ isDropped }) => isDropped))
    return { ...sums, total: own.plus(execution) };
  const weights = sum([funds(blocks.executionWeight), ...indicators.map(({ weight }) => weight)]);
  if (weights.isZero()) return undefined;
  const points = own.plus(execution).times(FULL_MARKS).div(weights);
  return { ...sums, total: roundHalfUp(points, POINT_DECIMALS), rescaledFrom: weights };
}

export const totalScore = evaluationCheck(
  {
    code: "K401",
    id: "evaluation-total-score",
    title: "总分=各项得分之和",
    why: "总分是各项得分加出来的，错了等级也跟着错",
    level: "must-hold",
  },
  (scoring, found) => {
    const printed = scoring.totals(scoring.blocks.score);
    const left = amountOf(printed);
    const added = addedUp(scoring);
    if (!left || !added || left.equals(added.total)) return [];
    const { scores, own, execution, total: right, blank, rescaledFrom } = added;
    const rescaled = rescaledFrom
      ? `，有不适用的指标，由 ${rescaledFrom.toFixed()} 分折算为 100 分`
      : "";
    const but = blank === 0 ? "" : `（另有 ${String(blank)} 项得分空白）`;
    const words = `总分填的是 ${left.toFixed()}；指标得分合计 ${own.toFixed()}，加预算执行率得分 ${execution.toFixed()}${rescaled}，应为 ${right.toFixed()}，${moreOrLess(left, right)}${but}。`;
    return [found(words, [printed, ...scores], { left, right })];
  },
);

export const totalWeight = evaluationCheck(
  {
    code: "K402",
    id: "evaluation-total-weight",
    title: "分值合计=100",
    why: "自评按百分制，预算执行率和各项指标的分值合计 100",
    level: "must-hold",
  },
  ({ blocks, indicators, funds, totals }, found) => {
    const weights = [funds(blocks.executionWeight), ...indicators.map(({ weight }) => weight)];
    if (weights.some(isUnreadable) || indicators.some(isHalfDropped)) return [];
    if (indicators.every(({ weight }) => !isFilled(weight.figure))) {
      return [];
    }
    const printed = totals(blocks.weight);
    const own = sum(weights);
    const findings: Finding[] = [];
    const isRescaled = indicators.some(({ isDropped }) => isDropped);
    if (isRescaled ? own.greaterThan(FULL_MARKS) : !own.equals(FULL_MARKS)) {
      const words = `预算执行率和各项指标的分值合计 ${own.toFixed()}，应为 100，${moreOrLess(own, FULL_MARKS)}。`;
      findings.push(found(words, weights, { left: own, right: FULL_MARKS }));
    }
    const left = amountOf(printed);
    const isPrintedRight = left?.equals(own) === true || (isRescaled && left?.equals(FULL_MARKS));
    if (left && !isPrintedRight) {
      const words = `总分行的分值填的是 ${left.toFixed()}，各行分值合计 ${own.toFixed()}，${moreOrLess(left, own)}。`;
      findings.push(found(words, [printed, ...weights], { left, right: own }));
    }
    return findings;
  },
);

export const dimensionWeights = evaluationCheck(
  {
    code: "K409",
    id: "evaluation-dimension-weight",
    title: "一级指标的分值=其下各项分值之和",
    why: "一级指标标明的分值要分完，也不能多分",
    level: "explain",
  },
  ({ indicators }, found) => {
    const byDimension = new Map<string, GivenIndicator[]>();
    for (const row of indicators) {
      const rows = byDimension.get(row.indicator.dimension);
      if (rows) rows.push(row);
      else byDimension.set(row.indicator.dimension, [row]);
    }
    return [...byDimension].flatMap(([dimension, rows]) => {
      const weights = rows.map(({ weight }) => weight);
      const right = rows[0]?.indicator.dimensionWeight;
      if (!right || weights.some((at) => amountOf(at) === undefined)) return [];
      const left = sum(weights);
      if (left.equals(right)) return [];
      const words = `${dimension}标明 ${right.toFixed()} 分，其下各项分值合计 ${left.toFixed()}，${moreOrLess(left, right)}。`;
      return [found(words, weights, { left, right })];
    });
  },
);

export const fundsTotal = evaluationCheck(
  {
    code: "K410",
    id: "evaluation-funds-total",
    title: "资金合计=各项来源之和",
    why: "年度资金总额按来源列示，合计是各项来源之和",
    level: "must-hold",
  },
  ({ table, blocks, funds, source, decimals }, found) => {
    const parts = blocks.funds.rows.filter((row) => row !== blocks.fundsTotal);
    return blocks.funds.figureColumns.flatMap((column) => {
      const isAmount = ![
        blocks.executionWeight,
        blocks.executionRate,
        blocks.executionScore,
      ].includes(column);
      const total = funds(column);
      const left = amountOf(total);
      const sources = parts.flatMap(({ id }) =>
        source.figuresAt(table.key, blocks.funds.index, id, column.key),
      );
      // 合计 alone is what most units fill in for 全年执行数.
      const isListed = sources.some((at) => amountOf(at) !== undefined);
      if (!isAmount || !left || !isListed || sources.some(isUnreadable)) return [];
      const right = sum(sources);
      if (left.equals(right)) return [];
      const heading = column.definition.heading.at(-1) ?? "";
      const words = `${heading}：合计 ${left.toFixed(decimals)}，各项来源合计 ${right.toFixed(decimals)}，${moreOrLess(left, right, decimals)}。`;
      return [found(words, [total, ...sources], { left, right })];
    });
  },
);
