import type { RandomNumbers } from "../../golden/randomNumbers";
import { type ClaimKind, isBad, overlaps } from "./claim";
import type { Alteration, Draft, Role, Touch } from "./draft";
import type { Judgement, UnquotedClaim } from "./finish";
import { addNoise } from "./noise";
import type { PhrasingSet } from "./phrasing";
import type { ProseCase } from "./proseCases";

/** A text as it is before noise, and what it claims. */
export interface Written {
  readonly draft: Draft;
  readonly judgement: Judgement;
}

/** One kind of error: what it can befall, and the claim that must turn bad. */
export interface Injected<Kind> {
  readonly kind: Kind;
  readonly roles: readonly Role[];
  readonly claim?: ClaimKind | undefined;
  readonly isHint?: boolean | undefined;
  readonly alter: (touch: Touch, touches: readonly Touch[]) => Alteration | undefined;
}

export interface Made<Kind> {
  readonly written: Written;
  readonly errors: readonly (Placed & Injected<Kind>)[];
}

interface Placed {
  readonly index: number;
}

export interface Injection {
  /** The same text, but for what is altered and what follows from it. */
  readonly write: (alterations: ReadonlyMap<number, Alteration>) => Written;
  readonly random: RandomNumbers;
  readonly mayBefall?: (touch: Touch) => boolean;
}

export function withErrors<Kind>(
  injection: Injection,
  wanted: readonly Injected<Kind>[],
): Made<Kind> | undefined {
  const alterations = new Map<number, Alteration>();
  let made: Made<Kind> = { written: injection.write(alterations), errors: [] };
  for (const each of wanted) {
    const next = withError(injection, each, made, alterations);
    if (!next) return undefined;
    made = next;
  }
  return made;
}

const TRIES = 6;

/** One more error, where it shows. */
function withError<Kind>(
  { write, random, mayBefall = () => true }: Injection,
  wanted: Injected<Kind>,
  before: Made<Kind>,
  alterations: Map<number, Alteration>,
): Made<Kind> | undefined {
  const { touches } = before.written.draft;
  const fit = touches.filter(
    (touch) =>
      wanted.roles.includes(touch.role) && !alterations.has(touch.index) && mayBefall(touch),
  );
  for (let attempt = 0; attempt < TRIES && fit.length > 0; attempt += 1) {
    const [touch] = fit.splice(random.integer(0, fit.length - 1), 1);
    const alteration = touch && wanted.alter(touch, touches);
    if (!alteration) continue;
    alterations.set(touch.index, alteration);
    const written = write(alterations);
    const errors = [...before.errors, { ...wanted, index: touch.index }];
    const after = { written, errors };
    if (
      isKept(after, before) &&
      isMore(after, before, wanted) &&
      errors.every((error) => claimOf(error, written))
    )
      return after;
    alterations.delete(touch.index);
  }
  return undefined;
}

const countBad = ({ written }: Made<unknown>) => written.judgement.claims.filter(isBad).length;

/** A slip that writes another sentence moves what comes after it; an earlier error must not land elsewhere. */
const isKept = (after: Made<unknown>, before: Made<unknown>) =>
  before.errors.every(({ index }) => {
    const [was, is] = [before, after].map(({ written }) => written.draft.touches[index]);
    return was && is && was.role === is.role && was.key === is.key && was.text === is.text;
  });

/** A hint turns nothing bad. */
const isMore = (
  after: Made<unknown>,
  before: Made<unknown>,
  { isHint }: Pick<Injected<unknown>, "isHint">,
) => (isHint ? countBad(after) === countBad(before) : countBad(after) > countBad(before));

/** What the error turned bad, at its place or about it. */
function claimOf(
  { index, claim: kind, isHint }: Placed & Pick<Injected<unknown>, "claim" | "isHint">,
  { draft, judgement }: Written,
): UnquotedClaim | undefined {
  const touch = draft.touches[index];
  if (!touch) return undefined;
  const suits = (claim: UnquotedClaim) =>
    (isHint ? claim.verdict === "rounding" : isBad(claim)) && (!kind || claim.kind === kind);
  const found = judgement.claims.filter(suits);
  // A slip that wrote another sentence shows in the first claim that follows.
  if (touch.start === touch.end) return found.find(({ start }) => start >= touch.start);
  const isAbout = (claim: UnquotedClaim) =>
    [claim, ...claim.places].some((each) => overlaps(each, touch));
  return found.find((claim) => overlaps(claim, touch)) ?? found.find(isAbout);
}

/** The case to be read: with noise, each claim quoted where it then stands. */
export function finishCase(
  { id, set, phrasings }: { id: string; set: PhrasingSet; phrasings: readonly string[] },
  { written, errors }: Made<ProseCase["errors"][number]["kind"]>,
  random: RandomNumbers,
): ProseCase {
  const { draft, judgement } = written;
  const { text, move } = addNoise(draft.text, draft.style, random);
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
      const [touch, claim] = [draft.touches[error.index], claimOf(error, written)];
      if (!touch || !claim) return [];
      const span = move(touch.end > touch.start ? touch : claim);
      const { kind } = error;
      const places = [claim, ...claim.places].map(move);
      return [{ kind, claim: claim.kind, span, places, isHint: error.isHint === true }];
    }),
    tolerated: judgement.tolerated.map(move),
    phrasings,
    set,
  };
}
