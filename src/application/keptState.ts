import {
  EXPLANATIONS,
  joinExplanations,
  readExplanations,
  type Explanation,
} from "../domain/checking/explanations/explanation";
import { readSettings, SETTINGS, type WorkbookSettings } from "../domain/checking/workbookSettings";
import { RESCALED, type Originals } from "../domain/rescaling/originals";
import {
  readState,
  stateSheet,
  type ReadState,
  type StateSections,
} from "../domain/workbook/stateSheet";
import { valueAt } from "../domain/workbook/workbookSnapshot";
import type {
  SheetPlan,
  WorkbookEditor,
  WorkbookSnapshot,
  WriteReceipt,
} from "../ports/workbookPorts";
import { originalsWith } from "./rescaleFigures";

/** What figures bring with them from the workbook that they were taken from. */
export interface KeptWithFigures {
  readonly originals?: Originals | undefined;
  readonly explanations?: readonly Explanation[] | undefined;
  /** What the person chose for the set. */
  readonly settings?: WorkbookSettings | undefined;
}

/** What a set that is made anew keeps with it; nothing where there is nothing to keep. */
export function stateSheets({
  originals,
  explanations = [],
  settings = {},
}: KeptWithFigures): SheetPlan[] {
  const sections = {
    ...(originals ? { [RESCALED]: originals } : {}),
    ...(explanations.length > 0 ? { [EXPLANATIONS]: explanations } : {}),
    ...(settings.percentDecimals === undefined ? {} : { [SETTINGS]: settings }),
  };
  return Object.keys(sections).length > 0 ? [stateSheet(sections)] : [];
}

/** Into what a set keeps already; undefined where there is nothing new, or what it keeps cannot be read. */
export function sectionsWith(
  state: ReadState,
  { originals, explanations = [], settings }: KeptWithFigures,
): StateSections | undefined {
  const known = readExplanations(state);
  const own = known.kind === "explanations" ? known.explanations : undefined;
  const joined = own ? joinExplanations(own, explanations) : [];
  const reasons = joined.length > (own?.length ?? 0) ? { [EXPLANATIONS]: joined } : {};
  const figures = originals ? originalsWith(state, originals) : {};
  const added = { ...figures, ...reasons, ...(settings ? { [SETTINGS]: settings } : {}) };
  if (Object.keys(added).length === 0) return undefined;
  return { ...(state.kind === "state" ? state.sections : {}), ...added };
}

/** The 审核说明 in a workbook; none where they cannot be read. */
export function explanationsIn(snapshot: WorkbookSnapshot): readonly Explanation[] {
  const read = readExplanations(readState(snapshot));
  return read.kind === "explanations" ? read.explanations : [];
}

/** What was chosen and said for a workbook, for the set that takes its place. */
export const chosenIn = (snapshot: WorkbookSnapshot): KeptWithFigures => ({
  explanations: explanationsIn(snapshot),
  settings: readSettings(readState(snapshot)),
});

/**
 * What makes the standing state sheet that one: a shorter text leaves no rest of the longer one. What somebody else has
 * kept meanwhile is not written over.
 */
export function stateCells({ sheets }: WorkbookSnapshot, sections: StateSections) {
  const { name, cells } = stateSheet(sections);
  const before = sheets.find((sheet) => sheet.name === name);
  const left = Math.max(0, (before?.values.length ?? 0) - cells.length);
  const blanks = Array.from({ length: left }, (_, index) => {
    return { row: cells.length + index + 1, column: 1, value: null };
  });
  return [...cells, ...blanks].map((cell) => ({
    ...cell,
    sheet: name,
    ...(before ? { expected: valueAt(before, cell) } : {}),
  }));
}

/** Into a workbook that has a state sheet, or none. */
export async function writeState(
  editor: WorkbookEditor,
  seen: WorkbookSnapshot,
  sections: StateSections,
): Promise<WriteReceipt> {
  const sheet = stateSheet(sections);
  return seen.sheets.some(({ name }) => name === sheet.name)
    ? editor.writeCells(stateCells(seen, sections))
    : editor.addSheets({ sheets: [sheet], styles: new Map(), properties: {} });
}
