import { CLAIM_KINDS, type ClaimKind, isBad, overlaps, type Span, type Verdict } from "./claim";
import { type ErrorKind, PROSE_ERROR_KINDS } from "./errorKinds";
import type { ProseCase, ProseError } from "./proseCases";

/** A claim as the reader reports it. */
export interface Answer extends Span {
  readonly kind: ClaimKind;
  readonly verdict: Verdict;
}

export interface Rate {
  readonly errors: number;
  readonly found: number;
  /** At verdict wrong or inconsistent. */
  readonly reported: number;
  readonly justified: number;
}

export interface Report {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly quote: string;
}

export interface ReaderScore {
  readonly byClaim: ReadonlyMap<ClaimKind, Rate>;
  readonly byError: ReadonlyMap<ErrorKind, Pick<Rate, "errors" | "found">>;
  readonly all: Rate;
  readonly falseAlarms: readonly Report[];
  readonly missed: readonly (Report & { readonly error: ProseError["kind"] })[];
}

/** The answers to each case, in the order of the cases. An error is found by any report at its place. */
export function scoreReader(
  cases: readonly ProseCase[],
  answers: readonly (readonly Answer[])[],
): ReaderScore {
  const errors = cases.flatMap((each, index) =>
    each.errors.map((error) => ({ each, error, isFound: isFound(error, answers[index] ?? []) })),
  );
  const reports = cases.flatMap((each, index) =>
    (answers[index] ?? [])
      .filter(isBad)
      .map((answer) => ({ each, answer, isJust: isJustified(answer, each) })),
  );
  const rateOf = (kind?: ClaimKind): Rate => {
    const own = errors.filter(
      ({ error }) => !error.isHint && (kind ?? error.claim) === error.claim,
    );
    const said = reports.filter(({ answer }) => (kind ?? answer.kind) === answer.kind);
    const found = own.filter((error) => error.isFound).length;
    const justified = said.filter(({ isJust }) => isJust).length;
    return { errors: own.length, found, reported: said.length, justified };
  };
  return {
    byClaim: new Map(CLAIM_KINDS.map((kind) => [kind, rateOf(kind)])),
    byError: new Map(
      PROSE_ERROR_KINDS.map((kind) => {
        const own = errors.filter(({ error }) => error.kind === kind);
        return [kind, { errors: own.length, found: own.filter((each) => each.isFound).length }];
      }),
    ),
    all: rateOf(),
    falseAlarms: reports.flatMap(({ each, answer, isJust }) =>
      isJust ? [] : [{ id: each.id, kind: answer.kind, quote: quoted(each, answer) }],
    ),
    missed: errors.flatMap(({ each, error, isFound: found }) =>
      found
        ? []
        : [{ id: each.id, kind: error.claim, error: error.kind, quote: quoted(each, error.span) }],
    ),
  };
}

function isFound({ isHint, span, places }: ProseError, answers: readonly Answer[]): boolean {
  return answers.some(
    (answer) =>
      (isHint ? answer.verdict === "rounding" : isBad(answer)) &&
      [span, ...places].some((each) => overlaps(each, answer)),
  );
}

function isJustified(answer: Answer, { claims, tolerated }: ProseCase): boolean {
  return [...claims.filter(isBad), ...tolerated].some((each) => overlaps(each, answer));
}

const quoted = ({ text }: ProseCase, { start, end }: Span) =>
  text.slice(start, end).replaceAll("\n", " ");
