import { type Decimal } from "decimal.js";
import type { ScoringMethod } from "../../template/templatePackage";
import type { Typed } from "./readTyped";

/** The points that a word for a quality stands for. */
export interface QualityPoints {
  /** The shortest word of the band: 部分达成. */
  readonly word: string;
  readonly from: Decimal;
  readonly to: Decimal;
  /** The band above begins at `to`. */
  readonly isOpen: boolean;
}

const FULL = 100;

/** Only the package's own words: 基本达成 or 达成较好 is judged by people. */
export function qualityBand(
  actual: Typed,
  weight: Decimal,
  { qualities }: ScoringMethod,
): QualityPoints | undefined {
  if (actual.kind !== "words") return undefined;
  const words = actual.text.replace(/[。,;]/gu, "");
  const index = qualities.findIndex((band) => band.words.includes(words));
  const band = qualities[index];
  if (!band) return undefined;
  const above = qualities[index - 1];
  const part = (percent: number) => weight.times(percent).div(FULL);
  return {
    word: band.words[0] ?? words,
    from: part(band.from),
    to: part(above?.from ?? FULL),
    isOpen: above !== undefined,
  };
}

export function isInBand({ from, to, isOpen }: QualityPoints, score: Decimal): boolean {
  if (score.lessThan(from)) return false;
  return isOpen ? score.lessThan(to) : score.lessThanOrEqualTo(to);
}
