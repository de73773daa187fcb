import {
  EXPLANATIONS,
  readExplanations,
  type Explanation,
} from "../domain/checking/explanations/explanation";
import { RESCALED, type Originals } from "../domain/rescaling/originals";
import { readState, stateSheet, type StateSections } from "../domain/workbook/stateSheet";
import { valueAt } from "../domain/workbook/workbookSnapshot";
import type {
  SheetPlan,
  WorkbookEditor,
  WorkbookSnapshot,
  WriteReceipt,
} from "../ports/workbookPorts";

/** What a set that is made anew keeps with it; nothing where there is nothing to keep. */
export function stateSheets(kept: {
  readonly originals?: Originals | undefined;
  readonly explanations?: readonly Explanation[] | undefined;
}): SheetPlan[] {
  const { originals, explanations = [] } = kept;
  const sections = {
    ...(originals ? { [RESCALED]: originals } : {}),
    ...(explanations.length > 0 ? { [EXPLANATIONS]: explanations } : {}),
  };
  return Object.keys(sections).length > 0 ? [stateSheet(sections)] : [];
}

/** The 审核说明 in a workbook; none where they cannot be read. */
export function explanationsIn(snapshot: WorkbookSnapshot): readonly Explanation[] {
  const read = readExplanations(readState(snapshot));
  return read.kind === "explanations" ? read.explanations : [];
}

/** The state sheet anew, in a workbook that has one or none. What somebody else has kept meanwhile is not written over. */
export async function writeState(
  editor: WorkbookEditor,
  seen: WorkbookSnapshot,
  sections: StateSections,
): Promise<WriteReceipt> {
  const sheet = stateSheet(sections);
  const before = seen.sheets.find(({ name }) => name === sheet.name);
  if (!before) return editor.addSheets({ sheets: [sheet], styles: new Map(), properties: {} });
  const left = Math.max(0, before.values.length - sheet.cells.length);
  const blanks = Array.from({ length: left }, (_, index) => {
    return { row: sheet.cells.length + index + 1, column: 1, value: null };
  });
  return editor.writeCells(
    [...sheet.cells, ...blanks].map((cell) => ({
      ...cell,
      sheet: sheet.name,
      expected: valueAt(before, cell),
    })),
  );
}
