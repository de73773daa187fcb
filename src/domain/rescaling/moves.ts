import { balance, type Balance, type Limits, type Mover } from "./balance";
import { elementAt } from "./elementAt";
import { holds, sumOf, type Instance, type Instances } from "./equations";
import type { FigureBook, MoneyFigure } from "./figureBook";
import { levelsOf, type Levels } from "./levels";
import { printedAlike, type Merger, type OneFigures } from "./oneFigure";

export interface Moves {
  /** By figure: -1, 0 or 1. */
  readonly of: readonly number[];
  /** Figures that may stay open only because the search ended early. */
  readonly givenUp: ReadonlySet<number>;
}

interface Task {
  readonly book: FigureBook;
  readonly equations: readonly Instance[];
  readonly levels: Levels;
  readonly limits: Limits | undefined;
}

/**
 * A part that is all of its whole is printed like it, as long as that leaves no tail anywhere; else only where it
 * does.
 */
export function movesOf(
  book: FigureBook,
  { binding: equations }: Instances,
  { byRelation, wished }: OneFigures,
  limits?: Limits,
): Moves {
  const { figures } = book;
  const task: Task = {
    book,
    equations,
    levels: levelsOf(figures.length, equations, byRelation),
    limits,
  };
  const needed = () => printedAlike(figures, equations, byRelation);
  const together = needed();
  for (const [one, other] of wished) together.merge(one, other);
  const first = solve(task, together, []);
  if (wished.length === 0 || tailOf(task, first) === 0) return first;
  const second = solve(task, needed(), wished);
  return tailOf(task, second) < tailOf(task, first) ? second : first;
}

function tailOf({ book: { figures }, equations }: Task, moves: Moves): number {
  const unitsOf = (index: number) => elementAt(figures, index).units + (moves.of[index] ?? 0);
  return equations.reduce((sum, instance) => {
    const left = sumOf(instance, unitsOf);
    return holds(instance.comparison, left) ? sum : sum + Math.max(Math.abs(left), 1);
  }, 0);
}

function solve(
  { book, equations, levels, limits }: Task,
  printed: Merger,
  wished: OneFigures["wished"],
): Moves {
  const { figures, unitCents } = book;
  const leaderOf = (index: number) => printed.leaderOf(index);

  const fixed = new Set<number>();
  const level = new Map<number, number>();
  figures.forEach((figure, index) => {
    const leader = leaderOf(index);
    if (isFixed(figure, unitCents) || levels.of(index) === 0) fixed.add(leader);
    level.set(leader, Math.min(level.get(leader) ?? Infinity, levels.of(index)));
  });
  const numbers = new Map<number, number>();
  const movers: Mover[] = [];
  figures.forEach((figure, index) => {
    if (leaderOf(index) !== index || fixed.has(index)) return;
    numbers.set(index, movers.length);
    movers.push(moverOf(figure, level.get(index) ?? 1, unitCents));
  });
  const numberOf = (index: number) => numbers.get(leaderOf(index));
  const wishes = wished.flatMap((pair) => wishOf(pair, numberOf) ?? []);
  const { moves, givenUp } = balance(
    movers,
    [...rowsOf(figures, equations, levels, numberOf), ...wishes],
    limits,
  );
  const all = figures.map((_, index) => numberOf(index) ?? -1);
  return {
    of: all.map((mover) => moves[mover] ?? 0),
    givenUp: new Set(all.flatMap((mover, index) => (givenUp.has(mover) ? [index] : []))),
  };
}

/** Both moves alike: they round alike. */
function wishOf(
  [one, other]: OneFigures["wished"][number],
  numberOf: (figure: number) => number | undefined,
): Balance | undefined {
  const [first, second] = [numberOf(one), numberOf(other)];
  if (first === second) return undefined;
  return {
    terms: [
      ...(first === undefined ? [] : [[first, 1] as const]),
      ...(second === undefined ? [] : [[second, -1] as const]),
    ],
    right: 0,
    hasSlack: false,
    level: 0,
    isWish: true,
  };
}

function isFixed({ cents, isGiven }: MoneyFigure, unitCents: number): boolean {
  return isGiven || cents % unitCents === 0;
}

/** No figure changes its sign, and none that is printed becomes 0.00. */
function moverOf({ cents, units }: MoneyFigure, level: number, unitCents: number): Mover {
  const error = units * unitCents - cents;
  const canShrink = Math.abs(units) > 1;
  return {
    lowest: cents < 0 || canShrink ? -1 : 0,
    highest: cents > 0 || canShrink ? 1 : 0,
    deviationUp: Math.abs(error + unitCents),
    deviationDown: Math.abs(error - unitCents),
    level,
  };
}

function rowsOf(
  figures: readonly MoneyFigure[],
  equations: readonly Instance[],
  levels: Levels,
  numberOf: (figure: number) => number | undefined,
): Balance[] {
  const rows = new Map<string, Balance>();
  for (const instance of equations) {
    const row = rowOf(instance, figures, levels, numberOf);
    if (row.terms.length === 0) continue;
    const [first = [0, 1]] = row.terms;
    const sign = row.hasSlack ? 1 : Math.sign(first[1]);
    const words = row.terms.map(([mover, factor]) => `${String(mover)}:${String(factor * sign)}`);
    const key = [row.hasSlack, row.right * sign, ...words].join(" ");
    const known = rows.get(key);
    if (!known || row.level < known.level) rows.set(key, row);
  }
  return [...rows.values()];
}

function rowOf(
  instance: Instance,
  figures: readonly MoneyFigure[],
  levels: Levels,
  numberOf: (figure: number) => number | undefined,
): Balance {
  const { comparison, terms, total } = instance;
  // ≥ is ≤ the other way round.
  const sign = comparison === "≥" || comparison === ">" ? -1 : 1;
  const isStrict = comparison === "<" || comparison === ">";
  const byMover = new Map<number, number>();
  for (const [index, factor] of terms) {
    const mover = numberOf(index);
    if (mover === undefined) continue;
    const sum = (byMover.get(mover) ?? 0) + factor * sign;
    if (sum === 0) byMover.delete(mover);
    else byMover.set(mover, sum);
  }
  const rounded = sumOf(instance, (index) => elementAt(figures, index).units);
  return {
    terms: [...byMover].sort(([one], [other]) => one - other),
    right: -sign * rounded - (isStrict ? 1 : 0) + 0,
    hasSlack: comparison !== "=",
    level:
      total === undefined
        ? Math.min(...[...terms.keys()].map((index) => levels.of(index)))
        : levels.of(total),
  };
}
