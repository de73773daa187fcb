import { gradeOf } from "../grade";
import { amountOf, evaluationCheck } from "./evaluationCheck";

export const printedGrade = evaluationCheck(
  {
    code: "K406",
    id: "evaluation-grade",
    title: "等级与总分一致",
    why: "等级由总分对照分档得出",
    level: "must-hold",
  },
  ({ blocks, form, totals, rule, definition }, found) => {
    const printed = totals(blocks.score);
    const total = amountOf(printed) ?? rule.total;
    const given = form.grade;
    if (!total || !given || /^[/\\—-]*$/u.test(given.text)) return [];
    const right = gradeOf(total, definition);
    if (right === undefined || right === given.text) return [];
    const words = `等级填的是“${given.text}”；总分 ${total.toFixed()} 应为“${right}”。`;
    return [found(words, [{ figure: { kind: "blank" }, cell: given.cell }, printed])];
  },
);
