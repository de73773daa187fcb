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
  /** How far the mended ones would still be apart: tails. */
  readonly rest: number;
}

interface Touched {
  gap: number;
  nonzero: number;
}

/** The relations of a set with what was changed in them so far. */
export class Sums {
  private readonly byCell = new Map<number, { equation: Equation; factor: number }[]>();
  /** Formulas that would follow: by cell, the totals it is added up in. */
  private readonly totals = new Map<number, { total: number; factor: number }[]>();
  private readonly now = new Map<Equation, Touched & { fails: boolean }>();
  /** By formula, what it adds up. */
  private readonly parts = new Map<number, readonly number[]>();
  private readonly amounts: number[];

  constructor(
    readonly cells: FigureCells,
    readonly equations: readonly Equation[],
    private readonly isExact: boolean,
  ) {
    this.amounts = cells.all.map(({ units }) => units);
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

  unitsOf({ number }: FigureCell): number {
    return this.amounts[number] ?? 0;
  }

  failing(): Equation[] {
    return this.equations.filter((equation) => this.now.get(equation)?.fails);
  }

  gapOf(equation: Equation): number {
    return this.now.get(equation)?.gap ?? 0;
  }

  /** The cells that a person typed into and that move the sides of the relation: what formulas give is none. */
  typedCellsOf({ terms }: Equation): FigureCell[] {
    const found = new Map<number, FigureCell>();
    const visit = (number: number) => {
      const cell = this.cells.all[number];
      if (!cell || found.has(number)) return;
      const parts = this.parts.get(number);
      if (parts) parts.forEach(visit);
      else found.set(number, cell);
    };
    for (const number of terms.keys()) visit(number);
    return [...found.values()];
  }

  /** How often a change of the cell counts in the relation. */
  factorOf(cell: FigureCell, equation: Equation): number {
    let sum = 0;
    for (const [number, factor] of this.reach(cell.number)) {
      sum += factor * (equation.terms.get(number) ?? 0);
    }
    return sum;
  }

  weigh(changes: readonly Change[]): Effect {
    const mended: Equation[] = [];
    let broken = 0;
    let rest = 0;
    for (const [equation, { gap, nonzero }] of this.touchedBy(changes)) {
      const holds = isFine(equation.comparison, gap, nonzero, this.isExact);
      const fails = this.now.get(equation)?.fails ?? false;
      if (holds && fails) {
        mended.push(equation);
        rest += excessOf(equation.comparison, gap);
      }
      if (!holds && !fails) broken += 1;
    }
    return { mended, broken, rest };
  }

  apply(changes: readonly Change[]): void {
    for (const [equation, { gap, nonzero }] of this.touchedBy(changes)) {
      const fails = !isFine(equation.comparison, gap, nonzero, this.isExact);
      this.now.set(equation, { gap, nonzero, fails });
    }
    for (const { cell, after } of changes) this.amounts[cell.number] = after;
  }

  private touchedBy(changes: readonly Change[]): Map<Equation, Touched> {
    const touched = new Map<Equation, Touched>();
    for (const { cell, after } of changes) {
      const before = this.unitsOf(cell);
      const step = Number(after !== 0) - Number(before !== 0);
      for (const [number, along] of this.reach(cell.number)) {
        for (const { equation, factor } of this.byCell.get(number) ?? []) {
          const known = touched.get(equation) ?? this.now.get(equation) ?? { gap: 0, nonzero: 0 };
          touched.set(equation, {
            gap: known.gap + factor * along * (after - before),
            nonzero: known.nonzero + (number === cell.number ? step : 0),
          });
        }
      }
    }
    return touched;
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
    if (this.cells.all[total]?.isFormula !== true || this.parts.has(total)) return;
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
