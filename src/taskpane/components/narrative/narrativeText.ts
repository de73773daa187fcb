import type { NarratedSection } from "../../../domain/narrative/narrate";
import { strings } from "../../strings";

const INDENT = "　　";

/** As it goes into the report: two characters in at each paragraph. */
export function sectionText({ number, title, paragraphs }: NarratedSection): string {
  return [
    strings.narrative.section(number, title),
    ...paragraphs.map(({ text }) => `${INDENT}${text}`),
  ].join("\n");
}
