import { readEvaluationForm } from "../domain/evaluation/readEvaluationForm";
import { scoreEvaluation, type EvaluationScore } from "../domain/evaluation/scoreEvaluation";
import type { WorkbookReader } from "../ports/workbookPorts";
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
  const { template, disclosure } = recognised;
  const placed = [...disclosure.placement.tables.values()].find(
    ({ table }) => table.definition.role === "evaluation",
  );
  const form = placed && readEvaluationForm(disclosure.snapshot, placed);
  if (!form) throw new UseCaseError("noEvaluationForm");
  return { ...recognised, score: scoreEvaluation(template, disclosure, form) };
}
