import { narrate, type NarratedSection } from "../domain/narrative/narrate";
import type { WorkbookReader } from "../ports/workbookPorts";
import { recogniseWorkbook, type RecognisedWorkbook } from "./recogniseWorkbook";
import type { TemplateLibrary } from "./templateLibrary";

export interface NarratedWorkbook extends RecognisedWorkbook {
  readonly sections: readonly NarratedSection[];
}

export async function narrateWorkbook(
  reader: WorkbookReader,
  library: TemplateLibrary,
  templateId?: string,
): Promise<NarratedWorkbook> {
  const recognised = await recogniseWorkbook(reader, library, templateId);
  return { ...recognised, sections: narrate(recognised.disclosure, recognised.template) };
}
