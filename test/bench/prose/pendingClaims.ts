import { type ClaimKind, type Figure, quoteOf, type Span, type Verdict } from "./claim";
import type { Rendered, Word } from "./draft";
import {
  changeRange,
  growthRange,
  isDisputed,
  isSameFigure,
  type Judged,
  judgeDifference,
  judgePercent,
  judgeSum,
  type Range,
  shareRange,
  signOfChange,
  type Term,
} from "./judge";

/** All figures of the text that have the key. */
export type Find = (key: string) => readonly Figure[];

export interface PendingClaim {
  readonly kind: ClaimKind;
  readonly span: Span;
  readonly claimed: string;
  readonly places?: readonly Span[];
  readonly judge: (find: Find) => Judged;
  /** Whether somebody who takes the same figure from another place would call it wrong. */
  readonly isDisputed?: (find: Find) => boolean;
}

const CANNOT: Judged = { verdict: "cannot-be-checked", recomputed: "" };

function percentClaim(
  kind: ClaimKind,
  figure: Figure,
  ranges: (find: Find) => readonly (Range | undefined)[],
  places: readonly Span[] = [],
): PendingClaim {
  return {
    kind,
    span: quoteOf(figure),
    claimed: figure.shown,
    places,
    judge: (find) => judgePercent(figure, ranges(find)),
    isDisputed: (find) => isDisputed(figure, ranges(find)),
  };
}

/** Of a total in the same sentence. */
export const shareClaim = (rate: Figure, part: Figure, whole: Figure): PendingClaim =>
  percentClaim("share", rate, () => [shareRange(part, whole)], [quoteOf(part)]);

/** Of a total anywhere in the text, or nowhere. */
export const shareOfKey = (rate: Figure, part: Figure, key: string): PendingClaim =>
  percentClaim("share", rate, (find) => find(key).map((whole) => shareRange(part, whole)), [
    quoteOf(part),
  ]);

export const completionClaim = (rate: Figure, actual: Figure, budget: Figure): PendingClaim =>
  percentClaim("completion", rate, () => [shareRange(actual, budget)], [quoteOf(actual)]);

export function sumClaim(total: Figure, terms: readonly Term[]): PendingClaim {
  const ends = terms.flatMap(({ figure }) => [figure.clause, figure.end]);
  const list = { start: Math.min(...ends), end: Math.max(...ends) };
  return {
    kind: "sum",
    span: quoteOf(total),
    claimed: total.shown,
    places: [list],
    judge: () => judgeSum(total, terms),
  };
}

/** A rate that nothing can give. */
export const zeroBaseClaim = (rate: Figure, isWrong: boolean): PendingClaim => ({
  kind: "zero-base",
  span: quoteOf(rate),
  claimed: rate.shown,
  judge: () => (isWrong ? { verdict: "wrong", recomputed: "" } : CANNOT),
});

export function levelClaim(
  span: Span,
  claimed: string,
  [one, other]: readonly [Figure | undefined, Figure | undefined],
): PendingClaim {
  const judge = (): Judged => {
    if (one?.value === undefined || other?.value === undefined) return CANNOT;
    const verdict: Verdict = isSameFigure(one, other) ? "right" : "inconsistent";
    return { verdict, recomputed: other.shown };
  };
  const places = [one, other].flatMap((figure) => (figure ? [quoteOf(figure)] : []));
  return { kind: "equality", span, claimed, places, judge };
}

export interface Change {
  /** Of the hidden figures. */
  readonly sign: number;
  readonly current: Figure | undefined;
  readonly base: Figure | undefined;
  readonly change: Figure | undefined;
  readonly rate: Figure | undefined;
  /** Where the base may stand if not here. */
  readonly baseKey?: string;
}

/** All that a sentence of change claims: the change, the rate and the words. */
export function changeClaims({ words }: Rendered, change: Change): PendingClaim[] {
  const { current, base, rate, baseKey } = change;
  const claims: PendingClaim[] = [];
  const bases = (find: Find) => (base ? [base] : baseKey === undefined ? [] : find(baseKey));
  if (change.change && current) {
    const { change: size } = change;
    claims.push({
      kind: "difference",
      span: quoteOf(size),
      claimed: size.shown,
      places: [quoteOf(current)],
      judge: (find) => {
        const judged = bases(find).map((each) => judgeDifference(size, current, each));
        return judged.find(({ verdict }) => verdict !== "wrong") ?? judged[0] ?? CANNOT;
      },
    });
  }
  if (rate && current) {
    const ranges = (find: Find) => [
      ...bases(find).map((each) => growthRange(current, each)),
      change.change && changeRange(current, change.change, words[0]?.sign ?? change.sign),
    ];
    const places = [change.change, current].flatMap((figure) => (figure ? [quoteOf(figure)] : []));
    claims.push(percentClaim("growth", rate, ranges, places));
  }
  return [...claims, ...words.map((word) => wordClaim(word, words, change))];
}

/** A word is known by the two amounts, else by its fellow, or by the rate that fits one sign only. */
function wordClaim(word: Word, words: readonly Word[], change: Change): PendingClaim {
  const { current, base, rate } = change;
  const places = words.filter((other) => other !== word);
  const judge = (): Judged => {
    const sign = current && base && signOfChange(current, base);
    if (sign !== undefined) {
      const verdict = sign === word.sign ? "right" : "wrong";
      return { verdict, recomputed: sign === 0 ? "持平" : word.right };
    }
    const fitting = [1, -1].filter((each) => {
      const range = current && change.change && changeRange(current, change.change, each);
      return range && rate && judgePercent(rate, [range]).verdict !== "wrong";
    });
    if (fitting.length === 1) {
      const verdict = fitting[0] === word.sign ? "right" : "inconsistent";
      return { verdict, recomputed: word.right };
    }
    if (places.length === 0) return CANNOT;
    const isAlike = places.every((other) => other.sign === word.sign);
    return { verdict: isAlike ? "right" : "inconsistent", recomputed: isAlike ? word.right : "" };
  };
  return { kind: "direction", span: word, claimed: word.word, places, judge };
}
