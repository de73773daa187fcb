import { Decimal } from "decimal.js";
import type { Disclosure } from "../disclosure/disclosure";
import { readFigure } from "../disclosure/readFigure";
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

/** The largest amount of a table, without its sign. Read cell by cell: it is asked after every edit. */
export function largestIn({ placement, snapshot, structure }: Disclosure, table: string): Decimal {
  const placed = placement.tables.get(table);
  const sheet = snapshot.sheets.find(({ name }) => name === placed?.sheet);
  const { decimals } = structure.definition;
  let most = ZERO;
  let passed = 0;
  for (const { block, columns, rows } of (sheet && placed?.blocks) ?? []) {
    for (const { row, columns: own } of rows) {
      for (const { key } of block.figureColumns) {
        const column = (own ?? columns).get(key);
        const value = column === undefined ? undefined : sheet?.values[row - 1]?.[column - 1];
        if (value === undefined || (typeof value === "number" && Math.abs(value) < passed))
          continue;
        const figure = readFigure(value, decimals);
        if (figure.kind !== "amount") continue;
        most = Decimal.max(most, figure.value.abs());
        passed = most.toNumber();
      }
    }
  }
  return most;
}

function median(amounts: readonly Decimal[]): Decimal | undefined {
  const sorted = [...amounts].sort((a, b) => a.comparedTo(b));
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
