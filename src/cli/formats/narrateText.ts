import type { NarratedWorkbook } from "../../application/narrateWorkbook";

const INDENT = "　　";

export function narrateText({ sections }: Pick<NarratedWorkbook, "sections">): string {
  return sections
    .map(({ number, title, paragraphs }) =>
      [`${number}、${title}`, ...paragraphs.map(({ text }) => `${INDENT}${text}`)].join("\n"),
    )
    .join("\n\n");
}
