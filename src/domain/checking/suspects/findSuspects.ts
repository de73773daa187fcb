import { Decimal } from "decimal.js";
import type { Disclosure } from "../../disclosure/disclosure";
import type { Template } from "../compileTemplate";
import { scopeOf } from "../checkDisclosure";
import type { CellChange } from "../finding";
import { relationReferences } from "../relation";
import type { Verdict } from "../verdict";
import { Sums, type Change, type Effect } from "./changes";
import { DependencyIndex } from "../dependencyIndex";
import type { Equation } from "./equations";
import { FigureCells, type FigureCell } from "./figureCells";
import { NearbyEquations } from "./nearbyEquations";
import { meantBy, slipOf, type Slip, type Surroundings } from "./slips";

/** A cell, or two, that may hold the wrong figure, and what would stand there instead. */
export interface Suspect {
  readonly changes: readonly Change[];
  readonly slip?: Slip;
  /** With `repeated`: the other cell that holds the figure. */
  readonly like?: FigureCell;
  /** What would hold then, of what does not now. */
  readonly resolves: readonly Verdict[];
}

/** Relations that fail for one reason, and where it may lie: most likely first. */
export interface SuspectGroup {
  readonly explains: readonly Verdict[];
  readonly suspects: readonly Suspect[];
}

interface Candidate {
  readonly changes: readonly Change[];
  readonly effect: Effect;
  readonly slip: Slip | undefined;
}

/** Beyond that many groups something else is wrong than a figure here and there. */
const MOST_GROUPS = 40;
/** Relations that are looked into at once. */
const MOST_FAILING = 300;

/**
 * The smallest changes that make failed relations hold: one cell, or two that were exchanged or shifted. `mended`: cells
 * that are known to be wrong already, with what should stand there; what they explain is not looked into.
 */
export function findSuspects(
  verdicts: readonly Verdict[],
  disclosure: Disclosure,
  template: Template,
  {
    mended = [],
    dependents = () => new DependencyIndex(verdicts, disclosure),
  }: { readonly mended?: readonly CellChange[]; readonly dependents?: () => DependencyIndex } = {},
): readonly SuspectGroup[] {
  const ofTables = verdicts.filter(isOfTables);
  if (!ofTables.some(({ state }) => state === "failed")) return [];
  const cells = new FigureCells(disclosure);
  const scope = scopeOf(disclosure, template);
  const near = new NearbyEquations(ofTables, scope, cells, dependents());
  const isExact = template.structure.definition.moneyUnit === "元";
  const unit = new Decimal(10).pow(template.structure.definition.decimals);
  const known = mended.flatMap(({ cell, after }) => {
    const found = cells.at(cell);
    return found ? [{ cell: found, after: unit.times(after ?? 0).toNumber() }] : [];
  });
  return new Search(cells, near, isExact, lastYearOf(cells, disclosure)).groups(known);
}

/** A form that is filled in by hand tells nothing of which of its figures is the mistake. */
function isOfTables({ relation }: Verdict): boolean {
  return relationReferences(relation.comparing).every(
    ({ table }) => table.definition.role !== "information",
  );
}

interface Looked {
  readonly candidates: readonly Candidate[];
  readonly age: number;
}

class Search {
  private sums: Sums;
  /** How much was near when `sums` were made. */
  private size = 0;
  private readonly applied: (readonly Change[])[] = [];
  /** By cell, the relations that fail and look at it. */
  private failing = new Map<FigureCell, Equation[]>();
  /** By cell, what was found, as long as nothing around it changes. */
  private looked = new Map<FigureCell, Looked>();
  private readonly surroundings = new Map<FigureCell, Surroundings>();

  constructor(
    private readonly cells: FigureCells,
    private readonly near: NearbyEquations,
    private readonly isExact: boolean,
    private readonly lastYear: readonly number[],
  ) {
    this.sums = this.newSums();
  }

  groups(mended: readonly Change[]): SuspectGroup[] {
    for (const { cell } of mended) this.near.follow(cell);
    this.sums = this.newSums();
    this.apply(mended);
    const groups: SuspectGroup[] = [];
    while (groups.length < MOST_GROUPS) {
      const candidates = this.candidates();
      const [first] = candidates;
      if (!first) break;
      const best = candidates.reduce((one, other) => (byLikelihood(other, one) < 0 ? other : one));
      const explains = new Set(best.effect.mended);
      const alike = candidates
        .filter(
          ({ changes, effect }) =>
            changes.length === best.changes.length &&
            effect.broken === best.effect.broken &&
            effect.mended.length === explains.size &&
            effect.mended.every((equation) => explains.has(equation)),
        )
        .sort(byLikelihood);
      groups.push({
        explains: best.effect.mended.map(({ verdict }) => verdict),
        suspects: alike.map(({ changes, effect, slip }) => ({
          changes,
          ...(slip === undefined ? {} : { slip }),
          ...(slip === "repeated" ? this.likeIt(changes) : {}),
          resolves: effect.mended.map(({ verdict }) => verdict),
        })),
      });
      this.apply(best.changes);
    }
    return groups;
  }

  private apply(changes: readonly Change[]): void {
    this.applied.push(changes);
    this.sums.apply(changes);
  }

  private newSums(): Sums {
    const sums = new Sums(this.cells, this.near.inOrder(), this.isExact);
    for (const changes of this.applied) sums.apply(changes);
    this.size = this.near.size;
    this.looked = new Map<FigureCell, Looked>();
    return sums;
  }

  /** Those that are looked into, with all that is near them. */
  private nextFailing(): readonly Equation[] {
    for (;;) {
      const failing = this.sums.failing().slice(0, MOST_FAILING);
      for (const equation of failing) this.near.include(equation);
      if (this.near.size === this.size) {
        this.failing = this.byTypedCell(failing);
        for (const cell of this.failing.keys()) {
          for (const other of this.pairedWith(cell)) this.near.follow(other);
        }
        if (this.near.size === this.size) return failing;
      }
      this.sums = this.newSums();
    }
  }

  private byTypedCell(failing: readonly Equation[]): Map<FigureCell, Equation[]> {
    const byCell = new Map<FigureCell, Equation[]>();
    for (const equation of failing) {
      for (const cell of this.sums.typedCellsOf(equation)) {
        const known = byCell.get(cell);
        if (known) known.push(equation);
        else byCell.set(cell, [equation]);
      }
    }
    return byCell;
  }

  private likeIt([change]: readonly Change[]): Pick<Suspect, "like"> {
    const like = change && this.repeated(change.cell);
    return like ? { like } : {};
  }

  /** A sum of one figure is the figure again, and no repetition. */
  private repeated(cell: FigureCell): FigureCell | undefined {
    return this.cells
      .likeIt(cell)
      .find(
        (like) => !isAbove(like, cell) && !isAbove(cell, like) && !this.sums.areAddedUp(cell, like),
      );
  }

  private candidates(): Candidate[] {
    const failing = this.nextFailing();
    // Others take the place of what is mended.
    const isCut = failing.length === MOST_FAILING;
    if (isCut) this.looked.clear();
    const found: Candidate[] = [];
    for (const [cell, equations] of this.failing) {
      for (const each of this.lookAt(cell, equations)) found.push(each);
    }
    if (isCut) this.looked.clear();
    return found;
  }

  private lookAt(cell: FigureCell, equations: readonly Equation[]): readonly Candidate[] {
    const known = this.looked.get(cell);
    if (known && this.sums.isAsAt(known.age, cell)) return known.candidates;
    const candidates = [...this.singles(cell, equations), ...this.pairs(cell)];
    this.looked.set(cell, { candidates, age: this.sums.age });
    return candidates;
  }

  /** For each figure that would mend one of the relations. */
  private singles(cell: FigureCell, equations: readonly Equation[]): Candidate[] {
    const now = this.sums.unitsOf(cell);
    const mends = (after: number) =>
      equations.some((equation) => this.sums.wouldHold(equation, cell, after - now));
    const afters = new Set<number>(meantBy(now).filter(mends));
    for (const equation of equations) {
      const factor = this.sums.factorOf(cell, equation);
      const after = now - this.sums.gapOf(equation) / factor;
      if (factor !== 0 && Number.isInteger(after)) afters.add(after);
    }
    return [...afters].flatMap((after) => {
      const slip = () => slipOf(now, after, this.around(cell));
      return this.weighed([{ cell, after }], slip, 1);
    });
  }

  /**
   * The cells beside it that may have been exchanged with it, or hold its figure: some failed relation has but one of
   * the two, and its own would hold with the other's figure.
   */
  private pairedWith(cell: FigureCell): FigureCell[] {
    const now = this.sums.unitsOf(cell);
    const own = this.failing.get(cell) ?? [];
    return this.cells.beside(cell).filter((other) => {
      const step = this.sums.unitsOf(other) - now;
      if (step === 0 || other.isFormula) return false;
      const others = this.failing.get(other) ?? [];
      return (
        own.some((each) => !others.includes(each) && this.sums.wouldHold(each, cell, step)) ||
        others.some((each) => !own.includes(each))
      );
    });
  }

  /** Its figure and one beside it exchanged; or that one's belongs here, and hides another. */
  private pairs(cell: FigureCell): Candidate[] {
    const now = this.sums.unitsOf(cell);
    return this.pairedWith(cell).flatMap((other) => {
      const others = this.sums.unitsOf(other);
      const slip: Slip = cell.isBlank || other.isBlank ? "shifted" : "exchanged";
      const here = { cell, after: others };
      const found = this.weighed([here, { cell: other, after: now }], () => slip, 2);
      if (cell.cell.column !== other.cell.column) return found;
      for (const after of this.hiddenBy(here, other)) {
        if (after !== now)
          found.push(...this.weighed([here, { cell: other, after }], () => "shifted", 2));
      }
      return found;
    });
  }

  /** What may belong in the other cell, once its figure has moved to where it should be. */
  private hiddenBy(here: Change, other: FigureCell): Set<number> {
    const afters = new Set<number>();
    const now = this.sums.unitsOf(other);
    const step = here.after - this.sums.unitsOf(here.cell);
    // What rounding hides now shows once the figure has moved.
    for (const equation of [...(this.failing.get(other) ?? []), ...this.sums.brokenBy(here)]) {
      const factor = this.sums.factorOf(other, equation);
      const gap = this.sums.gapOf(equation) + step * this.sums.factorOf(here.cell, equation);
      const after = now - gap / factor;
      if (factor !== 0 && Number.isInteger(after) && after !== now) afters.add(after);
    }
    return afters;
  }

  /** Nothing where it mends fewer than asked for, or no more than it breaks. */
  private weighed(
    changes: readonly Change[],
    slip: () => Slip | undefined,
    atLeast: number,
  ): Candidate[] {
    const effect = this.sums.weigh(changes);
    const { mended, broken } = effect;
    const isBetter = mended.length >= atLeast && mended.length > broken;
    // Less or more than a bound could be anything.
    if (!isBetter || !mended.some(({ comparison }) => comparison === "=")) return [];
    const candidate = { changes, effect, slip: slip() };
    return isUnlikely(candidate) ? [] : [candidate];
  }

  private around(cell: FigureCell): Surroundings {
    const known = this.surroundings.get(cell);
    if (known) return known;
    const isRepeated = this.repeated(cell) !== undefined;
    const around = { isRepeated, lastYear: this.lastYear, isBlank: cell.isBlank };
    this.surroundings.set(cell, around);
    return around;
  }
}

function byLikelihood(one: Candidate, other: Candidate): number {
  const net = ({ effect }: Candidate) => effect.mended.length - effect.broken;
  return (
    net(other) - net(one) ||
    one.effect.broken - other.effect.broken ||
    one.changes.length - other.changes.length ||
    plausibility(other) - plausibility(one) ||
    one.effect.rest - other.effect.rest ||
    (one.changes[0]?.cell.number ?? 0) - (other.changes[0]?.cell.number ?? 0)
  );
}

/** How telling a slip is: a figure that was left out could be any. */
const TELLING: Readonly<Record<Slip, number>> = {
  swappedDigits: 3,
  sign: 3,
  tenThousand: 3,
  decimalPoint: 3,
  truncated: 3,
  exchanged: 3,
  shifted: 3,
  repeated: 2,
  lastYear: 2,
  leftOut: 1,
};

/** More than any slip says. */
const NO_TAIL = 4;
const TAILS_GO = 2 * NO_TAIL;

/** Exact before what leaves a tail, a telling slip before others, and last what no figure of its kind would be. */
function plausibility({ changes, effect, slip }: Candidate): number {
  if (turnsNegative(changes) && slip !== "sign") return -1;
  const telling = slip === undefined ? 0 : TELLING[slip];
  if (effect.rest < 0) return TAILS_GO + telling;
  return effect.rest === 0 ? NO_TAIL + telling : telling;
}

/** Nobody types an amount for one below nothing. */
function isUnlikely({ changes, slip }: Candidate): boolean {
  const isTyped = changes.some(({ cell }) => !cell.isBlank);
  return changes.length === 1 && slip !== "sign" && isTyped && turnsNegative(changes);
}

function turnsNegative(changes: readonly Change[]): boolean {
  return changes.some(({ cell, after }) => after < 0 && cell.units >= 0);
}

/** 合计 and a code whose first digits are those of the other. */
function isAbove({ place: above, row: { code } }: FigureCell, { place, row }: FigureCell): boolean {
  if (above.table !== place.table || above.block !== place.block) return false;
  return code === undefined ? row.code !== undefined : row.code?.startsWith(code) === true;
}

/** What the workbook holds of last year. */
function lastYearOf(cells: FigureCells, { structure }: Disclosure): number[] {
  return [...structure.tables.values()]
    .filter(({ definition }) => definition.role === "supplement")
    .flatMap(({ key }) => cells.inTable(key))
    .filter(({ units }) => units !== 0)
    .map(({ units }) => units);
}
