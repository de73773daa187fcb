import { Decimal } from "decimal.js";
import type { Disclosure } from "../disclosure/disclosure";
import { figuresIn } from "../disclosure/figuresIn";
import { ZERO } from "../money/amount";
import { stepsOfWan, type SharedFigure } from "./sharedFigures";

/** So many tables must agree before one that does not is held against them. */
const FEWEST_TABLES = 3;

/**
 * The largest amount that two tables agree on: nothing of the set is many times larger. Undefined while too little of it
 * agrees, as where it is being filled in.
 */
export function wholeOfSet(
  shared: readonly (readonly [SharedFigure, SharedFigure])[],
  disclosure: Disclosure,
): Decimal | undefined {
  const agreed = shared.filter(([a, b]) => stepsOfWan(a.value, b.value) === 0);
  const tables = new Set(agreed.flat().map(({ table }) => table));
  if (tables.size < FEWEST_TABLES) return undefined;
  const whole = Decimal.max(...agreed.flat().map(({ value }) => value.abs()));
  const usual = median(
    [...disclosure.placement.tables]
      .filter(([, { table }]) => table.definition.role === "disclosure")
      .map(([key]) => largestIn(disclosure, key))
      .filter((largest) => !largest.isZero()),
  );
  // Where only small amounts agree, they say nothing of how large the set is.
  return usual?.lessThanOrEqualTo(whole) === true ? whole : undefined;
}

/** The largest amount of a table, without its sign. */
export function largestIn(disclosure: Disclosure, table: string): Decimal {
  return figuresIn(disclosure, table).reduce(
    (most, { figure }) => (figure.kind === "amount" ? Decimal.max(most, figure.value.abs()) : most),
    ZERO,
  );
}

function median(amounts: readonly Decimal[]): Decimal | undefined {
  const sorted = [...amounts].sort((a, b) => a.comparedTo(b));
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
