import { Decimal } from "decimal.js";

/** mulberry32: small, and the same everywhere. */
export class RandomNumbers {
  constructor(private state: number) {}

  /** From 0 up to but not 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Both ends included. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    const chosen = choices[this.integer(0, choices.length - 1)];
    if (chosen === undefined) throw new Error("nothing to pick from");
    return chosen;
  }

  /** 0.01 to `most`, small ones as likely as large ones. */
  amount(most: number): Decimal {
    return new Decimal(Math.max(Math.floor(Math.exp(this.next() * Math.log(most * 100))), 1)).div(
      100,
    );
  }

  /** Up to `most`, cents exact; often all or nothing. */
  part(most: Decimal): Decimal {
    if (this.chance(0.3)) return this.chance(0.5) ? most : new Decimal(0);
    return most.times(this.next()).toDecimalPlaces(2, Decimal.ROUND_DOWN);
  }
}
