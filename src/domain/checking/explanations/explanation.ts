import type { ReadState } from "../../workbook/stateSheet";

/** The section of the state sheet that keeps 审核说明. */
export const EXPLANATIONS = "explanations";

/** 审核说明: why the figures of a finding are right as they are. */
export interface Explanation {
  /** K223 */
  readonly code: string;
  /** What it is about, by row and column, so that rows may move. */
  readonly places: readonly string[];
  /** The figures as they were printed when it was given. */
  readonly figures: readonly string[];
  readonly reason: string;
  /** Given to what must be mended: it closes nothing. */
  readonly isNote?: true;
}

/** As the state sheet; a workbook without any has an empty list. */
export type ReadExplanations =
  | { readonly kind: "newer" | "damaged" }
  | { readonly kind: "explanations"; readonly explanations: readonly Explanation[] };

export function readExplanations(state: ReadState): ReadExplanations {
  if (state.kind === "none") return { kind: "explanations", explanations: [] };
  if (state.kind !== "state") return { kind: state.kind };
  const section = state.sections[EXPLANATIONS] ?? [];
  return Array.isArray(section) && section.every(isExplanation)
    ? { kind: "explanations", explanations: section }
    : { kind: "damaged" };
}

/** What the workbook has said of a place goes before what comes from elsewhere. */
export function joinExplanations(
  own: readonly Explanation[],
  taken: readonly Explanation[],
): readonly Explanation[] {
  const subjects = new Set(own.map(subjectKey));
  return [...own, ...taken.filter((each) => !subjects.has(subjectKey(each)))];
}

function subjectKey({ code, places }: Explanation): string {
  return JSON.stringify([code, ...places]);
}

function isExplanation(value: unknown): value is Explanation {
  if (typeof value !== "object" || value === null) return false;
  const { code, places, figures, reason, isNote } = value as Record<string, unknown>;
  return (
    typeof code === "string" &&
    typeof reason === "string" &&
    isTexts(places) &&
    isTexts(figures) &&
    (isNote === undefined || isNote === true)
  );
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
