import type { ClaimVerdict, TextClaim } from "../../../../domain/narrative/prose/claim";

/** The claims as one flat list, of which only what can be seen is drawn. */
export type ClaimRow =
  | {
      readonly kind: "verdict";
      readonly key: string;
      readonly verdict: ClaimVerdict;
      readonly count: number;
    }
  | { readonly kind: "claim"; readonly key: string; readonly claim: TextClaim };

/** What is to be mended first. */
export const VERDICTS: readonly ClaimVerdict[] = [
  "wrong",
  "inconsistent",
  "rounding",
  "cannot-be-checked",
  "right",
];

export function claimRows(
  claims: readonly TextClaim[],
  folded: ReadonlySet<ClaimVerdict>,
): ClaimRow[] {
  return VERDICTS.flatMap((verdict): ClaimRow[] => {
    const own = claims.filter((claim) => claim.verdict === verdict);
    if (own.length === 0) return [];
    return [
      { kind: "verdict", key: verdict, verdict, count: own.length },
      ...(folded.has(verdict)
        ? []
        : own.map((claim, index): ClaimRow => ({
            kind: "claim",
            key: `${verdict} ${String(index)}`,
            claim,
          }))),
    ];
  });
}
