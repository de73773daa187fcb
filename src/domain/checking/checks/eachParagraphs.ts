import type { Disclosure } from "../../disclosure/disclosure";
import type { BoundItem, Scope } from "../../expression/scope";
import { writtenParagraphs, type WrittenParagraph } from "../../narrative/paragraphs";
import type { Template } from "../compileTemplate";

/** A paragraph of the 情况说明 for one of the codes that the tables list. */
export interface ItemParagraph extends WrittenParagraph {
  readonly item: BoundItem;
}

/** In the package's order. */
export function itemParagraphs(
  disclosure: Disclosure,
  { structure, sections }: Pick<Template, "structure" | "sections">,
): readonly ItemParagraph[] {
  const { decimals, percentDecimals, moneyUnit } = structure.definition;
  const { year } = disclosure;
  const settings = { decimals, percentDecimals, moneyUnit };
  const scope: Scope = { source: disclosure, ...settings, ...(year === undefined ? {} : { year }) };
  return sections
    .filter(({ paragraphs }) => paragraphs.some(({ each }) => each))
    .flatMap((section) => writtenParagraphs(section, scope))
    .flatMap((written) => (written.item ? [{ ...written, item: written.item }] : []));
}

/** 2010301 行政运行 */
export function itemNamed(item: BoundItem): string {
  return `${item.code} ${item.nameOf(item.code) ?? ""}`.trim();
}
