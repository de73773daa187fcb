import type { NarratedParagraph, NarratedSection } from "../../../domain/narrative/narrate";

/** The sections as one flat list, of which only what can be seen is drawn. */
export type NarrativeRow =
  | { readonly kind: "section"; readonly key: string; readonly section: NarratedSection }
  | { readonly kind: "paragraph"; readonly key: string; readonly paragraph: NarratedParagraph };

export function narrativeRows(
  sections: readonly NarratedSection[],
  folded: ReadonlySet<string>,
): NarrativeRow[] {
  return sections.flatMap((section): NarrativeRow[] => [
    { kind: "section", key: section.number, section },
    ...(folded.has(section.number)
      ? []
      : section.paragraphs.map((paragraph): NarrativeRow => ({
          kind: "paragraph",
          key: paragraph.key,
          paragraph,
        }))),
  ]);
}

/** One figure may be missing in several sentences. */
export function gapsIn(sections: readonly NarratedSection[]): number {
  const labels = sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => (piece.kind === "gap" ? [piece.label] : [])),
    ),
  );
  return new Set(labels).size;
}
