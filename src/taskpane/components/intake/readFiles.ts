import { troubleOf, type Trouble } from "../../../application/draftingState";
import type { SourceFile } from "../../../domain/intake/joinFiles";
import type { PaneHost } from "../paneHost";

/** One after the other: the first that cannot be read is named. */
export async function readFiles(
  chosen: readonly File[],
  readFile: PaneHost["readFile"],
): Promise<
  { readonly files: readonly SourceFile[] } | { readonly trouble: Trouble; readonly file: string }
> {
  const files: SourceFile[] = [];
  for (const file of chosen) {
    try {
      files.push({ name: file.name, snapshot: await readFile(file) });
    } catch (error) {
      return { trouble: troubleOf(error), file: file.name };
    }
  }
  return { files };
}
