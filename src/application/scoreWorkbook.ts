import type { EvaluationScore } from "../domain/evaluation/scoreEvaluation";
import type { WorkbookReader } from "../ports/workbookPorts";
import { scoreOf } from "./concludeCheck";
import { recogniseWorkbook, type RecognisedWorkbook } from "./recogniseWorkbook";
import type { TemplateLibrary } from "./templateLibrary";
import { UseCaseError } from "./useCaseError";

export interface ScoredWorkbook extends RecognisedWorkbook {
  readonly score: EvaluationScore;
}

export async function scoreWorkbook(
  reader: WorkbookReader,
  library: TemplateLibrary,
  templateId?: string,
): Promise<ScoredWorkbook> {
  const recognised = await recogniseWorkbook(reader, library, templateId);
  const score = scoreOf(recognised.disclosure, recognised.template);
  if (!score) throw new UseCaseError("noEvaluationForm");
  return { ...recognised, score };
}
