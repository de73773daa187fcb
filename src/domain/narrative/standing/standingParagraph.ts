import type { CellAddress } from "../../workbook/cellAddress";
import type { NarratedParagraph, NarratedSection } from "../narrate";
import type { TextSpan } from "../prose/claim";

/**
 * automatic: as the figures write it · edited: somebody's own words in its place · added: a paragraph of their own ·
 * removed: its row was deleted or emptied
 */
export type ParagraphOrigin = "automatic" | "edited" | "added" | "removed";

/** What needs work comes before where the words are from. */
export type ParagraphState = ParagraphOrigin | "gap" | "wrong";

/** 【缺：…】 in the words as they stand. */
export interface StandingGap {
  readonly label: string;
  /** Else a figure, or a text of another kind. */
  readonly isReason: boolean;
  /** Where it is filled in. */
  readonly cell?: CellAddress;
}

/** Words of somebody's own, within the paragraph, and what is to be said of them. */
export interface JudgedWords extends TextSpan {
  readonly quote: string;
  readonly explanation: string;
}

/** A paragraph as it stands on the 情况说明, beside what the figures write. */
export interface StandingParagraph extends NarratedParagraph {
  readonly origin: ParagraphOrigin;
  /** None where it has no row of its own there. */
  readonly cell?: CellAddress;
  /** Somebody's own, where it was edited or added. */
  readonly words?: string;
  readonly gaps: readonly StandingGap[];
  /** Figures that do not agree with the tables or with each other. */
  readonly wrong: readonly JudgedWords[];
  /** Amounts that the workbook does not have. */
  readonly untied: readonly JudgedWords[];
  /** Our reader failed on them. */
  readonly isUnread?: true;
}

export interface StandingSection extends NarratedSection {
  readonly paragraphs: readonly StandingParagraph[];
}

export function stateOf({ origin, gaps, wrong }: StandingParagraph): ParagraphState {
  if (wrong.length > 0) return "wrong";
  return gaps.length > 0 ? "gap" : origin;
}

export function isOwnWords({ origin }: StandingParagraph): boolean {
  return origin === "edited" || origin === "added";
}

/** As it reads on the sheet; empty where it was removed. */
export function standingWords({ origin, words, text }: StandingParagraph): string {
  return origin === "removed" ? "" : (words ?? text);
}
