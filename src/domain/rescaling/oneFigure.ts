import { elementAt } from "./elementAt";
import type { Instance, Instances } from "./equations";
import type { MoneyFigure } from "./figureBook";

/** Numbers that are found to be one and the same; each set is led by its lowest. */
export class Merger {
  private readonly leaders: number[];

  constructor(count: number) {
    this.leaders = Array.from({ length: count }, (_, index) => index);
  }

  leaderOf(number: number): number {
    let leader = number;
    while (this.leaders[leader] !== leader) leader = this.leaders[leader] ?? 0;
    for (let each = number; each !== leader;) {
      const next = this.leaders[each] ?? 0;
      this.leaders[each] = leader;
      each = next;
    }
    return leader;
  }

  merge(one: number, other: number): void {
    const [own, others] = [this.leaderOf(one), this.leaderOf(other)];
    this.leaders[Math.max(own, others)] = Math.min(own, others);
  }
}

/** One figure in several places. */
export interface OneFigures {
  /** As relations say that set one equal to the other. */
  readonly byRelation: Merger;
  /** A part that in 元 is all of its whole. */
  readonly wished: readonly (readonly [number, number])[];
  /** Both. */
  readonly all: Merger;
}

export function oneFigures(
  figures: readonly MoneyFigure[],
  { binding, atMost }: Instances,
): OneFigures {
  const byRelation = mergedBy(figures, binding);
  const all = mergedBy(figures, binding);
  const wished = atMost
    .map((instance) => twinsOf(figures, instance))
    .filter((twins) => twins !== undefined);
  for (const [one, other] of wished) all.merge(one, other);
  return { byRelation, wished, all };
}

function mergedBy(figures: readonly MoneyFigure[], equations: readonly Instance[]): Merger {
  const same = new Merger(figures.length);
  for (const { isOneFigure, comparison, terms } of equations) {
    const [one, other] = terms.keys();
    if (!isOneFigure || comparison !== "=" || one === undefined || other === undefined) continue;
    if (elementAt(figures, one).units === elementAt(figures, other).units) same.merge(one, other);
  }
  return same;
}

/** Beside those, a total with a single part: what must be equal moves together. */
export function printedAlike(
  figures: readonly MoneyFigure[],
  equations: readonly Instance[],
  same: Merger,
): Merger {
  const alike = new Merger(figures.length);
  figures.forEach((_, index) => {
    alike.merge(index, same.leaderOf(index));
  });
  for (const instance of equations) {
    const twins = instance.comparison === "=" ? twinsOf(figures, instance) : undefined;
    if (twins) alike.merge(...twins);
  }
  return alike;
}

/** All that is filled: one figure on each side, alike to the cent. */
function twinsOf(
  figures: readonly MoneyFigure[],
  { terms }: Instance,
): readonly [number, number] | undefined {
  const filled = [...terms].filter(([index]) => elementAt(figures, index).cents !== 0);
  const [one, other, more] = filled;
  if (!one || !other || more || one[1] + other[1] !== 0 || Math.abs(one[1]) !== 1) return undefined;
  const [first, second] = [elementAt(figures, one[0]), elementAt(figures, other[0])];
  return first.cents === second.cents ? [one[0], other[0]] : undefined;
}
