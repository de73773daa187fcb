import type { Decimal } from "decimal.js";
import type { Template } from "../checking/compileTemplate";
import { bindingsOf } from "../checking/instances";
import type { Relation } from "../checking/relation";
import type { Disclosure } from "../disclosure/disclosure";
import type { Reference } from "../expression/expression";
import { bind, figuresOf, type Binding, type Scope } from "../expression/scope";
import { isMany } from "../expression/write";
import { normaliseLabel } from "../template/labels";

export type MoneyUnit = "元" | "万元";

/**
 * heading: as the table prints it · size: its figures are those of tables that print theirs · person: as the person
 * says. Where it cannot be told: noHeading, and no other table tells · contradiction: the headings say one thing, the
 * figures another · otherUnit: neither 元 nor 万元.
 */
export type TableUnit =
  | { readonly unit: MoneyUnit; readonly by: "heading" | "size" | "person" }
  | {
      readonly unit?: undefined;
      readonly why: "noHeading" | "contradiction" | "otherUnit";
      /** As printed. */
      readonly heading?: string;
    };

interface Link {
  readonly tables: readonly [string, string];
  /** The first table's figure over the second's. */
  readonly ratio: Decimal;
}

const WAN = 10_000;
/** Two decimals of 万元 against 元: what rounding alone may do to the ratio of small figures. */
const NEAR = 0.05;

/** What a person answers about a table's money unit; leaveOut: nothing of it is taken. */
export type UnitAnswer = MoneyUnit | "leaveOut";

/** In which unit each recognised table stands; never guessed. */
export function moneyUnits(
  disclosure: Disclosure,
  { relations, structure }: Template,
  said: ReadonlyMap<string, UnitAnswer> = new Map(),
): ReadonlyMap<string, TableUnit> {
  const keys = [...disclosure.placement.tables]
    .filter(([, { table }]) => table.definition.role === "disclosure")
    .map(([key]) => key)
    .filter((key) => said.get(key) !== "leaveOut");
  const links = linksOf(disclosure, relations, structure.definition);
  const units = new Map<string, TableUnit>();
  for (const group of groupsOf(keys, links)) {
    for (const [key, unit] of unitsOf(group, disclosure, said)) units.set(key, unit);
  }
  return new Map(keys.flatMap((key) => [[key, units.get(key) ?? { why: "noHeading" }]]));
}

/** Tables that share figures; larger: by 10,000 times than the same figures elsewhere in the group. */
interface Group {
  readonly sizes: ReadonlyMap<string, "larger" | "smaller">;
  readonly isMixed: boolean;
  /** The shared figures do not tell how the tables stand to each other. */
  readonly isContrary: boolean;
}

function groupsOf(keys: readonly string[], links: readonly Link[]): Group[] {
  const votes = votesOf(links);
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

function votesOf(links: readonly Link[]): Map<string, Map<string, Step>> {
  const votes = new Map<string, Map<string, Step>>();
  const vote = (from: string, to: string, step: Step) => {
    const own = votes.get(from) ?? new Map<string, Step>();
    votes.set(from, own);
    const before = own.get(to);
    own.set(to, before === undefined || before === step ? step : "contrary");
  };
  for (const { tables, ratio } of links) {
    const step = stepOf(ratio);
    // A difference is a mistake, and says nothing about units.
    if (step === undefined) continue;
    const [a, b] = tables;
    vote(a, b, step);
    vote(b, a, step === 0 ? 0 : step === 1 ? -1 : 1);
  }
  return votes;
}

function stepOf(ratio: Decimal): -1 | 0 | 1 | undefined {
  const isNear = (wanted: number) => ratio.div(wanted).minus(1).abs().lessThan(NEAR);
  if (isNear(1)) return 0;
  if (isNear(WAN)) return 1;
  return isNear(1 / WAN) ? -1 : undefined;
}

/** Figures that two tables share, as the package's relations say. */
function linksOf(
  disclosure: Disclosure,
  relations: readonly Relation[],
  { decimals, percentDecimals }: Pick<Scope, "decimals" | "percentDecimals">,
): Link[] {
  const scope: Scope = { source: disclosure, decimals, percentDecimals };
  return relations.flatMap((relation) => {
    const { left, right, comparison } = relation.comparing;
    if (comparison !== "=" || left.kind !== "reference" || right.kind !== "reference") return [];
    const [a, b] = [left.reference, right.reference];
    if (a.table.key === b.table.key || isMany(a.row) || isMany(b.row)) return [];
    return bindingsOf(relation, disclosure).flatMap((binding): Link[] => {
      const [x, y] = [amountOf(a, scope, binding), amountOf(b, scope, binding)];
      return x && y ? [{ tables: [a.table.key, b.table.key], ratio: x.div(y) }] : [];
    });
  });
}

/** Nothing where there is none, or it is too small to tell. */
function amountOf(reference: Reference, scope: Scope, binding: Binding): Decimal | undefined {
  const [at, another] = figuresOf(reference, bind(scope, binding));
  if (another || at?.figure.kind !== "amount") return undefined;
  const { value } = at.figure;
  return value.abs().lessThan(0.1) ? undefined : value;
}

function unitsOf(
  { sizes, isMixed, isContrary }: Group,
  { texts }: Disclosure,
  said: ReadonlyMap<string, UnitAnswer>,
): [string, TableUnit][] {
  const printed = (key: string): string | undefined => {
    const text = texts.get(key)?.moneyUnit?.text;
    return text === undefined ? undefined : normaliseLabel(text);
  };
  const stated = new Set(
    [...sizes.keys()].map((key) => said.get(key) ?? printed(key)).filter(isMoneyUnit),
  );
  const [alone] = stated.size === 1 ? stated : [];
  return Array.from(sizes, ([key, size]): [string, TableUnit] => {
    const answer = said.get(key);
    if (isMoneyUnit(answer)) return [key, { unit: answer, by: "person" }];
    const heading = printed(key);
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

function isMoneyUnit(unit: string | undefined): unit is MoneyUnit {
  return unit === "元" || unit === "万元";
}
