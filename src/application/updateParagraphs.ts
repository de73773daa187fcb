import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { paragraphUpdate, type ParagraphUpdate } from "../domain/intake/paragraphUpdate";
import type { WorkbookExtras } from "../domain/workbook/workbookExtras";
import type { Checked } from "./draftingState";
import { UseCaseError } from "./useCaseError";

/** 更新说明: what comes and goes with the codes of the tables and with the figures; refuses where nothing does. */
export function planParagraphs(
  { template, disclosure, sections }: Checked,
  extras: WorkbookExtras,
): ParagraphUpdate {
  const year = disclosure.year ?? template.structure.definition.year;
  const input = { unitName: unitNameOf(disclosure), year };
  const update = paragraphUpdate(template, disclosure, sections, input, extras);
  if (!update) throw new UseCaseError("otherNarrative");
  const isCurrent = update.added.length + update.removed.length + update.rows.length === 0;
  if (isCurrent) throw new UseCaseError("paragraphsCurrent");
  return update;
}
