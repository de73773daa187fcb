import { checkDisclosure } from "../domain/checking/checkDisclosure";
import type { WorkbookReader } from "../ports/workbookPorts";
import { concludeCheck, type Conclusion } from "./concludeCheck";
import { recogniseWorkbook, type RecognisedWorkbook } from "./recogniseWorkbook";
import type { TemplateLibrary } from "./templateLibrary";

export interface CheckedWorkbook extends RecognisedWorkbook, Conclusion {}

export async function checkWorkbook(
  reader: WorkbookReader,
  library: TemplateLibrary,
  templateId?: string,
): Promise<CheckedWorkbook> {
  const recognised = await recogniseWorkbook(reader, library, templateId);
  const { disclosure, template } = recognised;
  return {
    ...recognised,
    ...concludeCheck(checkDisclosure(disclosure, template), disclosure, template),
  };
}
