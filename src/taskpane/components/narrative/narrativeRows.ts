import {
  stateOf,
  type ParagraphState,
  type StandingParagraph,
  type StandingSection,
} from "../../../domain/narrative/standing/standingParagraph";

/** The sections as one flat list, of which only what can be seen is drawn. */
export type NarrativeRow =
  | { readonly kind: "section"; readonly key: string; readonly section: StandingSection }
  | { readonly kind: "paragraph"; readonly key: string; readonly paragraph: StandingParagraph };

/** With `openOnly` those alone that somebody changed or has to change. */
export function narrativeRows(
  sections: readonly StandingSection[],
  folded: ReadonlySet<string>,
  openOnly = false,
): NarrativeRow[] {
  return sections.flatMap((section): NarrativeRow[] => {
    const shown = section.paragraphs.filter(
      (paragraph) => !openOnly || stateOf(paragraph) !== "automatic",
    );
    if (openOnly && shown.length === 0) return [];
    return [
      { kind: "section", key: section.number, section },
      ...(folded.has(section.number)
        ? []
        : shown.map((paragraph): NarrativeRow => ({
            kind: "paragraph",
            key: paragraph.key,
            paragraph,
          }))),
    ];
  });
}

/** One figure may be missing in several sentences. */
export function gapsIn(sections: readonly StandingSection[]): number {
  const labels = sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ gaps }) => gaps.map(({ label }) => label)),
  );
  return new Set(labels).size;
}

export type StateCount = readonly [state: ParagraphState, paragraphs: number];

/** What was changed by hand, the worst first. */
export function changedIn(sections: readonly StandingSection[]): readonly StateCount[] {
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  const isWrong = ({ wrong }: StandingParagraph) => wrong.length > 0;
  const counts: readonly StateCount[] = [
    ["wrong", paragraphs.filter(isWrong).length],
    ...(["edited", "added", "removed"] as const).map((origin): StateCount => [
      origin,
      paragraphs.filter((each) => each.origin === origin && !isWrong(each)).length,
    ]),
  ];
  return counts.filter(([, count]) => count > 0);
}
