import type { SourceFile } from "../domain/intake/joinFiles";
import type { Sha256 } from "../ports/sha256";
import { compareWorkbooks, type ComparedWorkbooks } from "./compareWorkbooks";
import { recogniseWorkbook, type RecognisedWorkbook } from "./recogniseWorkbook";
import type { TemplateLibrary } from "./templateLibrary";

const STANDING = "现在打开的工作簿";

/** What stands now against an earlier file of it. */
export async function compareWithEarlier(
  { name, snapshot }: SourceFile,
  { template, disclosure }: RecognisedWorkbook,
  library: TemplateLibrary,
  sha256: Sha256,
): Promise<ComparedWorkbooks> {
  const reader = { read: () => Promise.resolve(snapshot) };
  const earlier = await recogniseWorkbook(reader, library, template.structure.definition.id);
  return compareWorkbooks({ ...earlier, name }, { template, disclosure, name: STANDING }, sha256);
}
