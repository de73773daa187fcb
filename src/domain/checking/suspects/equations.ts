import type { FigureAt } from "../../disclosure/figure";
import { bind, type Scope } from "../../expression/scope";
import type { Comparison } from "../../expression/expression";
import { isProvable } from "../relation";
import { tailUnits, type Verdict } from "../verdict";
import type { FigureCells } from "./figureCells";
import { addUp } from "../linearSum";

/** One relation at one place as a sum of cells that is compared with zero. */
export interface Equation {
  readonly verdict: Verdict;
  readonly comparison: Comparison;
  /** Left minus right: cells by number, with how often each counts. Blank ones too: something may be missing there. */
  readonly terms: ReadonlyMap<number, number>;
  /** The one cell that the right side is. */
  readonly total?: number;
  /** Left minus right, in the smallest printed unit. */
  readonly gap: number;
  /** Printed figures that are not zero. */
  readonly nonzero: number;
  readonly fails: boolean;
}

const equations = new WeakMap<Verdict, Equation | "none">();

/**
 * Undefined for a relation that was not judged, or does more than add and subtract. A verdict stays the same object as
 * long as its figures and all tables stay, and so does what is known of it.
 */
export function equationOf(
  verdict: Verdict,
  scope: Scope,
  cells: FigureCells,
): Equation | undefined {
  const known = equations.get(verdict) ?? newEquation(verdict, scope, cells) ?? "none";
  equations.set(verdict, known);
  return known === "none" ? undefined : known;
}

function newEquation(verdict: Verdict, scope: Scope, cells: FigureCells): Equation | undefined {
  const { relation, state, binding } = verdict;
  if (state !== "passed" && state !== "roundingTail" && state !== "failed") return undefined;
  const { left, right, comparison } = relation.comparing;
  if (relation.allowed || comparison === "≠" || !isProvable(relation.comparing)) return undefined;
  const bound = bind(scope, binding);
  const terms = new Map<number, number>();
  let nonzero = 0;
  let gap = 0;
  const addend = ({ figure, cell }: FigureAt, factor: number): boolean => {
    const found = cell && cells.at(cell);
    if (!found) return figure.kind === "nothing" || figure.kind === "notApplicable";
    const sum = (terms.get(found.number) ?? 0) + factor;
    if (sum === 0) terms.delete(found.number);
    else terms.set(found.number, sum);
    if (found.units !== 0) nonzero += 1;
    gap += factor * found.units;
    return true;
  };
  if (!addUp(left, 1, bound, addend)) return undefined;
  const onLeft = new Set(terms.keys());
  if (!addUp(right, -1, bound, addend) || terms.size === 0) return undefined;
  const [total, another] = [...terms.keys()].filter((number) => !onLeft.has(number));
  const single = total === undefined || another !== undefined ? {} : { total };
  return { verdict, comparison, terms, ...single, gap, nonzero, fails: state === "failed" };
}

/** Whether so large a gap between so many figures is none, or no more than printing explains. */
export function isFine(
  comparison: Comparison,
  gap: number,
  nonzero: number,
  isExact: boolean,
): boolean {
  const excess = excessOf(comparison, gap);
  return excess === 0 || (!isExact && excess <= tailUnits(nonzero));
}

/** How far from what the comparison asks for. */
export function excessOf(comparison: Comparison, gap: number): number {
  switch (comparison) {
    case "≤":
      return Math.max(0, gap);
    case "≥":
      return Math.max(0, -gap);
    case "<":
      return Math.max(0, gap + 1);
    case ">":
      return Math.max(0, 1 - gap);
    default:
      return Math.abs(gap);
  }
}
