import { Decimal } from "decimal.js";
import type { RandomNumbers } from "../../../golden/randomNumbers";

/** Draws the figures of a passage, in 元. */
export class Figures {
  constructor(
    readonly random: RandomNumbers,
    /** What the unit spends in a year. */
    private readonly scale: number,
    /** Of a cent, or of a cent of 万元: nothing is lost in print. */
    private readonly grain: 1 | 10_000,
  ) {}

  /** A part of what the unit spends; a nonzero amount prints as one. */
  some(from: number, to: number): Decimal {
    return this.whole(this.scale * (from + (to - from) * this.random.next()));
  }

  /** What one thing costs, whoever buys it. */
  wan(from: number, to: number): Decimal {
    return this.whole(10_000 * (from + (to - from) * this.random.next()));
  }

  of(all: Decimal, from: number, to: number): Decimal {
    return this.whole(all.toNumber() * (from + (to - from) * this.random.next()));
  }

  /** A base: mostly not far away, at times a multiple, and never the same. */
  base(amount: Decimal): Decimal {
    return this.random.pick([
      () => this.of(amount, 1.03, 1.3),
      () => this.of(amount, 1.03, 1.3),
      () => this.of(amount, 0.76, 0.97),
      () => this.of(amount, 0.76, 0.97),
      () => this.of(amount, 0.25, 0.6),
      () => this.of(amount, 1.6, 2.8),
    ])();
  }

  /** A base above the amount. */
  above(amount: Decimal): Decimal {
    return this.of(amount, 1.04, 1.6);
  }

  below(amount: Decimal): Decimal {
    return this.of(amount, 0.6, 0.96);
  }

  /** Names with amounts that add up to all of it. */
  split(all: Decimal, names: string): Record<string, Decimal> {
    const each = names.split(" ");
    const parts: Record<string, Decimal> = {};
    let left = all;
    each.forEach((name, index) => {
      const isLast = index === each.length - 1;
      const ahead = each.length - index;
      const part = isLast ? left : this.of(left, 0.2 / ahead, 1.2 / ahead);
      parts[name] = part;
      left = left.minus(part);
    });
    return parts;
  }

  count(from: number, to: number): number {
    return this.random.integer(from, to);
  }

  private whole(amount: number): Decimal {
    const cents = Math.floor((amount * 100) / this.grain) * this.grain;
    return new Decimal(Math.max(cents, 20_000) / 100);
  }
}

export const plus = (...amounts: readonly Decimal[]): Decimal => Decimal.sum(...amounts);

export const NONE = new Decimal(0);
