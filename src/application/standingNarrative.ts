import type { Template } from "../domain/checking/compileTemplate";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { ParagraphFormulas } from "../domain/layout/paragraphFormulas";
import { isOwnWords, type StandingSection } from "../domain/narrative/standing/standingParagraph";
import { viewNarrative } from "../domain/narrative/standing/viewNarrative";

/** Reads what people wrote; larger than all the rest, so that a host may load it when there is something to read. */
export type JudgeWords = (
  sections: readonly StandingSection[],
  disclosure: Disclosure,
) => Promise<readonly StandingSection[]>;

/** The 情况说明 as it stands, with the figures in words of somebody's own judged. */
export async function standingNarrative(
  disclosure: Disclosure,
  template: Template,
  judgeWords: JudgeWords,
): Promise<readonly StandingSection[]> {
  let formulas: ParagraphFormulas | undefined;
  const sections = viewNarrative(disclosure, template, (key) => {
    formulas ??= new ParagraphFormulas(disclosure, template);
    const restored = formulas.of(key);
    return restored.kind === "formula" ? restored.formula : undefined;
  });
  const hasOwn = sections.some(({ paragraphs }) => paragraphs.some(isOwnWords));
  if (!hasOwn) return sections;
  try {
    return await judgeWords(sections, disclosure);
  } catch {
    // The tables are checked all the same; a finding says that this was not.
    return sections.map(unread);
  }
}

function unread(section: StandingSection): StandingSection {
  const paragraphs = section.paragraphs.map((paragraph) =>
    isOwnWords(paragraph) ? { ...paragraph, isUnread: true as const } : paragraph,
  );
  return { ...section, paragraphs };
}
