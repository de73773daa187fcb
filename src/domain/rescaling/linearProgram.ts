import { elementAt } from "./elementAt";

/** A quantity within bounds that include 0, of which each step away from 0 may cost something. */
export interface Quantity {
  readonly lowest: number;
  readonly highest: number;
}

/** Σ factor × quantity = `right`. */
export interface Row {
  readonly terms: readonly (readonly [quantity: number, factor: number])[];
  readonly right: number;
}

/** What a step up from 0 and a step down from 0 cost; none is negative. */
export interface Costs {
  readonly up: Float64Array;
  readonly down: Float64Array;
}

export interface Settings {
  readonly mostSteps: number;
  /** A shortfall that is made good stays so: quicker, but the least is only found where that is 0. */
  readonly isStrict: boolean;
}

const TOLERANCE = 1e-9;
/** Costs are whole numbers of a few digits. */
const COST_TOLERANCE = 1e-6;
/** After so many steps in a row that change nothing, the lowest number goes first: that cannot go round in a circle. */
const PATIENCE = 100;

/**
 * Minimises one cost after the other: a later one never gives up anything of an earlier one. Simplex on a sparse
 * tableau. Every row has a shortfall, a quantity without bounds, numbered after the given ones; where the rows are
 * those of a network all numbers stay whole.
 */
export class LinearProgram {
  readonly values: Float64Array;
  private readonly size: number;
  private readonly lowest: Float64Array;
  private readonly highest: Float64Array;
  /** By row, the nonbasic quantities with their factors. */
  private readonly tableau: Map<number, number>[];
  private readonly rowsWith: Set<number>[];
  /** Which quantity a row gives, and the other way round; -1 for none. */
  private readonly basics: Int32Array;
  private readonly rowOf: Int32Array;
  /** Has a cost, now or before: then 0 parts its range in two. */
  private readonly isSplit: Uint8Array;
  /** A basic quantity is in its upper part. */
  private readonly isUpper: Uint8Array;
  /** Parts of ranges that an earlier cost forbids. */
  private readonly isUpperFrozen: Uint8Array;
  private readonly isLowerFrozen: Uint8Array;
  private readonly gradient: Float64Array;
  private slopes: Float64Array;
  private readonly given: number;
  private steps = 0;

  constructor(
    quantities: readonly Quantity[],
    rows: readonly Row[],
    private readonly settings: Settings,
  ) {
    const count = quantities.length;
    this.given = count;
    this.size = count + rows.length;
    this.values = new Float64Array(this.size);
    this.lowest = new Float64Array(this.size).fill(-Infinity);
    this.highest = new Float64Array(this.size).fill(Infinity);
    quantities.forEach(({ lowest, highest }, index) => {
      this.lowest[index] = lowest;
      this.highest[index] = highest;
    });
    this.tableau = rows.map(({ terms }) => new Map(terms.filter(([, factor]) => factor !== 0)));
    this.rowsWith = Array.from({ length: this.size }, () => new Set<number>());
    this.tableau.forEach((row, index) => {
      for (const quantity of row.keys()) this.rowsWith[quantity]?.add(index);
    });
    this.basics = Int32Array.from(rows, (_, index) => count + index);
    this.rowOf = new Int32Array(this.size).fill(-1);
    rows.forEach(({ right }, index) => {
      this.rowOf[count + index] = index;
      this.values[count + index] = right;
    });
    this.isSplit = new Uint8Array(this.size);
    this.isUpper = new Uint8Array(this.size).fill(1);
    this.isUpperFrozen = new Uint8Array(this.size);
    this.isLowerFrozen = new Uint8Array(this.size);
    this.gradient = new Float64Array(this.size);
    this.slopes = new Float64Array(rows.length);
  }

  /** What is left to pay; undefined when the steps are used up. */
  minimise(costs: Costs): number | undefined {
    this.begin(costs);
    let idle = 0;
    for (;;) {
      const inOrder = idle > PATIENCE;
      const entering = this.choose(costs, inOrder);
      if (!entering) break;
      this.steps += 1;
      if (this.steps > this.settings.mostSteps) return undefined;
      const { quantity, direction } = entering;
      idle = this.move(quantity, direction, costs, inOrder) > TOLERANCE ? 0 : idle + 1;
    }
    this.freeze(costs);
    const least = this.costOf(costs);
    if (this.settings.isStrict && least === 0) {
      this.lowest.fill(0, this.given);
      this.highest.fill(0, this.given);
    }
    return least;
  }

  private begin({ up, down }: Costs): void {
    for (let each = 0; each < this.size; each += 1) {
      if (this.isSplit[each] || !((up[each] ?? 0) + (down[each] ?? 0) > 0)) continue;
      this.isSplit[each] = 1;
      this.isUpper[each] = (this.values[each] ?? 0) < -TOLERANCE ? 0 : 1;
    }
    this.slopes = Float64Array.from(this.basics, (each) =>
      this.isUpper[each] ? (up[each] ?? 0) : -(down[each] ?? 0),
    );
    this.gradient.fill(0);
    this.tableau.forEach((row, index) => {
      const slope = this.slopes[index] ?? 0;
      if (slope === 0) return;
      for (const [quantity, factor] of row)
        this.gradient[quantity] = (this.gradient[quantity] ?? 0) + slope * factor;
    });
  }

  private choose(
    costs: Costs,
    firstWill: boolean,
  ): { readonly quantity: number; readonly direction: 1 | -1 } | undefined {
    let best = 0;
    let fewest = 0;
    let quantity = -1;
    let direction: 1 | -1 = 1;
    const end = this.settings.isStrict ? this.given : this.size;
    for (let each = 0; each < end; each += 1) {
      if (this.rowOf[each] !== -1) continue;
      if (this.isUpperFrozen[each] && this.isLowerFrozen[each]) continue;
      for (const way of WAYS) {
        const cost = this.reducedCost(each, way, costs);
        if (cost === undefined || cost >= -COST_TOLERANCE) continue;
        // What few rows know of keeps the tableau sparse, and the steps to come quick.
        const users = elementAt(this.rowsWith, each).size;
        const rank = cost / users;
        if (rank > best || (rank === best && users >= fewest)) continue;
        best = rank;
        fewest = users;
        quantity = each;
        direction = way;
        if (firstWill) return { quantity, direction };
      }
    }
    return quantity < 0 ? undefined : { quantity, direction };
  }

  /** What one step of a nonbasic quantity costs; undefined where it cannot or must not go. */
  private reducedCost(each: number, way: 1 | -1, { up, down }: Costs): number | undefined {
    const value = this.values[each] ?? 0;
    const isUpper = this.entersUpper(value, way);
    if (isUpper ? this.isUpperFrozen[each] : this.isLowerFrozen[each]) return undefined;
    if (way > 0 ? value >= (this.highest[each] ?? 0) : value <= (this.lowest[each] ?? 0))
      return undefined;
    const slope = isUpper ? (up[each] ?? 0) : -(down[each] ?? 0);
    return way * (slope - (this.gradient[each] ?? 0));
  }

  /** Whether a step this way is one in the part above 0. */
  private entersUpper(value: number, way: 1 | -1): boolean {
    return way > 0 ? value > -TOLERANCE : value > TOLERANCE;
  }

  private rangeEnd(each: number, isUpper: boolean, way: number): number {
    if (this.isSplit[each] && (isUpper ? way < 0 : way > 0)) return 0;
    return way > 0 ? (this.highest[each] ?? 0) : (this.lowest[each] ?? 0);
  }

  /** Returns how far. */
  private move(entering: number, way: 1 | -1, costs: Costs, inOrder: boolean): number {
    const value = this.values[entering] ?? 0;
    const isUpper = this.entersUpper(value, way);
    let far = Math.abs(this.rangeEnd(entering, isUpper, way) - value);
    let leavingRow = -1;
    let leavingEnd = 0;
    for (const index of elementAt(this.rowsWith, entering)) {
      const change = -(elementAt(this.tableau, index).get(entering) ?? 0) * way;
      if (Math.abs(change) < TOLERANCE) continue;
      const basic = this.basics[index] ?? 0;
      const end = this.rangeEnd(basic, this.isUpper[basic] === 1, change);
      const room = Math.max((end - (this.values[basic] ?? 0)) / change, 0);
      if (room > far + TOLERANCE) continue;
      const isNearer = room < far - TOLERANCE;
      if (!isNearer && (leavingRow < 0 || !this.leavesBefore(index, leavingRow, inOrder))) continue;
      far = Math.min(far, room);
      leavingRow = index;
      leavingEnd = end;
    }
    for (const index of elementAt(this.rowsWith, entering)) {
      const basic = this.basics[index] ?? 0;
      const change = (elementAt(this.tableau, index).get(entering) ?? 0) * way * far;
      this.values[basic] = whole((this.values[basic] ?? 0) - change);
    }
    this.values[entering] = whole(value + way * far);
    if (leavingRow < 0) {
      this.values[entering] = this.rangeEnd(entering, isUpper, way);
      return far;
    }
    const leaving = this.basics[leavingRow] ?? 0;
    this.values[leaving] = leavingEnd;
    this.isUpper[entering] = isUpper ? 1 : 0;
    this.pivot(
      leavingRow,
      entering,
      isUpper ? (costs.up[entering] ?? 0) : -(costs.down[entering] ?? 0),
    );
    return far;
  }

  /** Of rows that stop a move at the same point, a shortfall goes first, then the shortest row. */
  private leavesBefore(row: number, other: number, inOrder: boolean): boolean {
    const [own, others] = [this.basics[row] ?? 0, this.basics[other] ?? 0];
    if (inOrder) return own < others;
    if (own >= this.given !== others >= this.given) return own >= this.given;
    const [length, otherLength] = [
      elementAt(this.tableau, row).size,
      elementAt(this.tableau, other).size,
    ];
    return length === otherLength ? own < others : length < otherLength;
  }

  private pivot(pivotRow: number, entering: number, slope: number): void {
    const leaving = this.basics[pivotRow] ?? 0;
    const row = elementAt(this.tableau, pivotRow);
    const pivot = row.get(entering) ?? 0;
    const gradientBefore = this.gradient[entering] ?? 0;
    row.delete(entering);
    const users = elementAt(this.rowsWith, entering);
    users.delete(pivotRow);
    if (pivot !== 1) for (const [quantity, factor] of row) row.set(quantity, whole(factor / pivot));
    if (!this.settings.isStrict || leaving < this.given) {
      row.set(leaving, whole(1 / pivot));
      elementAt(this.rowsWith, leaving).add(pivotRow);
    }
    for (const index of users) {
      const other = elementAt(this.tableau, index);
      const times = other.get(entering) ?? 0;
      other.delete(entering);
      for (const [quantity, factor] of row) {
        const before = other.get(quantity);
        const after = whole((before ?? 0) - times * factor);
        if (after === 0) {
          if (before === undefined) continue;
          other.delete(quantity);
          elementAt(this.rowsWith, quantity).delete(index);
        } else {
          other.set(quantity, after);
          if (before === undefined) elementAt(this.rowsWith, quantity).add(index);
        }
      }
    }
    users.clear();
    this.gradient[leaving] = this.slopes[pivotRow] ?? 0;
    const change = slope - gradientBefore;
    if (change !== 0) {
      for (const [quantity, factor] of row)
        this.gradient[quantity] = (this.gradient[quantity] ?? 0) + change * factor;
    }
    this.gradient[entering] = 0;
    this.slopes[pivotRow] = slope;
    this.basics[pivotRow] = entering;
    this.rowOf[entering] = pivotRow;
    this.rowOf[leaving] = -1;
  }

  /** Whatever would cost more than the least must not change any more. */
  private freeze(costs: Costs): void {
    for (let each = 0; each < this.size; each += 1) {
      if (this.rowOf[each] !== -1) {
        if (!((costs.up[each] ?? 0) + (costs.down[each] ?? 0) > 0)) continue;
        if (this.isUpper[each]) this.isLowerFrozen[each] = 1;
        else this.isUpperFrozen[each] = 1;
        continue;
      }
      for (const way of WAYS) {
        const cost = this.reducedCost(each, way, costs);
        if (cost === undefined || cost <= COST_TOLERANCE) continue;
        const isUpper = this.entersUpper(this.values[each] ?? 0, way);
        if (isUpper || !this.isSplit[each]) this.isUpperFrozen[each] = 1;
        if (!isUpper || !this.isSplit[each]) this.isLowerFrozen[each] = 1;
      }
    }
  }

  private costOf({ up, down }: Costs): number {
    let cost = 0;
    this.values.forEach((value, each) => {
      cost += value > 0 ? value * (up[each] ?? 0) : -value * (down[each] ?? 0);
    });
    return cost;
  }
}

const WAYS = [1, -1] as const;

/** Keeps what should be a whole number from drifting. */
function whole(value: number): number {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) < TOLERANCE ? nearest : value;
}
