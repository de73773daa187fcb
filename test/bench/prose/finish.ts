import { Decimal } from "decimal.js";
import { type Figure, isBad, type ProseClaim, quoteOf, type Span } from "./claim";
import type { Draft } from "./draft";
import { isSameFigure } from "./judge";
import type { PendingClaim } from "./pendingClaims";

export type UnquotedClaim = Omit<ProseClaim, "quote">;

export interface Judgement {
  readonly claims: readonly UnquotedClaim[];
  /** Where a report is no false alarm, though it is no claim that must be found. */
  readonly tolerated: readonly Span[];
}

/** All claims of a text, judged by what is printed. */
export function judgeAll(draft: Draft, pending: readonly PendingClaim[]): Judgement {
  const byKey = groupByKey(draft.figures);
  const find = (key: string) => byKey.get(key) ?? [];
  const claims = [
    ...pending.map((claim) => judged(claim, find)),
    ...[...byKey.values()].flatMap(repeated),
    ...altered(draft),
  ].sort((one, other) => one.start - other.start);
  const disputed = pending.filter((claim) => claim.isDisputed?.(find));
  const bad = claims.filter(isBad);
  const tolerated = [
    ...disputed.map(({ span }) => span),
    ...draft.altered.flatMap(({ start, end, alteration }) =>
      alteration.isHint ? [] : [{ start, end }],
    ),
    ...bad.flatMap(({ places }) => places),
  ];
  return { claims, tolerated };
}

function judged(pending: PendingClaim, find: (key: string) => readonly Figure[]): UnquotedClaim {
  const { kind, span, claimed, places = [] } = pending;
  const { start, end } = span;
  return { kind, start, end, claimed, places, ...pending.judge(find) };
}

function groupByKey(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const byKey = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.key === "") continue;
    const same = byKey.get(figure.key);
    if (same) same.push(figure);
    else byKey.set(figure.key, [figure]);
  }
  return byKey;
}

/** A figure that stands twice claims to be the same; the one that differs from most is the odd one. */
function repeated(figures: readonly Figure[]): UnquotedClaim[] {
  const known = figures.filter(({ value }) => value !== undefined);
  const [first] = known;
  if (!first || known.length < 2) return [];
  const likes = (one: Figure) => known.filter((other) => isSameFigure(one, other)).length;
  const usual = known.reduce((best, next) => (likes(next) > likes(best) ? next : best), first);
  const others = known.filter((figure) => figure !== usual);
  return others.map((figure): UnquotedClaim => {
    const isSame = isSameFigure(figure, usual);
    return {
      kind: "equality",
      ...quoteOf(figure),
      claimed: figure.shown,
      recomputed: new Decimal(usual.value ?? 0).div(figure.scale).toFixed(figure.decimals),
      verdict: isSame ? "right" : "inconsistent",
      places: isSame ? [quoteOf(usual)] : known.filter((each) => each !== figure).map(quoteOf),
    };
  });
}

/** Words, names and numbers claim something only where they are wrong. */
function altered({ altered: all, touches }: Draft): UnquotedClaim[] {
  return all.flatMap(({ start, end, alteration: { claim, inner } }): UnquotedClaim[] => {
    if (!claim) return [];
    const span = inner ? { start: start + inner.start, end: start + inner.end } : { start, end };
    const role = { name: "name", numbering: "number" }[claim.kind as string];
    const places = touches.filter((touch) => touch.role === role && touch.start !== start);
    return [
      {
        ...claim,
        ...span,
        places: places.map((place) => ({ start: place.start, end: place.end })),
      },
    ];
  });
}
