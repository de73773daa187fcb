import type { NarratedWorkbook } from "../../application/narrateWorkbook";

/** The contract with scripts: keys and their order stay as they are. */
export function narrateJson({ sections }: NarratedWorkbook): object {
  return {
    sections: sections.map(({ number, title, paragraphs }) => ({
      number,
      title,
      paragraphs: paragraphs.map(({ text }) => text),
    })),
  };
}
