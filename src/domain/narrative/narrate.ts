import type { Template } from "../checking/compileTemplate";
import { renderText } from "../expression/renderText";
import type { Disclosure } from "../disclosure/disclosure";
import { scopeOf } from "../checking/checkDisclosure";

export interface NarrativeSection {
  /** 一 */
  readonly number: string;
  readonly title: string;
  /** Missing inputs stand as 【缺：…】. */
  readonly paragraphs: readonly string[];
}

/** The 情况说明 from the figures, amounts and percentages half up at the package's decimals. */
export function narrate(
  source: Pick<Disclosure, "placement" | "figuresAt" | "year">,
  template: Template,
): readonly NarrativeSection[] {
  const scope = scopeOf(source, template);
  return template.sections.map(({ number, title, paragraphs }) => ({
    number,
    title,
    paragraphs: paragraphs.map((parts) => renderText(parts, scope)),
  }));
}
