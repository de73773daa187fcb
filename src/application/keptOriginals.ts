import type { Intake } from "../domain/intake/intake";
import type { SourceFile } from "../domain/intake/joinFiles";
import { readOriginals, type Originals } from "../domain/rescaling/originals";
import { readState } from "../domain/workbook/stateSheet";

/** What goes with the figures that are taken: those in 元 that the files keep of them, and the ones just rounded. */
export function keptOriginals(
  files: readonly SourceFile[],
  { template, tables }: Pick<Intake, "template" | "tables">,
  rounded?: Originals,
): Originals | undefined {
  const { id } = template.structure.definition;
  const kept = new Map<string, Originals["tables"][string]>();
  for (const { name, snapshot } of files) {
    const found = readOriginals(readState(snapshot));
    if (found.kind !== "originals" || found.originals.template !== id) continue;
    for (const { table, source } of tables) {
      const own = found.originals.tables[table.key];
      if (own && source.file === name) kept.set(table.key, own);
    }
  }
  for (const [key, own] of Object.entries(rounded?.tables ?? {})) kept.set(key, own);
  return kept.size === 0 ? undefined : { template: id, tables: Object.fromEntries(kept) };
}
