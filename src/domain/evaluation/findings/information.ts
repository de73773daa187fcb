import type { Decimal } from "decimal.js";
import type { Finding } from "../../checking/finding";
import type { Disclosure } from "../../disclosure/disclosure";
import type { FigureAt } from "../../disclosure/figure";
import { readFigure } from "../../disclosure/readFigure";
import type { PlacedTable } from "../../disclosure/placement";
import type { GradeQuestion } from "../../template/templatePackage";
import { printRate } from "../executionRate";
import type { FieldAnswer } from "../evaluationForm";
import { readFields } from "../projectFields";
import { defined } from "../scoring";
import { amountOf, sum } from "./evaluationCheck";

export const INFORMATION_GRADE = {
  code: "K621",
  id: "information-best-grade-low-rate",
  title: "执行率与评价等次相称",
  why: "钱没有花出去，绩效却是最好的等次，检查时必问",
  level: "explain",
  kind: "figures",
} as const;

/** What does not fit in a 基本信息表, beside its relations. */
export function informationFindings(disclosure: Disclosure): readonly Finding[] {
  return [...disclosure.placement.tables.values()].flatMap((placed) => {
    const { information } = placed.table.definition;
    return information?.grade ? bestGrade(disclosure, placed, information.grade) : [];
  });
}

/** 评价等次, 优 */
export interface GivenAnswer {
  readonly label: string;
  readonly value: string;
}

/** What people gave in a form that is no 自评表: its grade, or its one-page words. */
export interface InformationForm {
  /** 绩效评价基本信息表 */
  readonly form: string;
  readonly sheet: string;
  /** As written beside the form's own words; none where it asks for none, or nobody answered. */
  readonly score?: GivenAnswer;
  readonly grade?: GivenAnswer;
  readonly findings: readonly Finding[];
}

/** Each such form of the workbook, with what was found in its cells. */
export function informationForms(
  disclosure: Disclosure,
  findings: readonly Finding[],
): readonly InformationForm[] {
  return [...disclosure.placement.tables.values()].flatMap((placed): InformationForm[] => {
    const { role, information, sheetName } = placed.table.definition;
    if (role !== "information") return [];
    const given = information?.grade && givenIn(disclosure, placed, information.grade);
    return [
      {
        form: sheetName,
        sheet: placed.sheet,
        ...defined("score", answered(given?.score)),
        ...defined("grade", answered(given?.grade)),
        findings: findings.filter(({ cells }) => cells.some(({ sheet }) => sheet === placed.sheet)),
      },
    ];
  });
}

function answered(answer: FieldAnswer | undefined): GivenAnswer | undefined {
  const value = wordOf(answer);
  return answer && value !== "" ? { label: answer.label, value } : undefined;
}

function givenIn({ snapshot }: Disclosure, placed: PlacedTable, question: GradeQuestion) {
  const sheet = snapshot.sheets.find(({ name }) => name === placed.sheet);
  if (!sheet) return undefined;
  const fields = [question.score, question.grade].map((label) => ({ label }));
  const rows = { from: 1, to: sheet.values.length };
  const answers = readFields(sheet, rows, { heading: "", rows: [fields] });
  const answerTo = (label: string) => answers.find((answer) => answer.label === label);
  return { score: answerTo(question.score), grade: answerTo(question.grade) };
}

function bestGrade(
  disclosure: Disclosure,
  placed: PlacedTable,
  question: GradeQuestion,
): readonly Finding[] {
  const given = givenIn(disclosure, placed, question);
  const grade = given?.grade;
  if (wordOf(grade) !== question.best) return [];
  const spent = totalOf(disclosure, placed, question.spent);
  const income = totalOf(disclosure, placed, question.income);
  if (!spent || !income || income.amount.isZero()) return [];
  const rate = spent.amount.div(income.amount);
  if (rate.times(100).greaterThanOrEqualTo(question.below)) return [];
  const { decimals } = disclosure.structure.definition;
  const scored = wordOf(given?.score);
  const words = `${question.spent} ${spent.amount.toFixed(decimals)}÷${question.income} ${income.amount.toFixed(decimals)}=${printRate(rate)}，${scored === "" ? "" : `${question.score} ${scored}、`}${question.grade}却是“${question.best}”。请核对，或说明原因。`;
  const cells = [grade?.cell, ...spent.at, ...income.at];
  return [
    {
      ...INFORMATION_GRADE,
      state: "failed",
      explanation: words,
      cells: cells.flatMap((cell) => cell ?? []),
    },
  ];
}

function wordOf(answer: FieldAnswer | undefined): string {
  const value = answer?.value ?? "";
  return typeof value === "number" || typeof value === "string" ? String(value).trim() : "";
}

interface Total {
  readonly amount: Decimal;
  readonly at: readonly FigureAt["cell"][];
}

/** 汇总 of a column, or what the units below it come to where nobody filled it in. */
function totalOf(
  disclosure: Disclosure,
  { table }: PlacedTable,
  heading: string,
): Total | undefined {
  for (const block of table.blocks) {
    const column = block.columns.find(({ definition }) => definition.heading.at(-1) === heading);
    if (!column) continue;
    const [total, ...units] = block.rows.map(
      ({ id }): FigureAt =>
        disclosure.figuresAt(table.key, block.index, id, column.key)[0] ?? {
          figure: readFigure(null, 0),
        },
    );
    const amount = total && amountOf(total);
    if (total && amount) return { amount, at: [total.cell] };
    const filled = units.filter((unit) => amountOf(unit) !== undefined);
    return filled.length === 0
      ? undefined
      : { amount: sum(filled), at: filled.map(({ cell }) => cell) };
  }
  return undefined;
}
