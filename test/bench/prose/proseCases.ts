import { RandomNumbers } from "../../golden/randomNumbers";
import type { ClaimKind, ProseClaim, Span } from "./claim";
import type { ClosingErrorKind } from "./closing/closingErrors";
import { compose, type Shape } from "./compose";
import { ERROR_RULES, type ErrorKind, type ErrorRule, PROSE_ERROR_KINDS } from "./errorKinds";
import { judgeAll } from "./finish";
import { finishCase, type Injected, withErrors } from "./injection";
import type { PhrasingSet } from "./phrasing";

/* A tenth of the phrasings is held back, so that the reader is also measured by wordings its author never saw at work. */

export interface ProseError {
  readonly kind: ErrorKind | ClosingErrorKind;
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
  /** The set that its phrasings are of; what is held back goes before what is open. */
  readonly set: PhrasingSet;
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
    const source = { seed, shape, heldBack, topics };
    const { unit, style } = compose({ ...source, alterations: new Map() });
    const write = (alterations: Parameters<typeof compose>[0]["alterations"]) => {
      const { draft, sections } = compose({ ...source, alterations });
      const claims = [...sections.statements.claims, ...sections.lists.claims];
      return { draft, judgement: judgeAll(draft, claims) };
    };
    const wanted = kinds.map((kind): Injected<ErrorKind> => {
      const { alter, ...rule } = ruleOf(kind);
      return {
        ...rule,
        kind,
        alter: (touch, touches) => alter(touch, { touches, style, unit, shape, random }),
      };
    });
    const made = withErrors({ write, random }, wanted);
    if (!made) continue;
    const { usesHeldBack, used } = made.written.draft;
    if (heldBack && !usesHeldBack) continue;
    const set = usesHeldBack ? "heldBack" : "open";
    return finishCase({ id, set, phrasings: [...used] }, made, random);
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
