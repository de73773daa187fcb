import type { TextClaim } from "../../../../domain/narrative/prose/claim";
import { strings } from "../../../strings";
import { claimContext } from "../claimContext";
import { VERDICTS } from "./claimRows";

/** What has to be looked at, to be sent to whoever wrote the text. */
export function claimList(claims: readonly TextClaim[], text: string): string {
  const words = strings.narrative.written;
  return VERDICTS.filter((verdict) => verdict !== "right" && verdict !== "cannot-be-checked")
    .flatMap((verdict) => {
      const own = claims.filter((claim) => claim.verdict === verdict);
      if (own.length === 0) return [];
      return [
        words.verdict(words.verdicts[verdict], own.length),
        ...own.map((claim) => {
          const { quote, paragraph } = claimContext(text, claim);
          return words.copied(paragraph, quote.trim(), claim.explanation);
        }),
      ];
    })
    .join("\n");
}
