import type { FigureAt } from "../../disclosure/figure";
import { readFigure } from "../../disclosure/readFigure";
import type { FieldAnswer } from "../evaluationForm";
import { isAnswered } from "../projectFields";
import type { Scoring } from "../scoring";
import { amountOf, evaluationCheck, moreOrLess } from "./evaluationCheck";

/** What the form of a project asks for, and whether it has it. */
interface Need {
  readonly name: string;
  readonly isMet: boolean;
  readonly at?: FigureAt;
}

export const projectNeeds = evaluationCheck(
  {
    code: "K434",
    id: "evaluation-project-needs",
    title: "项目支出自评表填全",
    why: "一个项目一张自评表，公开的每一格都要有内容，没有的填“/”或0",
    level: "explain",
    state: "undetermined",
  },
  (scoring, found) => {
    if (!scoring.definition.project) return [];
    const needs = needsOf(scoring);
    const open = needs.filter(({ isMet }) => !isMet);
    if (open.length === 0) return [];
    const names = open.map(({ name }) => name).join("、");
    const words =
      open.length === needs.length
        ? `这张项目自评表还是空的，要填：${names}。没有项目支出的，不用附这张表。`
        : `这张项目自评表还要填：${names}。`;
    return [
      found(
        words,
        open.flatMap(({ at }) => at ?? []),
      ),
    ];
  },
);

function needsOf({ form, blocks, rule, funds, indicators, goalsAt, table, source }: Scoring) {
  const isEmpty = !form.fields.some(isAnswered);
  const fields = form.fields.map((field, place): Need => {
    // The name must be one; of the rest “/” is an answer, in a form that is filled in.
    const isMet = place === 0 || isEmpty ? isAnswered(field) : field.value !== null;
    return { name: field.label, isMet, at: figureOf(field) };
  });
  const [actualGoals] = source.figuresAt(table.key, blocks.goals.index, "", blocks.actualGoals.key);
  return [
    ...fields,
    ...(
      [
        ["全年预算数", rule.budget, funds(blocks.budget)],
        ["全年执行数", rule.executed, funds(blocks.executed)],
      ] as const
    ).map(([name, { kind }, at]): Need => ({ name, isMet: kind === "amount", at })),
    { name: "预期目标", isMet: isWritten(form.expectedGoals), at: goalsAt },
    {
      name: "实际完成情况",
      isMet: isWritten(form.actualGoals),
      ...(actualGoals ? { at: actualGoals } : {}),
    },
    { name: "绩效指标", isMet: indicators.length > 0 },
  ];
}

function isWritten(text: { readonly text: string } | undefined): boolean {
  return text !== undefined && text.text.trim() !== "";
}

function figureOf({ value, cell }: FieldAnswer): FigureAt {
  return { figure: readFigure(value, 2), cell };
}

const PART = /^其中[：:]/u;

export const fundedInvestment = evaluationCheck(
  {
    code: "K435",
    id: "evaluation-project-investment",
    title: "财政拨款≤项目总投资",
    why: "财政拨款是项目总投资的一部分",
    level: "must-hold",
  },
  ({ form, decimals }, found) => {
    const amounts = form.fields.filter(({ isAmount }) => isAmount);
    return amounts.flatMap((field, index) => {
      const whole = amounts[index - 1];
      if (!whole || !PART.test(field.label)) return [];
      const [at, of] = [figureOf(field), figureOf(whole)];
      const [left, right] = [amountOf(at), amountOf(of)];
      if (!left || !right || left.lessThanOrEqualTo(right)) return [];
      const words = `${field.label}填的是 ${left.toFixed(decimals)}，${whole.label}是 ${right.toFixed(decimals)}，${moreOrLess(left, right, decimals)}。`;
      return [found(words, [at, of], { left, right })];
    });
  },
);
