import { checkDisclosure, type CheckReport } from "../domain/checking/checkDisclosure";
import { withReasons } from "../domain/checking/explanations/matchExplanations";
import { suspectCards, type SuspectCard } from "../domain/checking/suspects/suspectCards";
import type { WorkbookReader } from "../ports/workbookPorts";
import { explanationsIn } from "./keptState";
import { recogniseWorkbook, type RecognisedWorkbook } from "./recogniseWorkbook";
import type { TemplateLibrary } from "./templateLibrary";

export interface CheckedWorkbook extends RecognisedWorkbook {
  readonly report: CheckReport;
  /** What its failed relations come down to. */
  readonly cards: readonly SuspectCard[];
}

export async function checkWorkbook(
  reader: WorkbookReader,
  library: TemplateLibrary,
  templateId?: string,
): Promise<CheckedWorkbook> {
  const recognised = await recogniseWorkbook(reader, library, templateId);
  const { disclosure, template } = recognised;
  const explanations = explanationsIn(disclosure.snapshot);
  const judged = checkDisclosure(disclosure, template);
  const report = withReasons(judged, explanations, disclosure, template);
  const cards = suspectCards(report, disclosure, template);
  return { ...recognised, report, cards };
}
