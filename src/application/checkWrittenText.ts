import type { TextClaim } from "../domain/narrative/prose/claim";
import { checkProse, type ClaimSummary, summarise } from "../domain/narrative/prose/checkProse";

export interface CheckedText {
  readonly claims: readonly TextClaim[];
  readonly summary: ClaimSummary;
}

/** Checks text that people wrote: by itself. */
export function checkWrittenText(text: string): CheckedText {
  const claims = checkProse(text);
  return { claims, summary: summarise(claims) };
}
