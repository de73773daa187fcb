import type { Decimal } from "decimal.js";
import { UNDETERMINED } from "../../expression/print/number";
import { gradeOf } from "../grade";
import { amountOf, evaluationCheck } from "./evaluationCheck";
import { addedUp } from "./totals";

export const printedGrade = evaluationCheck(
  {
    code: "K406",
    id: "evaluation-grade",
    title: "等级与总分一致",
    why: "等级由总分对照分档得出",
    level: "must-hold",
  },
  (scoring, found) => {
    const { totals, form, definition, blocks } = scoring;
    const printed = totals(blocks.score);
    const given = form.grade;
    // What the form's own formula says while something is missing is no grade.
    if (!given || given.text === UNDETERMINED || /^[/\\—-]*$/u.test(given.text)) return [];
    const graded = (total: Decimal | undefined) => {
      if (!total) return [];
      const grade = gradeOf(total, definition);
      return grade === undefined ? [] : [{ total, grade }];
    };
    const added = addedUp(scoring);
    const byScores = graded(added?.blank === 0 ? added.total : scoring.rule.total);
    const asPrinted = graded(amountOf(printed));
    const [first, second] = [...asPrinted, ...byScores];
    if (!first || first.grade === given.text || second?.grade === given.text) return [];
    const isOther = second && !second.total.equals(first.total);
    const other = isOther
      ? `，按各项得分合计的 ${second.total.toFixed()} 应为“${second.grade}”`
      : "";
    const words = `等级填的是“${given.text}”；总分 ${first.total.toFixed()} 应为“${first.grade}”${other}。`;
    return [found(words, [{ figure: { kind: "blank" }, cell: given.cell }, printed])];
  },
);
