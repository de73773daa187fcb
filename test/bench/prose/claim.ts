import type { Decimal } from "decimal.js";

export const CLAIM_KINDS = [
  "share",
  "growth",
  "completion",
  "sum",
  "difference",
  "equality",
  "direction",
  "zero-base",
  "wording",
  "name",
  "numbering",
] as const;

export type ClaimKind = (typeof CLAIM_KINDS)[number];
export type Verdict = "right" | "rounding" | "wrong" | "inconsistent" | "cannot-be-checked";

/** Offsets in UTF-16 units; the end is not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The quote is the clause of the claimed figure: from its first word (the subject, where the clause names it)
 * to the end of the figure's unit. Clauses begin after ，；。： a line break or an opening bracket, and after the 、
 * that follows a unit; a bracketed note within does not end them. A sum is quoted at its total, a direction
 * from its clause to the figure that follows the word, wording, names and numbers as they stand.
 */
export interface ProseClaim extends Span {
  readonly kind: ClaimKind;
  readonly quote: string;
  readonly claimed: string;
  /** Empty where it cannot be checked. */
  readonly recomputed: string;
  readonly verdict: Verdict;
  /** Where else a reviewer may point at the same claim: the parts of a sum, the other place. */
  readonly places: readonly Span[];
}

/** A figure as it stands in the text; the value in 元, in percent or in pieces. */
export interface Figure extends Span {
  readonly key: string;
  readonly clause: number;
  /** undefined where a placeholder stands. */
  readonly value: Decimal | undefined;
  /** Half of its printing interval. */
  readonly half: Decimal;
  /** Its digits alone. */
  readonly shown: string;
  readonly decimals: number;
  /** What one printed unit is worth: 10000 for 万元. */
  readonly scale: number;
}

export const isBad = ({ verdict }: Pick<ProseClaim, "verdict">): boolean =>
  verdict === "wrong" || verdict === "inconsistent";

export const overlaps = (one: Span, other: Span): boolean =>
  one.start < other.end && other.start < one.end;

export const quoteOf = ({ clause, end }: Figure): Span => ({ start: clause, end });
