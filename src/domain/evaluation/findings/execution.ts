import type { Figure } from "../../disclosure/figure";
import type { Column, Row } from "../../template/template";
import { agrees, printRate, readRate } from "../executionRate";
import { gradeOf } from "../grade";
import { isFilled } from "../scoring";
import {
  amountOf,
  evaluationCheck,
  isUnreadable,
  moreOrLess,
  printFigure,
} from "./evaluationCheck";

export const printedExecutionRate = evaluationCheck(
  {
    code: "K404",
    id: "evaluation-execution-rate",
    title: "执行率=执行数÷预算数",
    why: "执行率由全年执行数和全年预算数算出，不能另填",
    level: "must-hold",
  },
  ({ blocks, funds, rule, decimals }, found) => {
    const at = funds(blocks.executionRate);
    const printed = readRate(at.figure);
    const { executionRate: exact } = rule;
    if (!printed || !exact || agrees(printed, exact)) return [];
    const division = `全年执行数 ${printFigure(rule.executed, decimals)}÷全年预算数 ${printFigure(rule.budget, decimals)}`;
    const words = `执行率填的是 ${printRate(printed.rate)}；${division}=${printRate(exact)}。`;
    return [found(words, [at, funds(blocks.executed), funds(blocks.budget)])];
  },
);

export const executionScore = evaluationCheck(
  {
    code: "K405",
    id: "evaluation-execution-score",
    title: "执行率得分=分值×执行率",
    why: "预算执行率的得分按规则计算，另行打分的要说明",
    level: "explain",
  },
  ({ blocks, funds, rule }, found) => {
    const given = funds(blocks.executionScore);
    const weight = funds(blocks.executionWeight);
    const left = amountOf(given);
    const { executionScore: right, executionRate: rate } = rule;
    if (!left || !right || !rate || left.equals(right)) return [];
    const cap = rate.greaterThan(1) ? "，执行率超过 100% 的按满分" : "";
    const words = `预算执行率得分填的是 ${left.toFixed()}；分值 ${printFigure(weight.figure)}×执行率 ${printRate(rate)}，按规则为 ${right.toFixed()}${cap}。请改正或说明。`;
    return [found(words, [given, weight], { left, right })];
  },
);

export const executionBase = evaluationCheck(
  {
    code: "K407",
    id: "evaluation-execution-base",
    title: "预算执行率",
    why: "没有全年预算数和全年执行数，预算执行率得分和总分无法核对",
    level: "must-hold",
    state: "undetermined",
  },
  ({ blocks, funds, rule }, found) => {
    if (rule.executionRate) return [];
    const parts = [
      ["全年预算数", rule.budget],
      ["全年执行数", rule.executed],
    ] as const;
    const missing = parts.filter(([, figure]) => figure.kind !== "amount");
    const why =
      missing.length === 0
        ? "全年预算数为 0，没有执行率"
        : missing.map(([name, figure]) => `${name}${lack(figure)}`).join("，");
    const words = `${why}，预算执行率得分和总分无法核对。`;
    return [found(words, [funds(blocks.budget), funds(blocks.executed)])];
  },
);

export const spentBeyond = evaluationCheck(
  {
    code: "K436",
    id: "evaluation-spent-beyond-budget",
    title: "全年执行数≤全年预算数",
    why: "全年预算数包括年中追加和调整，执行数比它还多，多半是一处口径不对",
    level: "explain",
  },
  ({ blocks, funds, rule, decimals }, found) => {
    const { budget, executed, executionRate: rate } = rule;
    if (!rate?.greaterThan(1) || budget.kind !== "amount" || executed.kind !== "amount") return [];
    const [left, right] = [executed.published, budget.published];
    if (!right.greaterThan(0)) return [];
    const words = `全年执行数 ${printFigure(executed, decimals)} 比全年预算数 ${printFigure(budget, decimals)} ${moreOrLess(left, right, decimals)}，执行率 ${printRate(rate)}。请核对两个数的口径，或说明原因。`;
    return [found(words, [funds(blocks.executed), funds(blocks.budget)], { left, right })];
  },
);

function lack(figure: Figure): string {
  return isUnreadable({ figure }) ? `${printFigure(figure)}不是数字` : "空白";
}

export const bestGradeAtLowRate = evaluationCheck(
  {
    code: "K429",
    id: "evaluation-best-grade-low-rate",
    title: "执行率与等级相称",
    why: "钱没有花出去，绩效却是最好的等级，检查时必问",
    level: "explain",
  },
  ({ rule, totals, form, definition, blocks }, found) => {
    const best = definition.grades[0]?.grade;
    const { executionRate: rate } = rule;
    const total = amountOf(totals(blocks.score));
    const grade = form.grade?.text ?? (total && gradeOf(total, definition));
    const { bestGradeBelow } = definition.questions;
    if (!rate || best === undefined || grade !== best) return [];
    if (rate.times(100).greaterThanOrEqualTo(bestGradeBelow)) return [];
    const scored = total ? `总分 ${total.toFixed()}、` : "";
    const words = `执行率只有 ${printRate(rate)}，${scored}等级却是“${best}”。请核对，或说明原因。`;
    return [found(words, [totals(blocks.score)])];
  },
);

export const blankExecuted = evaluationCheck(
  {
    code: "K430",
    id: "evaluation-blank-executed",
    title: "各项来源的全年执行数填全",
    why: "预算按来源填了，执行数只填合计，看不出各项来源用了多少",
    level: "advice",
  },
  ({ table, blocks, funds, source }, found) => {
    if (amountOf(funds(blocks.executed)) === undefined) return [];
    const at = ({ id }: Row, { key }: Column) =>
      source.figuresAt(table.key, blocks.funds.index, id, key)[0];
    const blank = blocks.funds.rows.flatMap((row) => {
      const budget = at(row, blocks.budget);
      const executed = at(row, blocks.executed);
      const isOpen = budget && amountOf(budget)?.isZero() === false;
      return row !== blocks.fundsTotal && isOpen && executed && !isFilled(executed.figure)
        ? [{ label: row.definition.label ?? "", executed }]
        : [];
    });
    if (blank.length === 0) return [];
    const names = blank.map(({ label }) => `“${label.replace(/^其中[：:]/u, "")}”`).join("、");
    const words = `全年执行数只填了合计，${names}空白。请按来源填写，没有的填 0。`;
    return [
      found(
        words,
        blank.map(({ executed }) => executed),
      ),
    ];
  },
);
