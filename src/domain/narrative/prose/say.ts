import type { Figure } from "./figures";
import type { FoundClaim } from "./claim";
import type { Mention } from "./mention";

/** A figure as it is printed in the text. */
export const print = ({ shown, unit }: Figure): string => `${shown}${unit}`;

type Told = Pick<FoundClaim, "kind" | "verdict" | "recomputed" | "explanation">;

/** A claim is quoted from its clause to the end of its figure's unit. */
export function claimAt({ clause, figure }: Mention, told: Told): FoundClaim {
  return { from: clause, to: figure.to, claimed: figure.shown, ...told };
}
