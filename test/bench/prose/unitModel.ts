import { Decimal } from "decimal.js";
import type { RandomNumbers } from "../../golden/randomNumbers";
import { CLASSES, ORGANS, PLACES, VEHICLES } from "./words";

export interface Part {
  readonly name: string;
  readonly amount: Decimal;
}

export interface Item {
  readonly section: string;
  readonly item: string;
  readonly budget: Decimal;
  readonly amount: Decimal;
}

export interface FunctionClass extends Part {
  readonly items: readonly Item[];
}

export interface ThreePublic {
  readonly name: "因公出国（境）费" | "公务接待费" | "公务用车购置及运行维护费";
  readonly budget: Decimal;
  readonly amount: Decimal;
  readonly last: Decimal;
}

export interface Fund {
  readonly opening: Decimal;
  readonly revenue: Decimal;
  readonly basic: Decimal;
  readonly project: Decimal;
  readonly expenditure: Decimal;
  readonly closing: Decimal;
}

/** The hidden figures in 元; all that is printed follows from them. */
export interface UnitModel {
  readonly year: number;
  readonly name: string;
  readonly otherName: string;
  readonly revenue: readonly Decimal[];
  readonly revenueTotal: Decimal;
  readonly surplusUsed: Decimal;
  readonly opening: Decimal;
  readonly closing: Decimal;
  readonly total: Decimal;
  readonly expenditure: readonly Decimal[];
  readonly expenditureTotal: Decimal;
  readonly fiscalTotal: Decimal;
  readonly fiscalExpenditure: Decimal;
  readonly fiscalBudget: Decimal;
  readonly classes: readonly FunctionClass[];
  readonly personnel: Decimal;
  readonly nonPersonnel: Decimal;
  readonly basic: Decimal;
  readonly three: readonly ThreePublic[];
  readonly vehiclePurchase: Decimal;
  readonly fund: Fund;
  readonly general: Fund;
  readonly operatingBudget: Decimal;
  readonly procurement: readonly Decimal[];
  readonly smallAndMedium: Decimal;
  readonly small: Decimal;
  readonly vehicles: readonly number[];
  readonly lastTotal: Decimal;
  readonly lastFiscalTotal: Decimal;
  readonly lastFiscalExpenditure: Decimal;
  readonly lastBasic: Decimal;
  readonly basicBudget: Decimal;
}

export const ZERO = new Decimal(0);
export const sumOf = (amounts: readonly Decimal[]): Decimal =>
  amounts.reduce((sum, each) => sum.plus(each), ZERO);

export function drawUnit(random: RandomNumbers, mostItems: number): UnitModel {
  const draw = new Amounts(random, random.chance(0.5) ? 10_000 : 1);
  const classes = drawClasses(random, draw, mostItems);
  const items = classes.flatMap((each) => each.items);
  const fiscalExpenditure = sumOf(items.map(({ amount }) => amount));
  const basic = random.chance(0.12) ? fiscalExpenditure : draw.part(fiscalExpenditure, 0.3, 0.9);
  const personnel = draw.part(basic, 0.6, 0.93);
  const general = drawFund(draw, basic, fiscalExpenditure.minus(basic), random.chance(0.6));
  const fund = random.chance(0.35)
    ? drawFund(draw, ZERO, draw.part(fiscalExpenditure, 0.05, 0.6), true)
    : drawFund(draw, ZERO, ZERO, false);
  const fiscalTotal = sumOf([general.opening, general.revenue, fund.opening, fund.revenue]);
  const others = [0.15, 0.3, 0.1, 0.08, 0.6].map((chance) => draw.maybe(chance, fiscalTotal));
  const own = drawExpenditure(draw, others, random);
  const ownOpening = draw.maybe(0.3, fiscalTotal).times(random.chance(0.1) ? -1 : 1);
  const revenue = [general.revenue.plus(fund.revenue), ...others];
  const expenditure = [
    basic.plus(own[0]!),
    fiscalExpenditure.minus(basic).plus(fund.expenditure).plus(own[1]!),
    ...own.slice(2),
  ];
  const revenueTotal = sumOf(revenue);
  const expenditureTotal = sumOf(expenditure);
  const surplusUsed = draw.maybe(0.1, fiscalTotal);
  const opening = sumOf([general.opening, fund.opening, ownOpening]);
  const total = sumOf([revenueTotal, surplusUsed, opening]);
  const nonPersonnel = basic.minus(personnel);
  const operatingBudget = random.chance(0.1) ? ZERO : draw.around(nonPersonnel);
  const procurement = [0.85, 0.35, 0.6].map((chance) => draw.maybe(chance, expenditureTotal));
  const smallAndMedium = draw.part(sumOf(procurement), 0.4, 1);
  const [name, otherName] = drawName(random);
  const isNew = random.chance(0.08);
  const lastFiscalExpenditure = random.chance(0.1)
    ? fiscalExpenditure
    : draw.around(fiscalExpenditure);
  const three = drawThree(random, draw, nonPersonnel);
  return {
    year: random.integer(2018, 2025),
    name,
    otherName,
    revenue,
    revenueTotal,
    surplusUsed,
    opening,
    closing: total.minus(expenditureTotal),
    total,
    expenditure,
    expenditureTotal,
    fiscalTotal,
    fiscalExpenditure,
    fiscalBudget: sumOf(items.map(({ budget }) => budget)),
    classes,
    personnel,
    nonPersonnel,
    basic,
    three,
    vehiclePurchase: random.chance(0.25) ? draw.part(three[2]!.amount, 0.4, 0.8) : ZERO,
    fund,
    general,
    operatingBudget,
    procurement,
    smallAndMedium,
    small: draw.part(smallAndMedium, 0.3, 1),
    vehicles: VEHICLES.map((_, index) =>
      index > 0 && random.chance(0.4) ? random.integer(1, 6) : 0,
    ),
    lastTotal: isNew ? ZERO : draw.around(total),
    lastFiscalTotal: isNew ? ZERO : draw.around(fiscalTotal),
    lastFiscalExpenditure: isNew ? ZERO : lastFiscalExpenditure,
    lastBasic: isNew ? ZERO : draw.around(basic),
    basicBudget: draw.around(basic),
  };
}

const USUAL = [0.75, 1.25] as const;
/** Of a base to its figure. */
const RATIOS = [USUAL, USUAL, USUAL, USUAL, USUAL, USUAL, USUAL, [0.2, 4], [0.993, 1.007]] as const;

/** Draws in whole cents: exact as numbers, and many of them. */
class Amounts {
  constructor(
    private readonly random: RandomNumbers,
    /** 1 cent, or a cent of 万元: nothing is lost in print. */
    private readonly grain: 1 | 10_000,
  ) {}

  /** Of 元; a nonzero amount prints as one. */
  whole(amount: number): Decimal {
    const cents = Math.floor((amount * 100) / this.grain) * this.grain;
    return new Decimal(Math.max(cents, 10_000) / 100);
  }

  part(most: Decimal, from: number, to: number): Decimal {
    const all = most.toNumber();
    const share = from + (to - from) * this.random.next();
    return all < 1000 || share > 0.995 ? most : this.whole(all * share);
  }

  /** Last year's, or a budget: mostly not far away, at times a multiple or nearly the same. */
  around(amount: Decimal): Decimal {
    if (amount.isZero()) return ZERO;
    const [from, to] = this.random.pick(RATIOS);
    const factor = from + (to - from) * this.random.next();
    return this.whole(amount.toNumber() * factor);
  }

  maybe(chance: number, scale: Decimal): Decimal {
    return this.random.chance(chance) ? this.part(scale, 0.01, 0.4) : ZERO;
  }

  /** Of 万元, small ones as likely as large ones. */
  drawn(most: number): Decimal {
    const least = most * (0.02 + 0.04 * this.random.next());
    return this.whole(10_000 * (least + Math.exp(this.random.next() * Math.log(most))));
  }
}

function drawName(random: RandomNumbers): [string, string] {
  const place = random.pick(PLACES);
  const [organ, other] = random.pick(ORGANS);
  return [`${place}${organ}`, `${place}${other}`];
}

function drawClasses(random: RandomNumbers, draw: Amounts, mostItems: number): FunctionClass[] {
  const scale = random.pick([150, 600, 600, 4000, 60_000]);
  let left = mostItems > 20 ? mostItems : random.integer(1, mostItems);
  const classes: FunctionClass[] = [];
  const from = mostItems > 20 ? 0 : random.integer(0, CLASSES.length - 1);
  for (const [name, known] of [...CLASSES.slice(from), ...CLASSES.slice(0, from)]) {
    if (left <= 0) break;
    if (classes.length > 0 && random.chance(mostItems > 20 ? 0.05 : 0.3)) continue;
    const items = known.slice(
      0,
      Math.min(left, mostItems > 20 ? known.length : random.integer(1, known.length)),
    );
    left -= items.length;
    const drawnItems = items.map(([section, item]): Item => {
      const amount = draw.drawn(scale);
      return { section, item, amount, budget: drawBudget(random, draw, amount) };
    });
    classes.push({ name, items: drawnItems, amount: sumOf(drawnItems.map((each) => each.amount)) });
  }
  return classes;
}

function drawBudget(random: RandomNumbers, draw: Amounts, amount: Decimal): Decimal {
  if (random.chance(0.15)) return ZERO;
  return random.chance(0.2) ? amount : draw.around(amount);
}

/** Opening + revenue = expenditure + closing. */
function drawFund(draw: Amounts, basic: Decimal, project: Decimal, hasCarryover: boolean): Fund {
  const expenditure = basic.plus(project);
  const opening = hasCarryover ? draw.part(expenditure, 0.02, 0.5) : ZERO;
  const closing = hasCarryover ? draw.maybe(0.7, expenditure) : ZERO;
  const revenue = expenditure.plus(closing).minus(opening);
  return { opening, revenue, basic, project, expenditure, closing };
}

/** What is spent of the other revenue, by the five kinds of expenditure. */
function drawExpenditure(
  draw: Amounts,
  [superior, service, business, remitted, other]: readonly Decimal[],
  random: RandomNumbers,
): Decimal[] {
  const spent = (amount: Decimal | undefined) =>
    !amount || amount.isZero() ? ZERO : draw.part(amount, 0.7, 1);
  const isBasic = random.chance(0.5);
  const free = sumOf([spent(superior), spent(service), spent(other)]);
  return [isBasic ? free : ZERO, isBasic ? ZERO : free, ZERO, spent(business), spent(remitted)];
}

function drawThree(random: RandomNumbers, draw: Amounts, scale: Decimal): ThreePublic[] {
  const names = ["因公出国（境）费", "公务接待费", "公务用车购置及运行维护费"] as const;
  return names.map((name, index): ThreePublic => {
    if (random.chance([0.85, 0.15, 0.3][index] ?? 0)) {
      return { name, budget: ZERO, amount: ZERO, last: ZERO };
    }
    const budget = draw.part(scale, 0.02, 0.15);
    const amount = random.chance(0.1)
      ? ZERO
      : random.chance(0.15)
        ? budget
        : draw.part(budget, 0.3, 1);
    return { name, budget, amount, last: drawLast(random, draw, amount, budget) };
  });
}

function drawLast(random: RandomNumbers, draw: Amounts, amount: Decimal, budget: Decimal): Decimal {
  if (random.chance(0.2)) return ZERO;
  return random.chance(0.15) ? amount : draw.around(budget);
}
