import { checkDisclosure } from "../domain/checking/checkDisclosure";
import type { WorkbookReader } from "../ports/workbookPorts";
import { concludeCheck, type Conclusion } from "./concludeCheck";
import { judgeWords } from "./judgeWords";
import { recogniseWorkbook, type RecognisedWorkbook } from "./recogniseWorkbook";
import { standingNarrative } from "./standingNarrative";
import type { TemplateLibrary } from "./templateLibrary";

export interface CheckedWorkbook extends RecognisedWorkbook, Conclusion {}

export async function checkWorkbook(
  reader: WorkbookReader,
  library: TemplateLibrary,
  templateId?: string,
): Promise<CheckedWorkbook> {
  const recognised = await recogniseWorkbook(reader, library, templateId);
  const { disclosure, template } = recognised;
  const sections = await standingNarrative(disclosure, template, (...given) =>
    Promise.resolve(judgeWords(...given)),
  );
  const judged = checkDisclosure(disclosure, template);
  return { ...recognised, ...concludeCheck(judged, disclosure, template, sections) };
}
