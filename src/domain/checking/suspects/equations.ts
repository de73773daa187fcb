import { Decimal } from "decimal.js";
import type { FigureAt } from "../../disclosure/figure";
import { bind, type Scope } from "../../expression/scope";
import type { Comparison } from "../../expression/expression";
import { isProvable } from "../relation";
import { provenTail, type Verdict } from "../verdict";
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

/** Every relation that was judged and only adds and subtracts. */
export function equationsOf(
  verdicts: readonly Verdict[],
  scope: Scope,
  cells: FigureCells,
): Equation[] {
  return verdicts.flatMap((verdict) => {
    const { relation, state } = verdict;
    if (state !== "passed" && state !== "roundingTail" && state !== "failed") return [];
    if (relation.allowed || relation.comparing.comparison === "≠") return [];
    if (!isProvable(relation.comparing)) return [];
    const equation = equationOf(verdict, bind(scope, verdict.binding), cells);
    return equation ? [equation] : [];
  });
}

function equationOf(verdict: Verdict, scope: Scope, cells: FigureCells): Equation | undefined {
  const { left, right, comparison } = verdict.relation.comparing;
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
  if (!addUp(left, 1, scope, addend)) return undefined;
  const onLeft = new Set(terms.keys());
  if (!addUp(right, -1, scope, addend) || terms.size === 0) return undefined;
  const [total, another] = [...terms.keys()].filter((number) => !onLeft.has(number));
  const single = total === undefined || another !== undefined ? {} : { total };
  const fails = verdict.state === "failed";
  return { verdict, comparison, terms, ...single, gap, nonzero, fails };
}

/** Whether so large a gap between so many figures is none, or no more than printing explains. */
export function isFine(
  comparison: Comparison,
  gap: number,
  nonzero: number,
  isExact: boolean,
): boolean {
  const excess = excessOf(comparison, gap);
  return excess === 0 || (!isExact && excess <= tailOf(nonzero));
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

const ONE = new Decimal(1);
const tails: number[] = [];

function tailOf(nonzero: number): number {
  return (tails[nonzero] ??= provenTail(nonzero, ONE).toNumber());
}
