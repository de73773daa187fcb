import type { Mention } from "./mention";

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

export const CLAIM_VERDICTS = [
  "right",
  "rounding",
  "wrong",
  "inconsistent",
  "cannot-be-checked",
] as const;

export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];

/** In UTF-16 units of the text as it was given; the end is not included. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** What a text says that can be recomputed, or that is no wording for a published text. */
export interface TextClaim extends TextSpan {
  readonly kind: ClaimKind;
  readonly quote: string;
  readonly claimed: string;
  /** Empty where it cannot be checked. */
  readonly recomputed: string;
  readonly verdict: ClaimVerdict;
  readonly explanation: string;
}

/** A claim where it stands in the plain text, before it is quoted. */
export interface FoundClaim extends Omit<TextClaim, "quote" | "start" | "end"> {
  readonly from: number;
  readonly to: number;
  /** The figure that is claimed, and what it was recomputed from: part and whole, this year and the budget. */
  readonly operands?: readonly Mention[];
}
