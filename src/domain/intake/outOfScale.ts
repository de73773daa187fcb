import { Decimal } from "decimal.js";
import { WAN } from "../checking/sharedFigures";
import { largestIn } from "../checking/wholeOfSet";
import type { Disclosure } from "../disclosure/disclosure";
import type { TableUnit } from "./tableUnit";

/** A table in 元 whose largest figure is that many times smaller than the set's is in 万元, by all that is published. */
const TOO_SMALL = 100_000;

/**
 * Tables that share no figure with the others, and whose unit cannot be what it says: no part is larger than the
 * whole set, and none that tiny. `groups`: tables that share figures; the largest of them is the set's.
 */
export function outOfScale(
  groups: readonly (readonly string[])[],
  units: ReadonlyMap<string, TableUnit>,
  disclosure: Disclosure,
): string[] {
  const size = Math.max(0, ...groups.map(({ length }) => length));
  const [main, another] = groups.filter(({ length }) => length === size);
  // A table alone says nothing of how large the set is.
  if (!main || another || size < 2) return [];
  const whole = largestOf(main, units, disclosure);
  if (!whole) return [];
  return groups.flatMap((group) => {
    if (group === main || group.some((key) => settledBy(units.get(key)) === "person")) return [];
    const largest = largestOf(group, units, disclosure);
    if (!largest) return [];
    const isTiny =
      largest.times(TOO_SMALL).lessThan(whole) &&
      group.some((key) => units.get(key)?.unit === "元");
    return largest.greaterThan(whole) || isTiny ? group : [];
  });
}

function settledBy(unit: TableUnit | undefined): string | undefined {
  return unit?.unit === undefined ? undefined : unit.by;
}

/** In 元; undefined while a unit is open. */
function largestOf(
  tables: readonly string[],
  units: ReadonlyMap<string, TableUnit>,
  disclosure: Disclosure,
): Decimal | undefined {
  const values = tables.map((key) => {
    const unit = units.get(key)?.unit;
    if (unit === undefined) return undefined;
    const largest = largestIn(disclosure, key);
    return unit === "元" ? largest : largest.times(WAN);
  });
  const known = values.flatMap((value) => value ?? []);
  return known.length < values.length || known.length === 0 ? undefined : Decimal.max(...known);
}
