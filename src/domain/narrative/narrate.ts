import type { Template } from "../checking/compileTemplate";
import { renderPieces } from "../expression/renderText";
import { pieceText, type TextPiece } from "../expression/textPiece";
import type { Disclosure } from "../disclosure/disclosure";
import { scopeOf } from "../checking/checkDisclosure";

export interface NarratedSection {
  /** 一 */
  readonly number: string;
  readonly title: string;
  readonly paragraphs: readonly NarratedParagraph[];
}

export interface NarratedParagraph {
  /** 五.3, 五.3#2010301: the same paragraph of the package, whatever the figures are. */
  readonly key: string;
  /** Missing inputs stand as 【缺：…】. */
  readonly text: string;
  readonly pieces: readonly TextPiece[];
}

/** The 情况说明 from the figures, amounts and percentages half up at the package's decimals. */
export function narrate(
  source: Pick<Disclosure, "placement" | "figuresAt" | "year">,
  template: Template,
): readonly NarratedSection[] {
  const scope = scopeOf(source, template);
  return template.sections.map(({ number, title, paragraphs }) => ({
    number,
    title,
    paragraphs: paragraphs.map((parts, index) => {
      const pieces = renderPieces(parts, scope);
      const text = pieces.map(pieceText).join("");
      return { key: `${number}.${String(index + 1)}`, text, pieces };
    }),
  }));
}
