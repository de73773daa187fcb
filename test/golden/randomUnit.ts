import { Decimal } from "decimal.js";
import { RandomNumbers } from "./randomNumbers";
import { randomEvaluation, randomSupplement } from "./randomAttachments";
import { type BaseItem, type ThreePublic, total, type Unit, ZERO } from "./unit";
import { withExactTies } from "./exactTies";
import { totalsOf } from "./unitTables";
import { CLASS_NAMES, ECONOMIC_CODES } from "./unitWorkbook";

/** Which money a unit has at all. */
interface Habits {
  readonly managedFunds: boolean;
  readonly stateCapital: boolean;
  readonly own: boolean;
  readonly largest: number;
}

/** A unit whose accounts balance, the same for the same seed; of `size` 项, else of any. */
export function randomUnit(seed: number, size?: number): Unit {
  const random = new RandomNumbers(seed);
  const habits: Habits = {
    managedFunds: random.chance(0.5),
    stateCapital: random.chance(0.35),
    own: random.chance(0.6),
    largest: random.pick([80, 2_000, 90_000]),
  };
  const codes = randomCodes(random, size ?? randomSize(random));
  const items = codes.map((code) => randomItem(code, random, habits));
  const own = randomOwn(items, random, habits);
  const balanced = withExactTies({ items, own }, random);
  const accounts = {
    name: `示例第${seed.toString()}号单位`,
    year: 2020,
    ...balanced,
    names: namesOf(codes),
    economic: {},
    threePublic: NO_THREE_PUBLIC,
    supplement: [],
    initialBudgets: {},
    evaluation: { funds: [], goals: ["", ""], indicators: [] },
    zero: random.pick(["0.00", ""]),
  } as const satisfies Unit;
  const totals = totalsOf(accounts);
  const economic = randomEconomic(totals.funds[0]?.basic ?? ZERO, random);
  return {
    ...accounts,
    economic,
    threePublic: randomThreePublic(economic, random),
    supplement: randomSupplement(totals, random),
    evaluation: randomEvaluation(totals, random),
  };
}

function randomSize(random: RandomNumbers): number {
  return Math.round(Math.exp(Math.log(2) + random.next() * Math.log(150)));
}

function randomCodes(random: RandomNumbers, count: number): string[] {
  const classes = Object.keys(CLASS_NAMES);
  const codes = new Set<string>();
  while (codes.size < count) {
    const section = random.pick(["01", "02", "05", "08", "11", "99"]);
    const item = random.integer(1, 30).toString().padStart(2, "0");
    codes.add(`${random.pick(classes)}${section}${random.chance(0.1) ? "99" : item}`);
  }
  return [...codes].sort();
}

function namesOf(codes: readonly string[]): Record<string, string> {
  const names: Record<string, string> = { ...CLASS_NAMES };
  for (const code of codes) {
    names[code.slice(0, 5)] = `示例款${code.slice(0, 5)}`;
    names[code] = `示例项${code}`;
  }
  return names;
}

function randomItem(code: string, random: RandomNumbers, habits: Habits): BaseItem {
  const has = [random.chance(0.9), habits.managedFunds, habits.stateCapital];
  const chance = [1, 0.2, 0.15];
  const opening: Decimal[] = [];
  const fiscalRevenue: Decimal[] = [];
  const fiscalSpending: Decimal[] = [];
  for (const fund of [0, 1, 2]) {
    const used = (has[fund] ?? false) && random.chance(chance[fund] ?? 0);
    const carried = used && random.chance(0.4) ? random.amount(habits.largest / 10) : ZERO;
    const revenue = used ? random.amount(habits.largest) : ZERO;
    const spent = random.chance(0.7) ? carried.plus(revenue) : random.part(carried.plus(revenue));
    const basic = random.part(spent);
    opening.push(carried);
    fiscalRevenue.push(revenue);
    fiscalSpending.push(basic, spent.minus(basic));
  }
  const sometimes = () =>
    habits.own && random.chance(0.15) ? random.amount(habits.largest / 4) : ZERO;
  const several = (count: number) => Array.from({ length: count }, sometimes);
  return {
    code,
    amounts: {
      opening,
      fiscalRevenue,
      otherRevenue: several(5),
      fiscalSpending,
      ownSpending: several(2),
      transfers: several(3),
    },
  };
}

/** Money of its own: what is missing comes out of the surplus of earlier years. */
function randomOwn(items: readonly BaseItem[], random: RandomNumbers, habits: Habits): Unit["own"] {
  const revenue = total(items.flatMap(({ amounts }) => amounts.otherRevenue));
  const spent = total(
    items.flatMap(({ amounts }) => [...amounts.ownSpending, ...amounts.transfers]),
  );
  const opening = habits.own ? random.amount(habits.largest) : ZERO;
  const left = opening.plus(revenue).minus(spent);
  const surplusUsed = left.isNegative() ? left.negated() : ZERO;
  const distributed = habits.own ? random.part(left.plus(surplusUsed)) : ZERO;
  return { opening, surplusUsed, distributed };
}

function randomEconomic(basic: Decimal, random: RandomNumbers): Record<string, Decimal> {
  const codes = ECONOMIC_CODES.filter(() => random.chance(0.5));
  const economic: Record<string, Decimal> = {};
  let left = basic;
  for (const code of codes) {
    const amount = random.part(left.div(4).toDecimalPlaces(2, Decimal.ROUND_DOWN));
    economic[code] = amount;
    left = left.minus(amount);
  }
  // What is left over goes where most of it goes.
  economic["30101"] = (economic["30101"] ?? ZERO).plus(left);
  return economic;
}

const NO_THREE_PUBLIC = {
  budget: [ZERO, ZERO, ZERO, ZERO],
  final: [ZERO, ZERO, ZERO, ZERO],
} as const satisfies { budget: ThreePublic; final: ThreePublic };

/** What 06 shows of each, and within the budget. */
function randomThreePublic(
  economic: Readonly<Record<string, Decimal>>,
  random: RandomNumbers,
): Unit["threePublic"] {
  const shown = (code: string) => economic[code] ?? ZERO;
  const final = [shown("30212"), shown("31013"), shown("30231"), shown("30217")] as const;
  if (final.every((amount) => amount.isZero())) return NO_THREE_PUBLIC;
  const [abroad, bought, run, guests] = final;
  const more = (amount: Decimal) => (random.chance(0.5) ? amount : amount.plus(random.amount(5)));
  return {
    budget: [more(abroad), more(bought), more(run), more(guests)],
    final,
  };
}
