import type { Finding } from "../../checking/finding";
import type { Scoring } from "../scoring";
import { executionBase, executionScore, printedExecutionRate } from "./execution";
import type { EvaluationCheck } from "./finding";
import { scoreWithinWeight, unreadableScores } from "./indicators";
import { printedGrade } from "./printedGrade";
import { dimensionWeights, fundsTotal, totalScore, totalWeight } from "./totals";

const CHECKS: readonly EvaluationCheck[] = [
  totalScore,
  totalWeight,
  scoreWithinWeight,
  printedExecutionRate,
  executionScore,
  printedGrade,
  executionBase,
  unreadableScores,
  dimensionWeights,
  fundsTotal,
];

/** What does not fit in a 自评表, each with its own number. */
export function evaluationFindings(scoring: Scoring): readonly Finding[] {
  return CHECKS.flatMap((check) => check(scoring));
}
