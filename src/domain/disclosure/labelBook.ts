import { bareLabel, normaliseLabel } from "../template/labels";
import type { TemplateStructure } from "../template/template";

/** Every spelling of a text that recognition compares, worked out once per distinct text. */
export interface Spelling {
  /** Width, blanks and quotation marks made alike. */
  readonly normal: string;
  /** Without ordinals. */
  readonly bare: string;
  /** What stands for the text's group of synonyms. */
  readonly canonical: string;
}

export interface LabelBook {
  spell(text: string): Spelling;
  /** Headings print the year now and then: 2020年度决算数. */
  heading(text: string): Spelling;
}

const YEAR = /^\s*(?:[12][0-9]{3}|\{年度\})\s*年\s*度?\s*/u;

export function labelBook({ canonical }: TemplateStructure): LabelBook {
  const known = new Map<string, Spelling>();
  const spell = (text: string): Spelling => {
    const found = known.get(text);
    if (found) return found;
    const normal = normaliseLabel(text);
    const spelling = { normal, bare: bareLabel(text), canonical: canonical(text) };
    known.set(text, spelling);
    return spelling;
  };
  return { spell, heading: (text) => spell(text.replace(YEAR, "")) };
}
