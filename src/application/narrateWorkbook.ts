import type { Template } from "../domain/checking/compileTemplate";
import type { StandingSection } from "../domain/narrative/standing/standingParagraph";
import { writtenNarrative } from "../domain/narrative/standing/viewNarrative";
import type { WorkbookReader } from "../ports/workbookPorts";
import { judgeWords } from "./judgeWords";
import { recogniseWorkbook, type RecognisedWorkbook } from "./recogniseWorkbook";
import { standingNarrative } from "./standingNarrative";
import type { TemplateLibrary } from "./templateLibrary";

export interface NarratedWorkbook extends RecognisedWorkbook {
  readonly sections: readonly StandingSection[];
  /** As the workbook has them: the same, but where another edition was asked for. */
  readonly ownSections: readonly StandingSection[];
}

/** Asked for, an edition is told whatever the workbook has; what stands there is another's then. */
export async function narrateWorkbook(
  reader: WorkbookReader,
  library: TemplateLibrary,
  { templateId, narrative }: { readonly templateId?: string; readonly narrative?: string } = {},
): Promise<NarratedWorkbook> {
  const own = await recogniseWorkbook(reader, library, templateId);
  const ownSections = await standingNarrative(own.disclosure, own.template, (...given) =>
    Promise.resolve(judgeWords(...given)),
  );
  if (narrative === undefined) return { ...own, sections: ownSections, ownSections };
  const { id } = own.template.structure.definition;
  const { snapshot } = own.disclosure;
  const told = await recogniseWorkbook(
    { read: () => Promise.resolve(snapshot) },
    library.telling(narrative),
    id,
  );
  const isSame = editionOf(told.template) === editionOf(own.template);
  const sections = isSame ? ownSections : writtenNarrative(told.disclosure, told.template);
  return { ...told, sections, ownSections };
}

const editionOf = ({ sections }: Template): string =>
  sections.map(({ number, title }) => `${number}、${title}`).join("\n");
