import type { CheckedText } from "../../application/checkWrittenText";

/** The contract with scripts: keys and their order stay as they are. */
export function writtenTextJson({ claims, summary }: CheckedText): object {
  return {
    claims: claims.map(
      ({ kind, quote, start, end, claimed, recomputed, verdict, explanation }) => ({
        ...{ kind, quote, start, end, claimed, recomputed, verdict, explanation },
      }),
    ),
    summary,
  };
}
