import { RandomNumbers } from "../../golden/randomNumbers";
import { type ClaimKind, isBad, overlaps, type ProseClaim, type Span } from "./claim";
import { compose, type Composed, type Shape } from "./compose";
import type { Alteration } from "./draft";
import { ERROR_RULES, type ErrorKind, type ErrorRule, PROSE_ERROR_KINDS } from "./errorKinds";
import { judgeAll, type Judgement, type UnquotedClaim } from "./finish";
import { addNoise } from "./noise";

/* A tenth of the phrasings is held back, so that the reader is also measured by wordings its author never saw at work. */

export interface ProseError {
  readonly kind: ErrorKind;
  /** The claim that it makes wrong. */
  readonly claim: ClaimKind;
  /** What was written in the place of the right thing. */
  readonly span: Span;
  /** Where else it may be reported: the claim, and what the claim rests on. */
  readonly places: readonly Span[];
  /** A hint is expected, not a finding. */
  readonly isHint: boolean;
}

/** A text as people write it, true or with known errors. */
export interface ProseCase {
  readonly id: string;
  readonly text: string;
  readonly claims: readonly ProseClaim[];
  readonly errors: readonly ProseError[];
  /** Where a report is no false alarm, though nothing need be reported: what an error disputes. */
  readonly tolerated: readonly Span[];
  /** The wordings it is made of, as the tables have them. */
  readonly phrasings: readonly string[];
  /** Whether a phrasing stands in it that is held back. */
  readonly heldBack: boolean;
}

export interface CasesWanted {
  readonly seed: number;
  readonly count: number;
  readonly heldBack?: boolean;
}

/** Of ten texts four are sound, five have one error and one has two; every eleventh is a whole document. */
export function proseCases({ seed, count, heldBack = false }: CasesWanted): readonly ProseCase[] {
  const random = new RandomNumbers(seed);
  return Array.from({ length: count }, (_, index) => {
    const wanted = [0, 1, 0, 1, 2, 1, 0, 1, 0, 1][index % 10] ?? 0;
    const kinds = Array.from({ length: wanted }, () => random.pick(PROSE_ERROR_KINDS));
    const id = `${heldBack ? "heldBack" : "open"}-${String(seed)}-${String(index)}`;
    return makeCase(id, kinds, { random, heldBack, isDocument: index % 11 === 10 });
  });
}

interface Circumstances {
  readonly random: RandomNumbers;
  readonly heldBack: boolean;
  readonly isDocument: boolean;
}

/** Tries texts until one can have the errors. */
function makeCase(
  id: string,
  kinds: readonly ErrorKind[],
  circumstances: Circumstances,
): ProseCase {
  const { random, heldBack, isDocument } = circumstances;
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const seed = random.integer(1, 2 ** 31 - 1);
    const shape = isDocument ? "document" : shapeFor(kinds, random);
    const topics = kinds.flatMap((kind) => random.pick(ruleOf(kind).topics ?? [[]]));
    const made = withErrors({ seed, shape, heldBack, topics }, kinds, random);
    if (made && (!heldBack || made.composed.draft.usesHeldBack)) return finished(id, made, random);
  }
  throw new Error(`no text for ${kinds.join(", ")}`);
}

function shapeFor(kinds: readonly ErrorKind[], random: RandomNumbers): Shape {
  const needed = kinds.map((kind): readonly Shape[] | undefined => ruleOf(kind).shapes);
  if (needed.some((shapes) => shapes && !shapes.includes("headed"))) return "document";
  if (needed.some((shapes) => shapes)) return "headed";
  return random.chance(0.25) ? "headed" : "paragraphs";
}

const ruleOf = (kind: ErrorKind): ErrorRule => ERROR_RULES[kind];

interface Made {
  readonly composed: Composed;
  readonly judgement: Judgement;
  readonly errors: readonly Placed[];
}

interface Placed {
  readonly kind: ErrorKind;
  readonly index: number;
}

type Source = Omit<Parameters<typeof compose>[0], "alterations">;

function withErrors(
  source: Source,
  kinds: readonly ErrorKind[],
  random: RandomNumbers,
): Made | undefined {
  const alterations = new Map<number, Alteration>();
  const composed = compose({ ...source, alterations });
  let made: Made = { composed, judgement: judgeAll(composed), errors: [] };
  for (const kind of kinds) {
    const next = withError(source, kind, made, alterations, random);
    if (!next) return undefined;
    made = next;
  }
  return made;
}

const TRIES = 6;

/** One more error, where it shows. */
function withError(
  source: Source,
  kind: ErrorKind,
  before: Made,
  alterations: Map<number, Alteration>,
  random: RandomNumbers,
): Made | undefined {
  const { draft, style, unit } = before.composed;
  const rule = ruleOf(kind);
  const around = { touches: draft.touches, style, unit, shape: source.shape, random };
  const fit = draft.touches.filter(
    ({ role, index }) => rule.roles.includes(role) && !alterations.has(index),
  );
  for (let attempt = 0; attempt < TRIES && fit.length > 0; attempt += 1) {
    const [touch] = fit.splice(random.integer(0, fit.length - 1), 1);
    const alteration = touch && rule.alter(touch, around);
    if (!alteration) continue;
    alterations.set(touch.index, alteration);
    const composed = compose({ ...source, alterations });
    const judgement = judgeAll(composed);
    const errors = [...before.errors, { kind, index: touch.index }];
    const after = { composed, judgement, errors };
    if (
      isKept(after, before) &&
      isMore(after, before, rule) &&
      errors.every((error) => claimOf(error, after))
    )
      return after;
    alterations.delete(touch.index);
  }
  return undefined;
}

const countBad = ({ judgement }: Made) => judgement.claims.filter(isBad).length;

/** A slip that writes another sentence moves what comes after it; an earlier error must not land elsewhere. */
const isKept = (after: Made, before: Made) =>
  before.errors.every(({ index }) => {
    const [was, is] = [before, after].map(({ composed }) => composed.draft.touches[index]);
    return was && is && was.role === is.role && was.key === is.key && was.text === is.text;
  });

/** A hint turns nothing bad. */
const isMore = (after: Made, before: Made, { isHint }: ErrorRule) =>
  isHint ? countBad(after) === countBad(before) : countBad(after) > countBad(before);

/** What the error turned bad, at its place or about it. */
function claimOf(
  { kind, index }: Placed,
  { composed, judgement }: Made,
): UnquotedClaim | undefined {
  const rule = ruleOf(kind);
  const touch = composed.draft.touches[index];
  if (!touch) return undefined;
  const suits = (claim: UnquotedClaim) =>
    (rule.isHint ? claim.verdict === "rounding" : isBad(claim)) &&
    (!rule.claim || claim.kind === rule.claim);
  const found = judgement.claims.filter(suits);
  // A slip that wrote another sentence shows in the first claim that follows.
  if (touch.start === touch.end) return found.find(({ start }) => start >= touch.start);
  const isAbout = (claim: UnquotedClaim) =>
    [claim, ...claim.places].some((each) => overlaps(each, touch));
  return found.find((claim) => overlaps(claim, touch)) ?? found.find(isAbout);
}

function finished(id: string, made: Made, random: RandomNumbers): ProseCase {
  const { composed, judgement, errors } = made;
  const { draft, style } = composed;
  const { text, move } = addNoise(draft.text, style, random);
  return {
    id,
    text,
    claims: judgement.claims.map((claim) => {
      const { start, end } = move(claim);
      return {
        ...claim,
        start,
        end,
        quote: text.slice(start, end),
        places: claim.places.map(move),
      };
    }),
    errors: errors.flatMap((error) => {
      const [touch, claim] = [draft.touches[error.index], claimOf(error, made)];
      if (!touch || !claim) return [];
      const span = move(touch.end > touch.start ? touch : claim);
      const { kind } = error;
      const places = [claim, ...claim.places].map(move);
      return [{ kind, claim: claim.kind, span, places, isHint: ruleOf(kind).isHint === true }];
    }),
    tolerated: judgement.tolerated.map(move),
    phrasings: [...draft.used],
    heldBack: draft.usesHeldBack,
  };
}
