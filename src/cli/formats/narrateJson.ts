import type { NarratedWorkbook } from "../../application/narrateWorkbook";
import { formatAddress } from "../../domain/workbook/cellAddress";
import { stateOf, standingWords } from "../../domain/narrative/standing/standingParagraph";

const STATES = {
  automatic: "auto",
  edited: "edited",
  added: "added",
  removed: "removed",
  gap: "gap",
  wrong: "wrong",
} as const;

/** The contract with scripts: keys and their order stay as they are. */
export function narrateJson({ sections }: NarratedWorkbook): object {
  return {
    sections: sections.map(({ number, title, paragraphs }) => ({
      number,
      title,
      paragraphs: paragraphs.filter(({ text }) => text !== "").map(({ text }) => text),
      standing: paragraphs.map((paragraph) => {
        const { key, cell, origin, wrong } = paragraph;
        return {
          key,
          state: STATES[stateOf(paragraph)],
          isEdited: origin !== "automatic",
          ...(cell ? { cell: formatAddress(cell) } : {}),
          words: standingWords(paragraph),
          wrong: wrong.map(({ quote, explanation }) => ({ quote, explanation })),
        };
      }),
    })),
  };
}
