import type { TemplateStructure } from "./template";
import type {
  NarrativeSectionDefinition,
  NarrativeVariant,
  TemplatePackage,
  VariantSection,
} from "./templatePackage";
import type { TemplateProblem } from "./templateProblem";

/** The package with its 情况说明 in another edition's order and titles; nothing where it has no such one. */
export function withNarrative(
  structure: TemplateStructure,
  id: string,
): TemplateStructure | undefined {
  const { definition } = structure;
  const variant = definition.narratives?.find((each) => each.id === id);
  if (!variant) return undefined;
  const { unverified } = variant;
  const narrative = {
    ...definition.narrative,
    ...(unverified === undefined ? {} : { unverified }),
    sections: sectionsOf(variant, definition),
  };
  return { ...structure, definition: { ...definition, narrative } };
}

function sectionsOf(
  { sections }: NarrativeVariant,
  { narrative }: TemplatePackage,
): NarrativeSectionDefinition[] {
  const byNumber = new Map(narrative.sections.map((each) => [each.number, each.paragraphs]));
  return sections.map(({ number, title, parts }) => ({
    number,
    title,
    paragraphs: parts.flatMap(({ heading, from }) => [
      ...(heading === undefined ? [] : [heading]),
      ...(byNumber.get(from) ?? []),
    ]),
  }));
}

export function checkNarratives({
  narrative,
  narratives = [],
}: TemplatePackage): TemplateProblem[] {
  const numbers = new Set(narrative.sections.map(({ number }) => number));
  return narratives.flatMap((variant, index) =>
    variant.sections.flatMap((section, place) =>
      unknownParts(section, numbers).map(({ at, from }) => ({
        path: `narratives[${String(index)}].sections[${String(place)}].parts[${String(at)}].from`,
        message: `说明里没有“${from}”这一节`,
      })),
    ),
  );
}

function unknownParts({ parts }: VariantSection, numbers: ReadonlySet<string>) {
  return parts.flatMap(({ from }, at) => (numbers.has(from) ? [] : [{ at, from }]));
}
