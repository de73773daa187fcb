import type { StandingSection } from "../domain/narrative/standing/standingParagraph";
import type { WorkbookReader } from "../ports/workbookPorts";
import { judgeWords } from "./judgeWords";
import { recogniseWorkbook, type RecognisedWorkbook } from "./recogniseWorkbook";
import { standingNarrative } from "./standingNarrative";
import type { TemplateLibrary } from "./templateLibrary";

export interface NarratedWorkbook extends RecognisedWorkbook {
  readonly sections: readonly StandingSection[];
}

export async function narrateWorkbook(
  reader: WorkbookReader,
  library: TemplateLibrary,
  templateId?: string,
): Promise<NarratedWorkbook> {
  const recognised = await recogniseWorkbook(reader, library, templateId);
  const { disclosure, template } = recognised;
  const sections = await standingNarrative(disclosure, template, (...given) =>
    Promise.resolve(judgeWords(...given)),
  );
  return { ...recognised, sections };
}
