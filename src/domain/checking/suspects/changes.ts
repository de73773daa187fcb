import type { Equation } from "./equations";
import { excessOf, isFine } from "./equations";
import type { FigureCell, FigureCells } from "./figureCells";

/** What a cell would hold instead, in the smallest printed unit. */
export interface Change {
  readonly cell: FigureCell;
  readonly after: number;
}

/** What some changes would do. */
export interface Effect {
  /** Relations that fail now, and would hold. */
  readonly mended: readonly Equation[];
  /** Relations that hold now, and would fail. */
  readonly broken: number;
  /** Tails that would be left in the mended ones, and come or go in those that hold. */
  readonly rest: number;
}

interface Touched {
  gap: number;
  nonzero: number;
}

/** How a change of a cell counts in a relation. */
interface Share {
  /** How often, formulas above the cell among it. */
  factor: number;
  /** The relation has the cell itself. */
  isOwn: boolean;
}

/** The relations of a set with what was changed in them so far. */
export class Sums {
  private readonly byCell = new Map<number, { equation: Equation; factor: number }[]>();
  /** Formulas that would follow: by cell, the totals it is added up in. */
  private readonly totals = new Map<number, { total: number; factor: number }[]>();
  private readonly now = new Map<Equation, Touched & { fails: boolean }>();
  /** By formula, what it adds up. */
  private readonly parts = new Map<number, readonly number[]>();
  private readonly amounts = new Map<number, number>();
  private readonly shares = new Map<number, ReadonlyMap<Equation, Share>>();
  private readonly typed = new Map<Equation, readonly FigureCell[]>();
  private readonly footprints = new Map<number, readonly Equation[]>();
  /** When each was changed last. */
  private readonly changedAt = new Map<Equation | FigureCell, number>();
  private changes = 0;

  constructor(
    readonly cells: FigureCells,
    readonly equations: readonly Equation[],
    private readonly isExact: boolean,
  ) {
    for (const equation of equations) {
      const { gap, nonzero, fails } = equation;
      this.now.set(equation, { gap, nonzero, fails });
      for (const [number, factor] of equation.terms) {
        const known = this.byCell.get(number);
        if (known) known.push({ equation, factor });
        else this.byCell.set(number, [{ equation, factor }]);
      }
    }
    for (const isAcross of [false, true]) {
      for (const equation of equations) {
        if ((equation.verdict.relation.each.rows === "rows") === isAcross) this.follow(equation);
      }
    }
  }

  unitsOf({ number, units }: FigureCell): number {
    return this.amounts.get(number) ?? units;
  }

  /** How many changes were applied. */
  get age(): number {
    return this.changes;
  }

  /** Nothing that a change of the cell, or of one beside it, would touch has changed since. */
  isAsAt(age: number, cell: FigureCell): boolean {
    const isOld = (each: Equation | FigureCell) => (this.changedAt.get(each) ?? 0) <= age;
    if (!isOld(cell)) return false;
    return this.cells.beside(cell).every(isOld) && this.footprintOf(cell).every(isOld);
  }

  failing(): Equation[] {
    return this.equations.filter((equation) => this.now.get(equation)?.fails);
  }

  /** If the cell alone changed by so much. A figure more or less is a printed one more or less. */
  wouldHold(equation: Equation, cell: FigureCell, step: number): boolean {
    const { factor = 0 } = this.sharesOf(cell).get(equation) ?? {};
    const { gap, nonzero } = this.now.get(equation) ?? { gap: 0, nonzero: 0 };
    return isFine(equation.comparison, gap + factor * step, nonzero + 1, this.isExact);
  }

  gapOf(equation: Equation): number {
    return this.now.get(equation)?.gap ?? 0;
  }

  /** The cells that a person typed into and that move the sides of the relation: what formulas give is none. */
  typedCellsOf(equation: Equation): readonly FigureCell[] {
    const known = this.typed.get(equation);
    if (known) return known;
    const found = new Map<number, FigureCell>();
    const visit = (number: number) => {
      const cell = this.cells.numbered(number);
      if (!cell || found.has(number)) return;
      const parts = this.parts.get(number);
      if (parts) parts.forEach(visit);
      else found.set(number, cell);
    };
    for (const number of equation.terms.keys()) visit(number);
    const cells = [...found.values()];
    this.typed.set(equation, cells);
    return cells;
  }

  /** One of them is the sum of others, the other among them. */
  areAddedUp(one: FigureCell, other: FigureCell): boolean {
    return (this.byCell.get(one.number) ?? []).some(
      ({ equation: { verdict, terms, total } }) =>
        verdict.relation.definesTotal &&
        terms.has(other.number) &&
        (total === one.number || total === other.number),
    );
  }

  /** How often a change of the cell counts in the relation. */
  factorOf(cell: FigureCell, equation: Equation): number {
    return this.sharesOf(cell).get(equation)?.factor ?? 0;
  }

  weigh(changes: readonly Change[]): Effect {
    const mended: Equation[] = [];
    let broken = 0;
    let rest = 0;
    for (const [equation, { gap, nonzero }] of this.touchedBy(changes)) {
      const holds = isFine(equation.comparison, gap, nonzero, this.isExact);
      const fails = this.now.get(equation)?.fails ?? false;
      if (!holds && !fails) broken += 1;
      if (!holds) continue;
      if (fails) mended.push(equation);
      rest += excessOf(equation.comparison, gap);
      if (!fails) rest -= excessOf(equation.comparison, this.gapOf(equation));
    }
    return { mended, broken, rest };
  }

  /** Relations that hold now, and would fail. */
  brokenBy(change: Change): Equation[] {
    return [...this.touchedBy([change])].flatMap(([equation, { gap, nonzero }]) => {
      if (this.now.get(equation)?.fails === true) return [];
      return isFine(equation.comparison, gap, nonzero, this.isExact) ? [] : [equation];
    });
  }

  apply(changes: readonly Change[]): void {
    this.changes += 1;
    for (const [equation, { gap, nonzero }] of this.touchedBy(changes)) {
      const fails = !isFine(equation.comparison, gap, nonzero, this.isExact);
      this.now.set(equation, { gap, nonzero, fails });
      this.changedAt.set(equation, this.changes);
    }
    for (const { cell, after } of changes) {
      this.amounts.set(cell.number, after);
      this.changedAt.set(cell, this.changes);
    }
  }

  private touchedBy(changes: readonly Change[]): Map<Equation, Touched> {
    const touched = new Map<Equation, Touched>();
    for (const { cell, after } of changes) {
      const before = this.unitsOf(cell);
      const step = Number(after !== 0) - Number(before !== 0);
      for (const [equation, { factor, isOwn }] of this.sharesOf(cell)) {
        const known = touched.get(equation) ?? this.now.get(equation) ?? { gap: 0, nonzero: 0 };
        touched.set(equation, {
          gap: known.gap + factor * (after - before),
          nonzero: known.nonzero + (isOwn ? step : 0),
        });
      }
    }
    return touched;
  }

  private sharesOf({ number: own }: FigureCell): ReadonlyMap<Equation, Share> {
    const known = this.shares.get(own);
    if (known) return known;
    const shares = new Map<Equation, Share>();
    for (const [number, along] of this.reach(own)) {
      for (const { equation, factor } of this.byCell.get(number) ?? []) {
        const share = shares.get(equation) ?? { factor: 0, isOwn: false };
        share.factor += factor * along;
        share.isOwn ||= number === own;
        shares.set(equation, share);
      }
    }
    this.shares.set(own, shares);
    return shares;
  }

  private footprintOf(cell: FigureCell): readonly Equation[] {
    const known = this.footprints.get(cell.number);
    if (known) return known;
    const near = [cell, ...this.cells.beside(cell)];
    const equations = [...new Set(near.flatMap((each) => [...this.sharesOf(each).keys()]))];
    this.footprints.set(cell.number, equations);
    return equations;
  }

  /** The cell and all formulas above it, with how often it counts there. */
  private reach(number: number): Map<number, number> {
    const reached = new Map<number, number>();
    const visit = (at: number, factor: number) => {
      reached.set(at, (reached.get(at) ?? 0) + factor);
      for (const above of this.totals.get(at) ?? []) visit(above.total, factor * above.factor);
    };
    visit(number, 1);
    return reached;
  }

  /** A formula that gives the sum now will give it after a change too. */
  private follow({ verdict, terms, total, fails }: Equation): void {
    if (!verdict.relation.definesTotal || fails || total === undefined) return;
    if (this.cells.numbered(total)?.isFormula !== true || this.parts.has(total)) return;
    const parts = [...terms].filter(([number]) => number !== total);
    if (parts.some(([number]) => this.reach(total).has(number))) return;
    this.parts.set(
      total,
      parts.map(([number]) => number),
    );
    for (const [number, factor] of parts) {
      const known = this.totals.get(number);
      if (known) known.push({ total, factor });
      else this.totals.set(number, [{ total, factor }]);
    }
  }
}
