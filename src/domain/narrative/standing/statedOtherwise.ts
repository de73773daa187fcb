import type { NarratedParagraph } from "../narrate";
import { pieceText } from "../../expression/textPiece";
import type { Figure } from "../prose/figures";
import { spanIn, toPlain, type PlainText } from "../prose/plainText";
import { print } from "../prose/say";
import type { Mention } from "../prose/mention";
import { readStatements } from "../prose/statements";
import type { JudgedWords } from "./standingParagraph";

interface Said {
  readonly mention: Mention;
  readonly plain: PlainText;
}

/** Figures that somebody's own words give otherwise than the tables do, for one and the same thing. */
export function statedOtherwise(
  title: string,
  paragraph: NarratedParagraph,
  words: string,
): readonly JudgedWords[] {
  const head = `${title}\n`;
  const computed = figuresOf(paragraph, head.length);
  const ours = saidIn(head + paragraph.text).filter(({ mention, plain }) => {
    const { start, end } = spanIn(plain, mention.figure.from, mention.figure.to);
    return computed.some((figure) => figure.start < end && start < figure.end);
  });
  const theirs = byThing(saidIn(head + words));
  return [...byThing(ours)].flatMap(([thing, own]) => {
    const others = theirs.get(thing) ?? [];
    const missing = own.filter((each) => !others.some((other) => agrees(each, other)));
    const strange = others.filter((other) => !own.some((each) => agrees(each, other)));
    return strange.flatMap((other, index): JudgedWords[] => {
      const meant = missing[index];
      return meant ? [judged(other, meant, head.length)] : [];
    });
  });
}

function saidIn(source: string): readonly Said[] {
  const plain = toPlain(source);
  return readStatements(plain.plain).mentions.map((mention) => ({ mention, plain }));
}

/** Where the computed figures stand in the text. */
function figuresOf({ pieces }: NarratedParagraph, offset: number) {
  let at = offset;
  return pieces.flatMap((piece) => {
    const start = at;
    at += pieceText(piece).length;
    return piece.kind === "figure" ? [{ start, end: at }] : [];
  });
}

function byThing(said: readonly Said[]): ReadonlyMap<string, readonly Said[]> {
  const things = new Map<string, Said[]>();
  for (const each of said) {
    const thing = thingOf(each);
    if (thing !== undefined) things.set(thing, [...(things.get(thing) ?? []), each]);
  }
  return things;
}

/** What a figure speaks of; undefined where its words do not tell. */
function thingOf({ mention }: Said): string | undefined {
  const { figure, role, subject, statement, against } = mention;
  const about = subject === "" ? statement.subject : subject;
  if (about === "" || role === "other" || figure.isBound || !figure.value) return undefined;
  const compared = role === "change" || role === "growth" ? (against ?? "") : "";
  return [figure.kind, figure.kind === "count" ? figure.unit : "", role, compared, about].join(" ");
}

function agrees({ mention: one }: Said, { mention: other }: Said): boolean {
  const isTurned =
    one.direction !== 0 && other.direction !== 0 && one.direction !== other.direction;
  return !isTurned && isAsPrinted(one.figure, other.figure);
}

/** Equal, or as near as the coarser of the two can say; a percentage may also be cut. */
function isAsPrinted(one: Figure, other: Figure): boolean {
  if (!one.value || !other.value) return false;
  const apart = one.value.abs().minus(other.value.abs()).abs();
  if (apart.isZero()) return true;
  const coarse = one.half.greaterThan(other.half) ? one.half : other.half;
  if (one.kind === "percent") return apart.lessThanOrEqualTo(coarse.times(2));
  return !one.half.equals(other.half) && apart.lessThanOrEqualTo(coarse);
}

function judged({ mention, plain }: Said, { mention: meant }: Said, offset: number): JudgedWords {
  const { start, end } = spanIn(plain, mention.figure.from, mention.figure.to);
  const isTurned = meant.figure.value?.abs().eq(mention.figure.value?.abs() ?? 0) === true;
  const explanation = isTurned
    ? `文中写${DIRECTIONS[String(mention.direction)] ?? ""}，按表里的数是${DIRECTIONS[String(meant.direction)] ?? ""}，请核对。`
    : `按表里的数应为${print(meant.figure)}，文中为${print(mention.figure)}，请核对。`;
  return {
    start: start - offset,
    end: end - offset,
    quote: plain.source.slice(start, end),
    explanation,
  };
}

const DIRECTIONS: Readonly<Record<string, string>> = { "1": "增加", "-1": "减少" };
