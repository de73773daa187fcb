import { checkProse } from "../prose/checkProse";
import type { ClaimKind, TextClaim } from "../prose/claim";
import type { KnownAmount } from "../prose/known";
import {
  isOwnWords,
  standingWords,
  type JudgedWords,
  type StandingParagraph,
  type StandingSection,
} from "./standingParagraph";
import { statedOtherwise } from "./statedOtherwise";

/** 检查已有文稿 looks at these; they are no figures. */
const OF_WORDS: ReadonlySet<ClaimKind> = new Set(["wording", "name", "numbering"]);

export interface NarrativeFigures {
  /** 2020年度部门决算情况说明: says which year the text is about. */
  readonly title: string;
  readonly known: readonly KnownAmount[];
}

/**
 * The figures in words of somebody's own, read and recomputed in the section where they stand. What is said of our own
 * sentences too is nothing that the person wrote.
 */
export function judgeNarrative(
  sections: readonly StandingSection[],
  figures: NarrativeFigures,
): readonly StandingSection[] {
  return sections.map((section) =>
    section.paragraphs.some(isOwnWords) ? judgeSection(section, figures) : section,
  );
}

function judgeSection(section: StandingSection, { title, known }: NarrativeFigures) {
  const head = `${title}\n${section.number}、${section.title}\n`;
  const ours = checkProse(head + section.paragraphs.map(({ text }) => text).join("\n"), known).map(
    nameOf,
  );
  const said = new Set(ours);
  const text = head + section.paragraphs.map(standingWords).join("\n");
  const claims = checkProse(text, known).filter(
    (claim) => !OF_WORDS.has(claim.kind) && !said.has(nameOf(claim)),
  );
  let at = head.length;
  const paragraphs = section.paragraphs.map((paragraph): StandingParagraph => {
    const from = at;
    const words = standingWords(paragraph);
    at += words.length + 1;
    if (!isOwnWords(paragraph)) return paragraph;
    const own = claims.filter(({ start, end }) => start >= from && end <= from + words.length);
    const of = (verdict: TextClaim["verdict"]) =>
      own.filter((claim) => claim.verdict === verdict).map((claim) => wordsOf(claim, from));
    const otherwise = statedOtherwise(title, paragraph, words);
    // There is no sentence of ours that it stands for: it must agree with those around it.
    const apart = paragraph.origin === "added" ? of("inconsistent") : [];
    const wrong = once([...of("wrong"), ...otherwise, ...apart]);
    const untied = own
      .filter(({ kind, verdict }) => kind === "equality" && verdict === "cannot-be-checked")
      .map((claim) => wordsOf(claim, from))
      .filter((each) => !wrong.some((other) => overlap(each, other)));
    return { ...paragraph, wrong, untied };
  });
  return { ...section, paragraphs };
}

function nameOf({ kind, verdict, claimed, recomputed }: TextClaim): string {
  return [kind, verdict, claimed, recomputed].join(" ");
}

function wordsOf({ start, end, quote, explanation }: TextClaim, from: number): JudgedWords {
  return { start: start - from, end: end - from, quote, explanation };
}

/** Of several things said about the same words, the first. */
function once(judged: readonly JudgedWords[]): readonly JudgedWords[] {
  const kept: JudgedWords[] = [];
  for (const each of judged) if (!kept.some((other) => overlap(each, other))) kept.push(each);
  return kept.sort((one, other) => one.start - other.start);
}

function overlap(one: JudgedWords, other: JudgedWords): boolean {
  return one.start < other.end && other.start < one.end;
}
