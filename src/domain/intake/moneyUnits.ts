import type { Template } from "../checking/compileTemplate";
import { sharedFigures, stepsOfWan } from "../checking/sharedFigures";
import type { Disclosure } from "../disclosure/disclosure";
import { walkFigures } from "../disclosure/figuresIn";
import { normaliseLabel } from "../template/labels";
import type { MoneyUnit } from "../money/moneyUnit";
import { outOfScale } from "./outOfScale";
import type { TableUnit, UnitAnswer } from "./tableUnit";

/** Too small to tell, in whichever unit. */
const SMALL = 0.1;

/** In which unit each recognised table stands; never guessed. */
export function moneyUnits(
  disclosure: Disclosure,
  { relations }: Template,
  said: ReadonlyMap<string, UnitAnswer> = new Map(),
): ReadonlyMap<string, TableUnit> {
  const keys = [...disclosure.placement.tables]
    .filter(([, { table }]) => table.definition.role === "disclosure")
    .map(([key]) => key)
    .filter((key) => said.get(key) !== "leaveOut");
  const asked = new Set(keys);
  const shared = sharedFigures(disclosure, relations).filter((pair) =>
    pair.every(({ table, value }) => asked.has(table) && value.abs().greaterThanOrEqualTo(SMALL)),
  );
  const units = new Map<string, TableUnit>();
  const filled = keys.filter((key) => holdsAmounts(disclosure, key));
  for (const key of keys) units.set(key, { unit: "万元", by: "empty" });
  const groups = groupsOf(filled, shared);
  for (const group of groups) {
    for (const [key, unit] of unitsOf(group, disclosure, said)) units.set(key, unit);
  }
  const together = groups.map(({ sizes }) => [...sizes.keys()]);
  for (const key of outOfScale(together, units, disclosure)) {
    const heading = printedUnit(disclosure, key);
    units.set(key, { why: "contradiction", ...(heading === undefined ? {} : { heading }) });
  }
  return units;
}

function holdsAmounts(disclosure: Disclosure, table: string): boolean {
  for (const { figure } of walkFigures(disclosure, table)) {
    if (figure.kind === "amount" && !figure.value.isZero()) return true;
  }
  return false;
}

type Shared = ReturnType<typeof sharedFigures>;

/** Tables that share figures; larger: by 10,000 times than the same figures elsewhere in the group. */
interface Group {
  readonly sizes: ReadonlyMap<string, "larger" | "smaller">;
  readonly isMixed: boolean;
  /** The shared figures do not tell how the tables stand to each other. */
  readonly isContrary: boolean;
}

function groupsOf(keys: readonly string[], shared: Shared): Group[] {
  const votes = votesOf(shared);
  const left = new Set(keys);
  const groups: Group[] = [];
  for (const first of keys) {
    if (!left.delete(first)) continue;
    /** How many times by 10,000 smaller than in the first table. */
    const powers = new Map<string, number>([[first, 0]]);
    let isContrary = false;
    const open = [first];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const [other, step] of votes.get(at) ?? []) {
        const power = (powers.get(at) ?? 0) + (step === "contrary" ? 0 : step);
        if (!powers.has(other)) {
          powers.set(other, power);
          left.delete(other);
          open.push(other);
        }
        isContrary ||= step === "contrary" || powers.get(other) !== power;
      }
    }
    groups.push(groupOf(powers, isContrary));
  }
  return groups;
}

function groupOf(powers: ReadonlyMap<string, number>, isContrary: boolean): Group {
  const lowest = Math.min(...powers.values());
  const highest = Math.max(...powers.values());
  return {
    sizes: new Map(
      Array.from(powers, ([key, power]) => [key, power === lowest ? "larger" : "smaller"]),
    ),
    isMixed: highest > lowest,
    isContrary: isContrary || highest - lowest > 1,
  };
}

/** From one table to the other: how many times 10,000 its figures are smaller. */
type Step = -1 | 0 | 1 | "contrary";

function votesOf(shared: Shared): Map<string, Map<string, Step>> {
  const votes = new Map<string, Map<string, Step>>();
  const vote = (from: string, to: string, step: Step) => {
    const own = votes.get(from) ?? new Map<string, Step>();
    votes.set(from, own);
    const before = own.get(to);
    own.set(to, before === undefined || before === step ? step : "contrary");
  };
  for (const [a, b] of shared) {
    const step = stepsOfWan(a.value, b.value);
    // A difference is a mistake, and says nothing about units.
    if (step === undefined) continue;
    vote(a.table, b.table, step);
    vote(b.table, a.table, step === 0 ? 0 : step === 1 ? -1 : 1);
  }
  return votes;
}

function unitsOf(
  { sizes, isMixed, isContrary }: Group,
  disclosure: Disclosure,
  said: ReadonlyMap<string, UnitAnswer>,
): [string, TableUnit][] {
  const printed = (key: string) => printedUnit(disclosure, key);
  const stated = new Set(
    [...sizes.keys()].map((key) => said.get(key) ?? printed(key)).filter(isMoneyUnit),
  );
  const [alone] = stated.size === 1 ? stated : [];
  return Array.from(sizes, ([key, size]): [string, TableUnit] => {
    const answer = said.get(key);
    if (isMoneyUnit(answer)) return [key, { unit: answer, by: "person" }];
    const heading = printed(key);
    if (heading !== undefined && saysBoth(heading)) return [key, { why: "bothUnits", heading }];
    if (heading !== undefined && !isMoneyUnit(heading)) return [key, { why: "otherUnit", heading }];
    if (stated.size === 0) return [key, { why: "noHeading" }];
    // Between 元 and 万元 the larger figures are those in 元.
    const bySize = isMixed ? (size === "larger" ? "元" : "万元") : alone;
    const isClear = !isContrary && bySize !== undefined;
    if (isClear && heading === undefined) return [key, { unit: bySize, by: "size" }];
    if (isClear && heading === bySize) return [key, { unit: bySize, by: "heading" }];
    return [key, { why: "contradiction", ...(heading === undefined ? {} : { heading }) }];
  });
}

function printedUnit({ texts }: Disclosure, key: string): string | undefined {
  const text = texts.get(key)?.moneyUnit?.text;
  return text === undefined ? undefined : normaliseLabel(text);
}

/** 元/万元: a form that waits for one of them to be crossed out. */
function saysBoth(heading: string): boolean {
  const units = heading.match(/[百千万亿]*元/gu) ?? [];
  return units.length > 1 && units.every(isMoneyUnit);
}

function isMoneyUnit(unit: string | undefined): unit is MoneyUnit {
  return unit === "元" || unit === "万元";
}
