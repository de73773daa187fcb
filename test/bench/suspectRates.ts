import { Decimal } from "decimal.js";
import { judgeAll, scopeOf } from "../../src/domain/checking/checkDisclosure";
import type { Template } from "../../src/domain/checking/compileTemplate";
import { relationReferences } from "../../src/domain/checking/relation";
import type { Verdict } from "../../src/domain/checking/verdict";
import { recognise } from "../../src/domain/disclosure/recognise";
import { bind, termsOf, type Scope } from "../../src/domain/expression/scope";
import { roundHalfUp } from "../../src/domain/money/amount";
import { type CellAddress, formatAddress } from "../../src/domain/workbook/cellAddress";
import type { WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import { ERROR_KINDS, type ErrorKind, type InjectedError, injectErrors } from "./injectedErrors";

/** Cells that may be the wrong ones, together, and what they would have to say. */
export interface Suspect {
  readonly cells: readonly { readonly cell: CellAddress; readonly after: number | null }[];
}

export interface Measurement {
  readonly workbooks: readonly WorkbookSnapshot[];
  readonly template: Template;
  readonly perKind: number;
  readonly seed?: number;
  /** Most likely first. */
  readonly suspectsOf: (snapshot: WorkbookSnapshot) => readonly Suspect[];
}

/** In two or more relations, in one, or such that no relation fails. */
export type Seen = "several" | "one" | "unseen";
export const SEEN: readonly Seen[] = ["several", "one", "unseen"];

export interface Outcome {
  readonly error: InjectedError;
  /** In how many relations the cell takes part that is in the fewest, as they apply to the sound workbook. */
  readonly relations: number;
  /** A relation fails that held before. */
  readonly isNoticed: boolean;
  readonly suspects: number;
  /** Of the wrong cells with their right figures among the suspects, from 1. */
  readonly place: number | undefined;
}

export interface SuspectRate {
  readonly kind: ErrorKind | "all";
  readonly seen: Seen;
  readonly errors: number;
  /** Of these, how many stand in relations at all. */
  readonly related: number;
  readonly listed: number;
  readonly first: number;
  /** Together, over all of these errors. */
  readonly suspects: number;
}

export interface SuspectRates {
  readonly outcomes: readonly Outcome[];
  /** By kind, then all of them; rows without an error are left out. */
  readonly rows: readonly SuspectRate[];
}

const SEED = 11;

/** How often the search for the wrong cell finds errors that were put into workbooks in which all adds up. */
export function measureSuspects(measurement: Measurement): SuspectRates {
  const { workbooks, template, perKind, seed = SEED, suspectsOf } = measurement;
  const { structure } = template;
  const judged = workbooks.map((snapshot) => judgeSound(snapshot, template));
  const outcomes = injectErrors({ workbooks, structure, perKind, seed }).map((error): Outcome => {
    const { participations, failed } = judged[error.workbook]!;
    const counts = error.cells.map(({ cell }) => participations.get(formatAddress(cell)) ?? 0);
    const suspects = suspectsOf(error.snapshot);
    const index = suspects.findIndex((suspect) => isCulprit(suspect, error, template));
    return {
      error,
      relations: Math.min(...counts),
      isNoticed: failuresOf(error.snapshot, template).some((each) => !failed.has(each)),
      suspects: suspects.length,
      place: index < 0 ? undefined : index + 1,
    };
  });
  return { outcomes, rows: ratesOf(outcomes) };
}

function ratesOf(outcomes: readonly Outcome[]): SuspectRate[] {
  return [...ERROR_KINDS, "all" as const].flatMap((kind) =>
    SEEN.flatMap((seen) => {
      const own = outcomes.filter(
        (outcome) => seenBy(outcome) === seen && (kind === "all" || outcome.error.kind === kind),
      );
      if (own.length === 0) return [];
      return {
        kind,
        seen,
        errors: own.length,
        related: own.filter(({ relations }) => relations > 0).length,
        listed: own.filter(({ place }) => place !== undefined).length,
        first: own.filter(({ place }) => place === 1).length,
        suspects: own.reduce((sum, { suspects }) => sum + suspects, 0),
      };
    }),
  );
}

function seenBy({ relations, isNoticed }: Outcome): Seen {
  if (relations === 0 || !isNoticed) return "unseen";
  return relations === 1 ? "one" : "several";
}

/** All the wrong cells and no other. What a cell is to say is compared as it is printed; blank counts as zero. */
function isCulprit({ cells }: Suspect, error: InjectedError, { structure }: Template): boolean {
  const printed = (value: number | null) =>
    roundHalfUp(new Decimal(value ?? 0), structure.definition.decimals);
  const after = new Map(cells.map((each) => [formatAddress(each.cell), each.after]));
  if (after.size !== error.cells.length || cells.length !== after.size) return false;
  return error.cells.every(({ cell, right }) => {
    const found = after.get(formatAddress(cell));
    return found !== undefined && printed(found).equals(printed(right));
  });
}

interface SoundWorkbook {
  /** Cell → instances of relations that apply and look at it. */
  readonly participations: ReadonlyMap<string, number>;
  readonly failed: ReadonlySet<string>;
}

export function judgeSound(snapshot: WorkbookSnapshot, template: Template): SoundWorkbook {
  const scope = scopeOf(recognise(snapshot, template.structure), template);
  const participations = new Map<string, number>();
  const failed = new Set<string>();
  for (const verdict of judgeAll(template, scope)) {
    if (!counts(verdict)) continue;
    if (verdict.state === "failed") {
      const name = instanceName(verdict);
      if (verdict.relation.level === "must-hold") throw new Error(`not sound: ${name}`);
      failed.add(name);
    }
    for (const cell of cellsOf(verdict, scope)) {
      participations.set(cell, (participations.get(cell) ?? 0) + 1);
    }
  }
  return { participations, failed };
}

/** Hints do not count, nor does what says nothing of the figures. */
function counts({ relation, state }: Verdict): boolean {
  return relation.level !== "advice" && ["passed", "roundingTail", "failed"].includes(state);
}

function failuresOf(snapshot: WorkbookSnapshot, template: Template): string[] {
  const scope = scopeOf(recognise(snapshot, template.structure), template);
  return judgeAll(template, scope)
    .filter((verdict) => counts(verdict) && verdict.state === "failed")
    .map(instanceName);
}

function instanceName({ relation, binding }: Verdict): string {
  return `${relation.code} ${binding.rowId ?? ""} ${binding.columnKey ?? ""}`;
}

function cellsOf({ relation, binding }: Verdict, scope: Scope): ReadonlySet<string> {
  const bound = bind(scope, binding);
  return new Set(
    relationReferences(relation.comparing)
      .flatMap((reference) => termsOf(reference, bound))
      .flatMap(({ cell }) => (cell ? [formatAddress(cell)] : [])),
  );
}
