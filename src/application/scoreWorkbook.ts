import type { EvaluationScore } from "../domain/evaluation/scoreEvaluation";
import type { WorkbookReader } from "../ports/workbookPorts";
import { scoresOf } from "./concludeCheck";
import { recogniseWorkbook, type RecognisedWorkbook } from "./recogniseWorkbook";
import type { TemplateLibrary } from "./templateLibrary";
import { UseCaseError } from "./useCaseError";

export interface ScoredWorkbook extends RecognisedWorkbook {
  /** At least one. */
  readonly scores: readonly EvaluationScore[];
}

export async function scoreWorkbook(
  reader: WorkbookReader,
  library: TemplateLibrary,
  templateId?: string,
): Promise<ScoredWorkbook> {
  const recognised = await recogniseWorkbook(reader, library, templateId);
  const scores = scoresOf(recognised.disclosure, recognised.template);
  if (scores.length === 0) throw new UseCaseError("noEvaluationForm");
  return { ...recognised, scores };
}
