import type { Finding } from "../../checking/finding";
import type { EvaluationForm, FieldAnswer } from "../evaluationForm";
import { isAnswered } from "../projectFields";

export const SAME_PROJECT = {
  code: "K438",
  id: "evaluation-same-project",
  title: "一个项目一张自评表",
  why: "两张自评表写的是同一个项目，多半是一张忘了改名称，或者重复填了",
  level: "explain",
  kind: "text",
} as const;

/** Of a project's form that names the project, and the part of it, as an earlier form does. */
export function sameProject(
  form: EvaluationForm,
  earlier: readonly EvaluationForm[],
): readonly Finding[] {
  const words = namesOf(form);
  const other = words === undefined ? undefined : earlier.find((each) => namesOf(each) === words);
  const [name] = form.fields;
  const [others] = other?.fields ?? [];
  if (!name || !others) return [];
  return [
    {
      ...SAME_PROJECT,
      state: "failed",
      explanation: `专项名称“${textOf(name)}”与《${others.cell.sheet}》的相同，支出方向（子项目）也没有分别。请改名称，或删去重复的一张。`,
      cells: [name.cell, others.cell],
    },
  ];
}

/** 专项名称 and 支出方向名称, without blanks; undefined where no project is named. */
function namesOf({ fields }: EvaluationForm): string | undefined {
  const [name, part] = fields.filter(({ isAmount }) => !isAmount);
  if (!name || !isAnswered(name)) return undefined;
  return [name, ...(part && isAnswered(part) ? [part] : [])]
    .map((each) => textOf(each).replace(/\s/gu, ""))
    .join("\n");
}

function textOf({ value }: FieldAnswer): string {
  return typeof value === "number" || typeof value === "string" ? String(value).trim() : "";
}
