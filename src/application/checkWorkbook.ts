import { checkDisclosure, type CheckReport } from "../domain/checking/checkDisclosure";
import { suspectCards, type SuspectCard } from "../domain/checking/suspects/suspectCards";
import type { WorkbookReader } from "../ports/workbookPorts";
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
  const report = checkDisclosure(recognised.disclosure, recognised.template);
  const cards = suspectCards(report, recognised.disclosure, recognised.template);
  return { ...recognised, report, cards };
}
