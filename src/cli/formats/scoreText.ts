import type { ScoredWorkbook } from "../../application/scoreWorkbook";
import { DROPPED } from "../../domain/disclosure/figure";
import type { InformationForm } from "../../domain/evaluation/findings/information";
import type { EvaluationScore, ScoreRow } from "../../domain/evaluation/scoreEvaluation";
import { findingsText } from "./findingsText";
import { unitNameOf } from "../../domain/disclosure/unitNameOf";

const MISSING = "—";

export function scoreText(file: string, { disclosure, scores, information }: ScoredWorkbook) {
  const forms = [...scores.map(formLines), ...information.map(informationLines)];
  return [
    `文件：${file}`,
    `单位：${unitNameOf(disclosure) || "（没有找到单位名称）"}`,
    ...forms.flatMap((lines, index) => [...(index === 0 ? [] : [""]), ...lines]),
  ].join("\n");
}

function informationLines({ form, score, grade, findings }: InformationForm): string[] {
  const given = [score, grade].flatMap((each) => (each ? [`${each.label}：${each.value}`] : []));
  return [
    `填报表：${form}`,
    ...(given.length > 0 ? [given.join("　")] : []),
    ...findingsText(findings),
  ];
}

function formLines({ form, total, grade, rows, findings }: EvaluationScore): string[] {
  const result =
    total === undefined
      ? "总分：数据不足，还有没填的得分或金额"
      : `总分：${total.toFixed()}${grade === undefined ? "" : `　等级：${grade}`}`;
  return [
    `自评表：${form}`,
    result,
    "",
    "得分 / 分值",
    ...rows.map((row) => {
      if (row.isDropped) return `${DROPPED}　　　  ${nameOf(row)}`;
      const points = row.counted?.toFixed() ?? MISSING;
      const rule = `${differing(row)}${banded(row)}`;
      return `${points.padStart(4)} / ${(row.weight?.toFixed() ?? MISSING).padEnd(4)}  ${nameOf(row)}${rule}`;
    }),
    ...findingsText(findings),
  ];
}

/** The rule's score beside a given one that differs, or that is still missing. */
function differing({ score, ruleScore }: ScoreRow): string {
  return !ruleScore || score?.equals(ruleScore) === true ? "" : `（按规则 ${ruleScore.toFixed()}）`;
}

/** 部分达成 stands for 3 to 4 points of 5. */
function banded({ quality }: ScoreRow): string {
  if (!quality) return "";
  const { word, from, to } = quality;
  return `（“${word}”得 ${from.toFixed()}～${to.toFixed()} 分）`;
}

function nameOf({ dimension, category, indicator }: ScoreRow): string {
  return [dimension, category, indicator].filter((part) => part !== "").join(" · ");
}
