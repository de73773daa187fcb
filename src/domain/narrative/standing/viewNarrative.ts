import type { Template } from "../../checking/compileTemplate";
import type { Disclosure } from "../../disclosure/disclosure";
import { narrate, type NarratedParagraph, type NarratedSection } from "../narrate";
import { readStandingSheet, type NarrativeRow, type StandingSheet } from "./narrativeRows";
import { paragraphLines, type ParagraphLine } from "./paragraphLines";
import { placeParagraphs, saysTheSame, sectionOf } from "./placeParagraphs";
import type { StandingGap, StandingParagraph, StandingSection } from "./standingParagraph";

/** The formula that a paragraph has when nobody touched it; asked for only where its result is another text. */
export type FormulaOf = (key: string) => string | undefined;

/** The 情况说明 as it stands, paragraph by paragraph; as the figures write it where the workbook has no sheet of ours. */
export function viewNarrative(
  disclosure: Disclosure,
  template: Template,
  formulaOf: FormulaOf,
): readonly StandingSection[] {
  const sections = narrate(disclosure, template);
  const { snapshot } = disclosure;
  const lines = paragraphLines(snapshot);
  const { sheetName } = template.structure.definition.narrative;
  const sheet = readStandingSheet(snapshot, sheetName, lines, sections);
  if (!sheet) return asWritten(sections);
  const isLate = snapshot.isCalculating === true || snapshot.isCalculatedByHand === true;
  const isOurs = (key: string, formula: string) =>
    isLate || shape(formula) === shape(formulaOf(key) ?? "");
  return new StandingView(sheet, lines, sections, isOurs).sections();
}

/** As the figures write it, whatever stands on the sheet. */
export const writtenNarrative = (
  disclosure: Disclosure,
  template: Template,
): readonly StandingSection[] => asWritten(narrate(disclosure, template));

const asWritten = (sections: readonly NarratedSection[]): readonly StandingSection[] =>
  sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.map((each) => automatic(each)),
  }));

class StandingView {
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    private readonly sheet: StandingSheet,
    private readonly lines: readonly ParagraphLine[],
    private readonly narrated: readonly NarratedSection[],
    private readonly isOurs: (key: string, formula: string) => boolean,
  ) {
    this.places = placeParagraphs(sheet, lines, narrated);
  }

  sections(): readonly StandingSection[] {
    return this.narrated.map((section) => ({
      ...section,
      paragraphs: inOrder([
        ...section.paragraphs.map((each) => this.standing(each)),
        ...this.unwritten(section).flatMap((each) => this.typedIn(each)),
        ...this.added(section),
      ]),
    }));
  }

  private standing(paragraph: NarratedParagraph): StandingParagraph {
    const { key, text } = paragraph;
    const place = this.places.get(key);
    if (place === undefined) {
      const isDeleted = this.lines.some((line) => line.key === key);
      return isDeleted ? removed(paragraph) : automatic(paragraph);
    }
    const cell = { sheet: this.sheet.name, row: place, column: 1 };
    const row = this.sheet.rows.get(place);
    if (!row) return { ...removed(paragraph), cell };
    const { words, formula } = row;
    if (words === undefined || saysTheSame(words, text)) {
      return { ...automatic(paragraph), cell };
    }
    if (formula !== undefined && this.isOurs(key, formula)) {
      return { ...automatic(paragraph), cell };
    }
    return { ...own(paragraph, "edited", words), cell };
  }

  /** Paragraphs that do not apply to the figures have rows all the same. */
  private unwritten({ number, paragraphs }: NarratedSection): readonly ParagraphLine[] {
    const written = new Set(paragraphs.map(({ key }) => key));
    return this.lines.filter(({ key }) => sectionOf(key) === number && !written.has(key));
  }

  private typedIn({ key, code }: ParagraphLine): StandingParagraph[] {
    const place = this.places.get(key);
    const row = place === undefined ? undefined : this.sheet.rows.get(place);
    if (!row || row.formula !== undefined || (row.words ?? "") === "") return [];
    const paragraph = { key, ...(code === undefined ? {} : { code }), text: "", pieces: [] };
    return [this.ownAt(paragraph, "edited", row)];
  }

  private added({ number }: NarratedSection): StandingParagraph[] {
    const taken = new Set(this.places.values());
    return [...this.sheet.rows.values()]
      .filter(({ row, section, words }) => section === number && !taken.has(row) && words)
      .map((row) =>
        this.ownAt({ key: `${number}+${String(row.row)}`, text: "", pieces: [] }, "added", row),
      );
  }

  private ownAt(
    paragraph: NarratedParagraph,
    origin: "edited" | "added",
    { row, words = "" }: NarrativeRow,
  ): StandingParagraph {
    const cell = { sheet: this.sheet.name, row, column: 1 };
    return { ...own(paragraph, origin, words), cell };
  }
}

const UNJUDGED = { wrong: [], untied: [] } as const;

function automatic(paragraph: NarratedParagraph): StandingParagraph {
  const gaps = paragraph.pieces.flatMap((piece): StandingGap[] => {
    if (piece.kind !== "gap") return [];
    const { label, cell } = piece;
    return [{ label, isReason: isReason(label), ...(cell ? { cell } : {}) }];
  });
  return { ...paragraph, ...UNJUDGED, origin: "automatic", gaps };
}

function removed(paragraph: NarratedParagraph): StandingParagraph {
  return { ...paragraph, ...UNJUDGED, origin: "removed", gaps: [] };
}

function own(
  paragraph: NarratedParagraph,
  origin: "edited" | "added",
  words: string,
): StandingParagraph {
  const cells = new Map(
    paragraph.pieces.flatMap((piece) => (piece.kind === "gap" ? [[piece.label, piece.cell]] : [])),
  );
  const gaps = Array.from(
    words.matchAll(/【缺[:：]([^】]*)】/gu),
    ([, label = ""]): StandingGap => {
      const cell = cells.get(label);
      return { label, isReason: isReason(label), ...(cell ? { cell } : {}) };
    },
  );
  return { ...paragraph, ...UNJUDGED, origin, words, gaps };
}

/** 收入支出总计增减原因, 上年无数据的原因. */
function isReason(label: string): boolean {
  return label.endsWith("原因");
}

/** As they stand on the sheet; one without a row after the one that it follows. */
function inOrder(paragraphs: readonly StandingParagraph[]): StandingParagraph[] {
  let last = 0;
  return paragraphs
    .map((paragraph) => {
      last = paragraph.cell?.row ?? last;
      return { paragraph, row: last };
    })
    .sort((one, other) => one.row - other.row)
    .map(({ paragraph }) => paragraph);
}

/** Rows move, and programs quote names in their own way. */
function shape(formula: string): string {
  return formula.replace(/[0-9]+|['\s]/gu, "");
}
