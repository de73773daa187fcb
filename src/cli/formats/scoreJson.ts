import type { ScoredWorkbook } from "../../application/scoreWorkbook";
import type { ScoreRow } from "../../domain/evaluation/scoreEvaluation";
import { findingJson } from "./checkJson";

/** null stands for what is missing or cannot be worked out. */
export function scoreJson({ score: { total, grade, rows, findings } }: ScoredWorkbook): object {
  return {
    total: total?.toFixed() ?? null,
    grade: grade ?? null,
    rows: rows.map((row) => ({
      indicator: row.indicator,
      weight: row.weight?.toFixed() ?? null,
      score: scoreOf(row) ?? null,
    })),
    findings: findings.map(findingJson),
  };
}

/** The score that counts in the total. */
export function scoreOf({ score, ruleScore }: ScoreRow): string | undefined {
  return (ruleScore ?? score)?.toFixed();
}
