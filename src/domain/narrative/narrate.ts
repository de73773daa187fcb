import type { Template } from "../checking/compileTemplate";
import { scopeOf } from "../checking/checkDisclosure";
import type { Disclosure } from "../disclosure/disclosure";
import { renderPieces } from "../expression/renderText";
import { pieceText, type TextPiece } from "../expression/textPiece";
import { writtenParagraphs } from "./paragraphs";

export interface NarratedSection {
  /** 一 */
  readonly number: string;
  readonly title: string;
  readonly paragraphs: readonly NarratedParagraph[];
}

export interface NarratedParagraph {
  /** 五.3, 五.3#2010301: the same paragraph of the package, whatever the figures are. */
  readonly key: string;
  /** The code that it is written for. */
  readonly code?: string;
  /** Missing inputs stand as 【缺：…】. */
  readonly text: string;
  readonly pieces: readonly TextPiece[];
}

/**
 * The 情况说明 from the figures, amounts and percentages half up at the package's decimals. Paragraphs that do not apply
 * are left out.
 */
export function narrate(
  source: Pick<Disclosure, "placement" | "figuresAt" | "year">,
  template: Template,
): readonly NarratedSection[] {
  const scope = scopeOf(source, template);
  return template.sections.map((section) => ({
    number: section.number,
    title: section.title,
    paragraphs: writtenParagraphs(section, scope).flatMap((written): NarratedParagraph[] => {
      const { key, item, paragraph } = written;
      const pieces = renderPieces(paragraph.parts, written.scope);
      if (pieces.length === 0) return [];
      const text = pieces.map(pieceText).join("");
      return [{ key, ...(item ? { code: item.code } : {}), text, pieces }];
    }),
  }));
}
