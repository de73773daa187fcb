import { LinearProgram, type Costs, type Quantity, type Row, type Settings } from "./linearProgram";
import { elementAt } from "./elementAt";

/** A figure that may be printed one unit higher or lower than it rounds. */
export interface Mover {
  /** -1, 0 or 1. */
  readonly lowest: number;
  readonly highest: number;
  /** How far the moved figure would be from the true one, in any whole measure. */
  readonly deviationUp: number;
  readonly deviationDown: number;
  /** Distance from the roots, from 1. */
  readonly level: number;
}

/** Σ factor × move = `right`; with a slack the left side may be anything up to `right`. */
export interface Balance {
  readonly terms: readonly (readonly [mover: number, factor: number])[];
  readonly right: number;
  readonly hasSlack: boolean;
  readonly level: number;
  /** Gives way to those that are none. */
  readonly isWish?: true;
}

export interface Balanced {
  /** By mover: -1, 0 or 1. */
  readonly moves: readonly number[];
  /** Movers of parts in which something stays open though nobody has seen that it must. */
  readonly givenUp: ReadonlySet<number>;
}

/** What stays open, and then level by level: the fewest moves, the least deviation, the latest places. */
export type Price = readonly number[];

export interface Limits {
  readonly branches: number;
  readonly steps: number;
}

const LIMITS: Limits = { branches: 400, steps: 200_000 };
const TOLERANCE = 1e-6;

/** Movers stand in form order. Whatever no equation ties together is solved by itself. */
export function balance(
  movers: readonly Mover[],
  equations: readonly Balance[],
  limits = LIMITS,
): Balanced {
  const moves = movers.map(() => 0);
  const givenUp = new Set<number>();
  for (const part of partsOf(movers, equations)) {
    const own = part.movers.map((index) => elementAt(movers, index));
    const place = new Map(part.movers.map((index, position) => [index, position]));
    const rows = part.equations.map((equation) => ({
      ...equation,
      terms: equation.terms.map(([mover, factor]) => [place.get(mover) ?? 0, factor] as const),
    }));
    const { best, isGivenUp } = solve(own, rows, limits);
    if (isGivenUp) part.movers.forEach((mover) => givenUp.add(mover));
    best?.moves.forEach((move, position) => {
      moves[elementAt(part.movers, position)] = move;
    });
  }
  return { moves, givenUp };
}

interface Part {
  readonly movers: number[];
  readonly equations: Balance[];
}

function partsOf(movers: readonly Mover[], equations: readonly Balance[]): Part[] {
  const leader = movers.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (leader[root] !== root) root = leader[root] ?? 0;
    for (let each = index; each !== root;) {
      const next = leader[each] ?? 0;
      leader[each] = root;
      each = next;
    }
    return root;
  };
  for (const { terms } of equations) {
    const [first, ...rest] = terms;
    if (first) for (const [mover] of rest) leader[find(mover)] = find(first[0]);
  }
  const parts = new Map<number, Part>();
  movers.forEach((_, index) => {
    const root = find(index);
    const part = parts.get(root);
    if (part) part.movers.push(index);
    else parts.set(root, { movers: [index], equations: [] });
  });
  for (const equation of equations) {
    const [first] = equation.terms;
    if (first) parts.get(find(first[0]))?.equations.push(equation);
  }
  return [...parts.values()].filter((part) =>
    part.equations.some(({ right, hasSlack }) => (hasSlack ? right < 0 : right !== 0)),
  );
}

/** Fixed movers of a branch: by mover, -1, 0 or 1. */
type Bounds = readonly Quantity[];

interface Solved {
  readonly best?: { readonly moves: readonly number[]; readonly price: Price };
  readonly isGivenUp: boolean;
}

function solve(movers: readonly Mover[], equations: readonly Balance[], limits: Limits): Solved {
  let best: Solved["best"];
  let branches = 0;
  const stopped = (): Solved => ({ ...(best ? { best } : {}), isGivenUp: best?.price[0] !== 0 });
  const search: Bounds[] = [movers.map(({ lowest, highest }) => ({ lowest, highest }))];
  for (let bounds = search.pop(); bounds; bounds = search.pop()) {
    branches += 1;
    if (branches > limits.branches) return stopped();
    const relaxed = relax(movers, equations, bounds, limits.steps);
    if (!relaxed) return stopped();
    if (best && !isCheaper(relaxed.price, best.price)) continue;
    const open = relaxed.moves.findIndex((move) => Math.abs(move - Math.round(move)) > TOLERANCE);
    if (open < 0) {
      const moves = relaxed.moves.map((move) => Math.round(move) + 0);
      best = { moves, price: priceOf(moves, movers, equations) };
      continue;
    }
    const value = relaxed.moves[open] ?? 0;
    const { lowest, highest } = elementAt(bounds, open);
    const within = (range: Quantity) => bounds.map((each, at) => (at === open ? range : each));
    search.push(
      within({ lowest: Math.ceil(value), highest }),
      within({ lowest, highest: Math.floor(value) }),
    );
  }
  return { ...(best ? { best } : {}), isGivenUp: false };
}

interface Relaxed {
  readonly moves: readonly number[];
  readonly price: Price;
}

/** The best within bounds, were halves allowed. */
function relax(
  movers: readonly Mover[],
  equations: readonly Balance[],
  bounds: Bounds,
  steps: number,
): Relaxed | undefined {
  // A branch may forbid 0: then the mover counts from the nearest it may be.
  const starts = bounds.map(({ lowest, highest }) => Math.max(lowest, Math.min(highest, 0)));
  const quantities: Quantity[] = bounds.map(({ lowest, highest }, index) => ({
    lowest: lowest - (starts[index] ?? 0),
    highest: highest - (starts[index] ?? 0),
  }));
  const rows: Row[] = equations.map(({ terms, right, hasSlack }) => {
    const moved = terms.reduce((sum, [mover, factor]) => sum + factor * (starts[mover] ?? 0), 0);
    const own = terms.filter(
      ([mover]) => elementAt(bounds, mover).lowest < elementAt(bounds, mover).highest,
    );
    if (!hasSlack) return { terms: own, right: right - moved };
    quantities.push({ lowest: 0, highest: Infinity });
    return { terms: [...own, [quantities.length - 1, 1]], right: right - moved };
  });
  const size = quantities.length + rows.length;
  const stages = stagesOf(movers, equations).map((stage): Paid => {
    const costs: Costs = { up: new Float64Array(size), down: new Float64Array(size) };
    let paid = 0;
    movers.forEach((_, index) => {
      const cost = stage.ofMover?.(index);
      const start = starts[index] ?? 0;
      if (!cost) return;
      if (start !== 0) paid += start > 0 ? cost.up : cost.down;
      else [costs.up[index], costs.down[index]] = [cost.up, cost.down];
    });
    equations.forEach((equation, index) => {
      const cost = stage.ofShortfall?.(equation) ?? 0;
      const shortfall = quantities.length + index;
      [costs.up[shortfall], costs.down[shortfall]] = [cost, cost];
    });
    return { costs, paid };
  });
  // Nearly always every shortfall can be made good. Wishes are for when it cannot.
  const isStrict = !equations.some(({ isWish }) => isWish);
  const found = isStrict ? pay(quantities, rows, stages, { mostSteps: steps, isStrict }) : "short";
  const best =
    found === "short"
      ? pay(quantities, rows, stages, { mostSteps: steps, isStrict: false })
      : found;
  if (best === undefined || best === "short") return undefined;
  return {
    price: best.price,
    moves: movers.map((_, index) => (best.values[index] ?? 0) + (starts[index] ?? 0)),
  };
}

interface Paid {
  readonly costs: Costs;
  /** By movers that the branch holds away from 0. */
  readonly paid: number;
}

/** short: not every shortfall could be made good. Undefined when the steps are used up. */
function pay(
  quantities: readonly Quantity[],
  rows: readonly Row[],
  stages: readonly Paid[],
  settings: Settings,
): { readonly price: Price; readonly values: Float64Array } | "short" | undefined {
  const program = new LinearProgram(quantities, rows, settings);
  const price: number[] = [];
  for (const { costs, paid } of stages) {
    const least = program.minimise(costs);
    if (least === undefined) return undefined;
    if (settings.isStrict && price.length === 0 && least > TOLERANCE) return "short";
    price.push(least + paid);
  }
  return { price, values: program.values };
}

interface Stage {
  readonly ofMover?: (index: number) => { readonly up: number; readonly down: number } | undefined;
  readonly ofShortfall?: (equation: Balance) => number;
}

const ONE_EACH = { up: 1, down: 1 };

/** In the order in which they count. */
function stagesOf(movers: readonly Mover[], equations: readonly Balance[]): Stage[] {
  const deepest = Math.max(...equations.map(({ level }) => level));
  const stages: Stage[] = [
    { ofShortfall: ({ isWish }) => (isWish ? 0 : 1) },
    { ofShortfall: ({ isWish, level }) => (isWish ? 0 : deepest - level) },
    ...(equations.some(({ isWish }) => isWish)
      ? [{ ofShortfall: ({ isWish }: Balance) => (isWish ? 1 : 0) }]
      : []),
  ];
  const levels = [...new Set(movers.map(({ level }) => level))].sort((a, b) => a - b);
  for (const level of levels) {
    const own = movers.flatMap((mover, index) => (mover.level === level ? [index] : []));
    const places = new Map(own.map((index, place) => [index, own.length - place]));
    stages.push({ ofMover: (index) => (places.has(index) ? ONE_EACH : undefined) });
    stages.push({
      ofMover: (index) => {
        if (!places.has(index)) return undefined;
        const { deviationUp, deviationDown } = elementAt(movers, index);
        return { up: deviationUp, down: deviationDown };
      },
    });
    stages.push({
      ofMover: (index) => {
        const place = places.get(index);
        return place === undefined ? undefined : { up: place, down: place };
      },
    });
  }
  return stages;
}

/** What whole moves cost, in the order of the stages. */
export function priceOf(
  moves: readonly number[],
  movers: readonly Mover[],
  equations: readonly Balance[],
): Price {
  const shortfalls = equations.map(({ terms, right, hasSlack }) => {
    const open =
      right - terms.reduce((sum, [mover, factor]) => sum + factor * (moves[mover] ?? 0), 0);
    return hasSlack ? Math.min(open, 0) : open;
  });
  return stagesOf(movers, equations).map(({ ofMover, ofShortfall }) => {
    let price = 0;
    equations.forEach((equation, index) => {
      if (ofShortfall) price += Math.abs(shortfalls[index] ?? 0) * ofShortfall(equation);
    });
    moves.forEach((move, index) => {
      const cost = move === 0 ? undefined : ofMover?.(index);
      if (cost) price += move > 0 ? cost.up : cost.down;
    });
    return price;
  });
}

export function isCheaper(one: Price, other: Price): boolean {
  for (const [index, price] of one.entries()) {
    const difference = price - elementAt(other, index);
    if (Math.abs(difference) > TOLERANCE) return difference < 0;
  }
  return false;
}
