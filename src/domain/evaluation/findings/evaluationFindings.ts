import type { Finding } from "../../checking/finding";
import type { TemplateStructure } from "../../template/template";
import type { Scoring } from "../scoring";
import {
  bestGradeAtLowRate,
  blankExecuted,
  executionBase,
  executionScore,
  printedExecutionRate,
  spentBeyond,
} from "./execution";
import type { EvaluationCheck } from "./evaluationCheck";
import { goalsAlike } from "./goals";
import { halfDropped, negativeFigures, scoreWithinWeight, unreadableScores } from "./indicators";
import { printedGrade } from "./printedGrade";
import {
  copiedValues,
  heavyIndicators,
  lostThoughMet,
  lostWithoutReason,
  mistypedSigns,
  overAchieved,
  qualityScore,
  ruleScore,
  uncountedTargets,
} from "./targets";
import { fullThoughMissed, uncertainTargets } from "./missedTargets";
import { fundedInvestment, projectNeeds } from "./project";
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
  ruleScore,
  lostThoughMet,
  lostWithoutReason,
  mistypedSigns,
  copiedValues,
  uncountedTargets,
  overAchieved,
  heavyIndicators,
  bestGradeAtLowRate,
  blankExecuted,
  qualityScore,
  halfDropped,
  fullThoughMissed,
  uncertainTargets,
  goalsAlike,
  projectNeeds,
  fundedInvestment,
  spentBeyond,
  negativeFigures,
];

/** What does not fit in a 自评表, each with its own number. */
export function evaluationFindings(scoring: Scoring): readonly Finding[] {
  return CHECKS.flatMap(({ find }) => find(scoring));
}

/** Those of a template: none where it has no 自评表. */
export function evaluationChecks({ tables }: TemplateStructure): readonly EvaluationCheck[] {
  return [...tables.values()].some(({ definition }) => definition.evaluation) ? CHECKS : [];
}
