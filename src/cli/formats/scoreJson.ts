import type { ScoredWorkbook } from "../../application/scoreWorkbook";
import type { InformationForm } from "../../domain/evaluation/findings/information";
import type { EvaluationScore } from "../../domain/evaluation/scoreEvaluation";
import { findingJson } from "./checkJson";

/** null stands for what is missing or cannot be worked out. The first form, and all of them where there are several. */
export function scoreJson({ scores, information }: ScoredWorkbook): object {
  const forms = [...scores.map(formJson), ...information.map(informationJson)];
  return forms.length > 1 ? { ...forms[0], forms } : (forms[0] ?? {});
}

function formJson({ form, total, grade, rows, findings }: EvaluationScore): object {
  return {
    form,
    total: total?.toFixed() ?? null,
    grade: grade ?? null,
    rows: rows.map((row) => ({
      indicator: row.indicator,
      weight: row.weight?.toFixed() ?? null,
      score: row.counted?.toFixed() ?? null,
      given: row.score?.toFixed() ?? null,
      rule: row.ruleScore?.toFixed() ?? null,
      ...(row.isDropped ? { applies: false } : {}),
      ...(row.quality
        ? {
            quality: {
              word: row.quality.word,
              from: row.quality.from.toFixed(),
              to: row.quality.to.toFixed(),
            },
          }
        : {}),
    })),
    findings: findings.map(findingJson),
  };
}

/** No rule gives the score of such a form: what people gave stands under `given`. */
function informationJson({ form, score, grade, findings }: InformationForm): object {
  return {
    form,
    total: null,
    grade: null,
    given: { score: score?.value ?? null, grade: grade?.value ?? null },
    rows: [],
    findings: findings.map(findingJson),
  };
}
