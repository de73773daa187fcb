import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { narrativeUpdate, type NarrativeUpdate } from "../domain/intake/narrativeUpdate";
import type { Checked } from "./draftingState";
import { UseCaseError } from "./useCaseError";

/** 更新说明: what comes and goes with the codes of the tables; refuses where nothing does. */
export function planParagraphs({ template, disclosure, sections }: Checked): NarrativeUpdate {
  const year = disclosure.year ?? template.structure.definition.year;
  const input = { unitName: unitNameOf(disclosure), year };
  const update = narrativeUpdate(template, disclosure, sections, input);
  if (!update) throw new UseCaseError("otherNarrative");
  const isCurrent = update.added.length + update.removed.length + update.rows.length === 0;
  if (isCurrent) throw new UseCaseError("paragraphsCurrent");
  return update;
}
