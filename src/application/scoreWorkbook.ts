import { checkDisclosure } from "../domain/checking/checkDisclosure";
import { type InformationForm, informationForms } from "../domain/evaluation/findings/information";
import type { EvaluationScore } from "../domain/evaluation/scoreEvaluation";
import type { WorkbookReader } from "../ports/workbookPorts";
import { concludeCheck } from "./concludeCheck";
import { recogniseWorkbook, type RecognisedWorkbook } from "./recogniseWorkbook";
import type { TemplateLibrary } from "./templateLibrary";
import { UseCaseError } from "./useCaseError";

/** At least one form of either kind. */
export interface ScoredWorkbook extends RecognisedWorkbook {
  /** Of each 自评表, its relations to the tables among the findings. */
  readonly scores: readonly EvaluationScore[];
  /** 绩效评价基本信息表 and the like, whose grade people give. */
  readonly information: readonly InformationForm[];
}

export async function scoreWorkbook(
  reader: WorkbookReader,
  library: TemplateLibrary,
  templateId?: string,
): Promise<ScoredWorkbook> {
  const recognised = await recogniseWorkbook(reader, library, templateId);
  const { disclosure, template } = recognised;
  const judged = checkDisclosure(disclosure, template);
  const { report, scores } = concludeCheck(judged, disclosure, template);
  const information = informationForms(disclosure, report.findings);
  if (scores.length + information.length === 0) throw new UseCaseError("noEvaluationForm");
  return { ...recognised, scores, information };
}
