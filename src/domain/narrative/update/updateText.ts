import type { Template } from "../../checking/compileTemplate";
import type { Disclosure } from "../../disclosure/disclosure";
import { readLists } from "../prose/lists";
import { spanIn, toPlain, type PlainText } from "../prose/plainText";
import type { Reading } from "../prose/readings";
import type { Mention } from "../prose/mention";
import { readStatements } from "../prose/statements";
import { withConflicts } from "./conflicts";
import { withoutInner, type Edit, type Note } from "./edits";
import { FigureStyle } from "./figureStyle";
import { knownSentences } from "./knownSentences";
import { changedItems, listedNames, nilStatements, reasonsIn, untiedNotes } from "./leftOvers";
import { NewFigures } from "./newFigures";
import { comparisonEdits, editsOf, levelEdits, levelNotes } from "./phrases";
import { surroundingsOf } from "./sentences";
import type { LeftOver, Replacement, TextUpdate } from "./textUpdate";
import { FigureTier } from "./tieFigures";
import { UpdateSets } from "./updateSets";
import { findYears } from "./years";

export interface UpdateSource {
  readonly template: Template;
  readonly current: Disclosure;
  readonly lastYear?: Disclosure;
}

/**
 * Last year's text with this year's figures: what is replaced, and what a person has to look at. A figure is replaced
 * where its cell is certain, and stays where it is not.
 */
export function updateText(
  source: string,
  { template, current, lastYear }: UpdateSource,
): TextUpdate {
  const plain = toPlain(source);
  const text = readStatements(plain.plain);
  const reading: Reading = { text, lists: readLists(text) };
  const placeOf = surroundingsOf(text);
  const sets = new UpdateSets(template, current, lastYear);
  const known = [current, ...(lastYear ? [lastYear] : [])].flatMap((each) =>
    knownSentences(each, template),
  );
  const reasons = reasonsIn(plain.plain);
  const isReason = ({ figure }: Mention) =>
    reasons.some(({ from, to }) => from <= figure.from && figure.from < to);
  const mentions = text.mentions.filter(
    (each) => each.figure.value !== undefined && !each.figure.isBound && !isReason(each),
  );
  const figures = new NewFigures(reading, mentions, placeOf, new FigureTier(known, sets), sets);
  const style = new FigureStyle(text.mentions.map(({ figure }) => figure));
  const tools = { reading, figures, style };
  const edits = withoutInner([
    ...mentions.flatMap((mention) => editsOf(mention, tools)),
    ...levelEdits(tools),
    ...comparisonEdits(tools),
    ...yearEdits(text.plain, text.year, current.year, reasons),
  ]);
  const notes = [
    ...reasons,
    ...untiedNotes(
      text.mentions.filter((each) => !isReason(each)),
      figures,
      edits,
    ),
    ...levelNotes(tools),
    ...yearNotes(text.plain, text.year, current.year, reasons),
    ...listedNames(text.plain, sets),
    ...nilStatements(text, known, sets),
    ...changedItems(text.plain, known, sets),
  ];
  return withConflicts(composed(plain, edits, notes));
}

const yearsOf = (plain: string, year: number | undefined, now: number | undefined) =>
  year === undefined || now === undefined ? [] : findYears(plain, year, now - year);

function yearEdits(
  plain: string,
  year: number | undefined,
  now: number | undefined,
  reasons: readonly Note[],
): readonly Edit[] {
  return yearsOf(plain, year, now).flatMap(({ start, end, to }): Edit[] => {
    if (to === undefined || isInside(start, reasons)) return [];
    return [{ from: start, to: end, text: to, kind: "year", cells: [], why: "年份随决算年度" }];
  });
}

function yearNotes(
  plain: string,
  year: number | undefined,
  now: number | undefined,
  reasons: readonly Note[],
): readonly Note[] {
  return yearsOf(plain, year, now).flatMap(({ start, end, to }): Note[] => {
    if (to !== undefined || isInside(start, reasons)) return [];
    return [
      { from: start, to: end, kind: "year", why: "是别的年份或某个月的事，没有改，请核对。" },
    ];
  });
}

const isInside = (at: number, spans: readonly Note[]): boolean =>
  spans.some(({ from, to }) => from <= at && at < to);

function composed(plain: PlainText, edits: readonly Edit[], notes: readonly Note[]): TextUpdate {
  const { source } = plain;
  const replacements = edits.flatMap(({ from, to, text, kind, cells, why }): Replacement[] => {
    const { start, end } = spanIn(plain, from, to);
    const was = source.slice(start, end);
    return was === text ? [] : [{ start, end, from: was, to: text, kind, cells, why }];
  });
  const leftOvers = notes.map(({ from, to, kind, why }): LeftOver => {
    const { start, end } = spanIn(plain, from, to);
    return { start, end, quote: source.slice(start, end), kind, why };
  });
  return {
    source,
    replacements,
    leftOvers: leftOvers.sort((one, other) => one.start - other.start || one.end - other.end),
  };
}
