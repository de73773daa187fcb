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
  /** Headings print the year now and then (2020年度决算数), and call codes by several names. */
  heading(text: string): Spelling;
}

const YEAR = /^\s*(?:[12][0-9]{3}|\{年度\})\s*年\s*度?\s*/u;
const CODES = /^(?:支出)?(?:功能|经济)?(?:分类)?科目(?:编码|代码)$/u;
const MOST_CONTENTS = 20_000;

const books = new WeakMap<TemplateStructure, LabelBook>();

/** One book per template: a workbook is recognised again after every edit, with the same texts. */
export function labelBook(structure: TemplateStructure): LabelBook {
  const known = books.get(structure);
  if (known) return known;
  const book = newBook(structure);
  books.set(structure, book);
  return book;
}

function newBook({ canonical }: TemplateStructure): LabelBook {
  const spellings = new Map<string, Spelling>();
  const headings = new Map<string, Spelling>();
  const spell = (text: string): Spelling =>
    remember(spellings, text, () => {
      const normal = normaliseLabel(text);
      const bare = bareLabel(normal);
      return { normal, bare, canonical: canonical(bare) };
    });
  return {
    spell,
    heading: (text) =>
      remember(headings, text, () => {
        const spelling = spell(text.replace(YEAR, ""));
        return CODES.test(spelling.normal) ? { ...spelling, canonical: "科目编码" } : spelling;
      }),
  };
}

/** Bounded, since every content of every workbook comes by. */
export function remember<K, T>(known: Map<K, T>, content: K, make: () => T): T {
  const found = known.get(content);
  if (found !== undefined) return found;
  if (known.size >= MOST_CONTENTS) known.clear();
  const made = make();
  known.set(content, made);
  return made;
}
