import {
  standingWords,
  type StandingSection,
} from "../../../domain/narrative/standing/standingParagraph";
import { strings } from "../../strings";

const INDENT = "　　";

/** As it stands and goes into the report: two characters in at each paragraph. */
export function sectionText({ number, title, paragraphs }: StandingSection): string {
  return [
    strings.narrative.section(number, title),
    ...paragraphs
      .map(standingWords)
      .filter((words) => words !== "")
      .map((words) => `${INDENT}${words}`),
  ].join("\n");
}
