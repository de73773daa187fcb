import type { Scope } from "../../expression/scope";
import type { DependencyIndex } from "../dependencyIndex";
import type { Verdict } from "../verdict";
import { equationOf, type Equation } from "./equations";
import type { FigureCell, FigureCells } from "./figureCells";

/** Of all relations those that fail, and those that a change near them would touch. */
export class NearbyEquations {
  private readonly known = new Map<number, Equation | undefined>();
  private readonly followed = new Set<FigureCell>();
  private readonly lookedInto = new Set<FigureCell>();
  private readonly included = new Set<Equation>();
  private count = 0;

  constructor(
    private readonly verdicts: readonly Verdict[],
    private readonly scope: Scope,
    private readonly cells: FigureCells,
    private readonly dependents: DependencyIndex,
  ) {
    for (const [position, { state }] of verdicts.entries()) {
      if (state === "failed") this.at(position);
    }
  }

  /** Grows with what is included. */
  get size(): number {
    return this.count;
  }

  /** As the verdicts stand. */
  inOrder(): readonly Equation[] {
    return [...this.known]
      .sort(([one], [other]) => one - other)
      .flatMap(([, equation]) => equation ?? []);
  }

  /** With what changes of its cells would touch; where a formula stands, of what it adds up. */
  include(equation: Equation): void {
    if (this.included.has(equation)) return;
    this.included.add(equation);
    for (const cell of this.cellsOf(equation)) this.lookInto(cell);
  }

  /** What a change of the cell would touch: its relations, and those of the formulas that add it up. */
  follow(cell: FigureCell): void {
    if (this.followed.has(cell)) return;
    this.followed.add(cell);
    for (const equation of this.around(cell)) {
      const total = this.totalOf(equation);
      if (total?.isFormula === true && total !== cell) this.follow(total);
    }
  }

  private lookInto(cell: FigureCell): void {
    if (this.lookedInto.has(cell)) return;
    this.lookedInto.add(cell);
    this.follow(cell);
    if (!cell.isFormula) return;
    for (const equation of this.around(cell)) {
      if (this.totalOf(equation) !== cell) continue;
      for (const part of this.cellsOf(equation)) this.lookInto(part);
    }
  }

  private totalOf({ verdict, total }: Equation): FigureCell | undefined {
    const isTotal = verdict.relation.definesTotal && total !== undefined;
    return isTotal ? this.cells.numbered(total) : undefined;
  }

  private cellsOf({ terms }: Equation): FigureCell[] {
    return [...terms.keys()].flatMap((number) => this.cells.numbered(number) ?? []);
  }

  private around({ places }: FigureCell): Equation[] {
    return [...this.dependents.dependentsOf(places)].flatMap((at) => this.at(at) ?? []);
  }

  private at(position: number): Equation | undefined {
    if (this.known.has(position)) return this.known.get(position);
    const verdict = this.verdicts[position];
    const equation = verdict && equationOf(verdict, this.scope, this.cells);
    this.known.set(position, equation);
    if (equation) this.count += 1;
    return equation;
  }
}
