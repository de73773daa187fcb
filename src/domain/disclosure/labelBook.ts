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

/** Headings print the year now and then (2020年度决算数), and call codes by several names. */
export interface Heading extends Spelling {
  readonly year?: number;
  /** The word by which figures beside the published ones are told: last year's, the budget's, differences. */
  readonly other?: string;
}

export interface LabelBook {
  spell(text: string): Spelling;
  heading(text: string): Heading;
  /** All that the package calls the same: bare spellings by what stands for them. */
  synonymsOf(canonical: string): readonly string[];
}

/** What is longer is a note, whatever words it has. */
const LONGEST_HEADING = 30;
const YEAR = /^\s*(?:([12][0-9]{3})|\{年度\})\s*年\s*度?\s*/u;
/** Beside 上年决算数. */
const THIS_YEAR = /^本\s*年\s*(?=决\s*算\s*数\s*$)/u;
const OTHER_FIGURES = /预算数|上年|去年|增减|比较|差额|差异/u;
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

function newBook({ canonical, definition: { synonyms } }: TemplateStructure): LabelBook {
  const groups = new Map(
    synonyms.map((group): [string, string[]] => [canonical(group[0] ?? ""), group.map(bareLabel)]),
  );
  const spellings = new Map<string, Spelling>();
  const headings = new Map<string, Heading>();
  const spell = (text: string): Spelling =>
    remember(spellings, text, () => {
      const normal = normaliseLabel(text);
      const bare = bareLabel(normal);
      return { normal, bare, canonical: canonical(bare) };
    });
  return {
    spell,
    synonymsOf: (content) => groups.get(content) ?? [content],
    heading: (text) =>
      remember(headings, text, () => {
        const plain = text.normalize("NFKC").replace(/\s/gu, "");
        const year = YEAR.exec(plain)?.[1];
        const other = plain.length > LONGEST_HEADING ? undefined : OTHER_FIGURES.exec(plain)?.[0];
        const spelling = spell(plain.replace(YEAR, "").replace(THIS_YEAR, ""));
        return {
          ...spelling,
          ...(CODES.test(spelling.normal) ? { canonical: "科目编码" } : {}),
          ...(year === undefined ? {} : { year: Number(year) }),
          ...(other === undefined ? {} : { other }),
        };
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
