import type { Disclosure } from "../domain/disclosure/disclosure";
import { knownAmounts } from "../domain/narrative/knownAmounts";
import type { TextClaim } from "../domain/narrative/prose/claim";
import { checkProse, type ClaimSummary, summarise } from "../domain/narrative/prose/checkProse";

export interface CheckedText {
  readonly claims: readonly TextClaim[];
  readonly summary: ClaimSummary;
}

/** Checks text that people wrote: by itself, and against the figures of a workbook where there is one. */
export function checkWrittenText(text: string, disclosure?: Disclosure): CheckedText {
  const claims = checkProse(text, disclosure && knownAmounts(disclosure));
  return { claims, summary: summarise(claims) };
}
