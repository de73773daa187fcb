import type { TakenBack } from "../../ports/workbookPorts";
import { mapReferences } from "./formulaText";

/** A sheet of the workbook from which an edit is taken back. */
export interface StandingSheet {
  readonly name: string;
  readonly isShown: boolean;
  /** The edit added it, and it stands as it was added. */
  readonly isUntouched: boolean;
  readonly formulas: Iterable<string>;
}

/**
 * Which untouched sheets go. Those that a formula on a staying sheet refers to stay as well: else it would turn into
 * #REF!. Where nothing else would be left to show, the sheet stays that keeps the fewest others.
 */
export function leavingSheets<Sheet extends StandingSheet>(sheets: readonly Sheet[]): Set<Sheet> {
  const references = new Map(sheets.map((sheet) => [sheet, referredSheets(sheet, sheets)]));
  const touched = sheets.filter(({ isUntouched }) => !isUntouched);
  const staying = withReferred(touched, references);
  if (![...staying].some(({ isShown }) => isShown)) {
    const choices = sheets
      .filter(({ isShown }) => isShown)
      .map((sheet) => withReferred([...touched, sheet], references));
    const fewest = Math.min(...choices.map(({ size }) => size));
    for (const sheet of choices.findLast(({ size }) => size === fewest) ?? []) staying.add(sheet);
  }
  return new Set(sheets.filter((sheet) => !staying.has(sheet)));
}

/** Why each of the added sheets stays that do. */
export function keptSheets(
  staying: readonly Pick<StandingSheet, "name" | "isUntouched">[],
): Omit<TakenBack, "kept"> {
  const names = (isUntouched: boolean) =>
    staying.filter((sheet) => sheet.isUntouched === isUntouched).map(({ name }) => name);
  return { keptSheets: names(false), neededSheets: names(true) };
}

function referredSheets<Sheet extends StandingSheet>(
  { formulas }: Sheet,
  sheets: readonly Sheet[],
): Sheet[] {
  const names = new Set<string>();
  for (const formula of formulas) {
    if (!formula.includes("!")) continue;
    mapReferences(formula, ({ sheet, corners }) => {
      if (sheet !== undefined) names.add(sheet.toLowerCase());
      return corners;
    });
  }
  return sheets.filter(({ name }) => names.has(name.toLowerCase()));
}

function withReferred<Sheet>(
  start: readonly Sheet[],
  references: ReadonlyMap<Sheet, readonly Sheet[]>,
): Set<Sheet> {
  const reached = new Set(start);
  // A set goes on through what is added on the way.
  for (const sheet of reached) {
    for (const other of references.get(sheet) ?? []) reached.add(other);
  }
  return reached;
}
