import type { ScoredWorkbook } from "../../application/scoreWorkbook";
import { findingJson } from "./checkJson";

/** null stands for what is missing or cannot be worked out. */
export function scoreJson({
  score: { form, total, grade, rows, findings },
}: ScoredWorkbook): object {
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
