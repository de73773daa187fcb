import type { Disclosure } from "../domain/disclosure/disclosure";
import { knownAmounts } from "../domain/narrative/knownAmounts";
import { judgeNarrative } from "../domain/narrative/standing/judgeNarrative";
import type { StandingSection } from "../domain/narrative/standing/standingParagraph";

/** The figures in what people wrote into the 情况说明, against the tables that stand beside it. */
export function judgeWords(
  sections: readonly StandingSection[],
  disclosure: Disclosure,
): readonly StandingSection[] {
  const { narrative, year } = disclosure.structure.definition;
  const title = narrative.title.replaceAll("{年度}", String(disclosure.year ?? year));
  return judgeNarrative(sections, { title, known: knownAmounts(disclosure) });
}
