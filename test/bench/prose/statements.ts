import { Decimal } from "decimal.js";
import * as budgets from "./budgetPhrasings";
import * as changes from "./changePhrasings";
import { clauseStart } from "./clause";
import type { Draft, FigureSlot, Mistakes, Rendered, Slots, Touch } from "./draft";
import {
  changeClaims,
  completionClaim,
  levelClaim,
  type PendingClaim,
  zeroBaseClaim,
} from "./pendingClaims";
import type { PhrasingTable } from "./phrasing";
import { printsAlike } from "./style";
import { ZERO } from "./unitModel";
import { REASONS, THREE_PUBLIC_REASONS } from "./words";

export const amount = (key: string, exact: Decimal, part?: Touch["part"]): FigureSlot => ({
  role: "amount",
  key,
  exact,
  part,
});

export const percent = (key: string, exact: Decimal, mistakes: Mistakes = {}): FigureSlot => ({
  role: "percent",
  key: `${key}%`,
  exact,
  mistakes,
});

const HUNDRED = new Decimal(100);

export const rateOf = (part: Decimal, whole: Decimal): Decimal => part.div(whole).times(100);

/** Writes sentences about single figures and keeps what they claim. */
export class Statements {
  readonly claims: PendingClaim[] = [];

  constructor(readonly draft: Draft) {}

  /** A figure against last year's. */
  growth(subject: string, short: string, key: string, current: Decimal, last: Decimal): void {
    const { random } = this.draft;
    const slots = {
      ...this.subject(subject, short, key, current.comparedTo(last)),
      A: amount(key, current),
      L: amount(`${key}:last`, last),
    };
    if (this.isSame(current, last)) {
      this.level(changes.LEVEL, slots, "A", "L");
      return;
    }
    if (last.isZero()) {
      const isOwn = key.startsWith("three") || key === "newSpending";
      const sound = isOwn ? changes.NO_LAST_SPENDING : changes.NO_LAST_YEAR;
      this.zeroBase(sound, changes.ZERO_BASE_RATE, slots, "P");
      return;
    }
    const change = current.minus(last);
    if (this.isSame(change, ZERO)) {
      this.draft.render("{S}{A}。", slots);
      return;
    }
    const rate = rateOf(change, last).abs();
    if (rate.lessThan(0.8) && random.chance(0.5)) {
      this.draft.sentence(changes.NEARLY_LEVEL, slots);
      return;
    }
    const table = random.pick([
      ...Array.from({ length: 6 }, () => changes.GROWTH),
      ...Array.from({ length: 3 }, () => changes.GROWTH_WITH_LAST),
      changes.RATE_ALONE,
    ]);
    const mistakes = changeMistakes(current, last);
    this.change(table, `${key}:last`, change, {
      ...slots,
      D: amount(`${key}:change`, change.abs()),
      P: percent(`${key}:growth`, rate, mistakes),
      G: percent(`${key}:signed`, rateOf(change, last)),
    });
  }

  /** The change alone, against last year's or against the budget. */
  difference(
    subject: string,
    short: string,
    key: string,
    [current, last, budget]: readonly [Decimal, Decimal, Decimal],
  ): void {
    const template = this.draft.phrase(changes.CHANGE_ALONE);
    const base = template.includes("{B}") ? budget : last;
    const change = current.minus(base);
    if (base.isZero() || this.isTooNear(current, base)) {
      this.completion(subject, key, current, budget);
      return;
    }
    const slots = {
      ...this.subject(subject, short, key, change.comparedTo(0)),
      A: amount(key, current),
      B: amount(`${key}:budget`, budget),
      L: amount(`${key}:last`, last),
      D: amount(`${key}:difference`, change.abs()),
    };
    const rendered = this.draft.render(template, slots, change.comparedTo(0));
    this.changed(rendered, "", change);
  }

  /** 机关运行经费: the rate of change on the budget. */
  againstBudget(
    subject: string,
    short: string,
    key: string,
    current: Decimal,
    budget: Decimal,
  ): void {
    const change = current.minus(budget);
    if (budget.isZero() || this.isTooNear(current, budget)) {
      this.completion(subject, key, current, budget);
      return;
    }
    this.change(changes.BUDGET_GROWTH, `${key}:budget`, change, {
      ...this.subject(subject, short, key, change.comparedTo(0)),
      A: amount(key, current),
      B: amount(`${key}:budget`, budget),
      D: amount(`${key}:overBudget`, change.abs()),
      P: percent(
        `${key}:overBudget`,
        rateOf(change, budget).abs(),
        changeMistakes(current, budget),
      ),
      G: percent(`${key}:overBudgetSigned`, rateOf(change, budget)),
    });
  }

  /** Returns the two amounts where the sentence has them. */
  completion(
    subject: string,
    key: string,
    current: Decimal,
    budget: Decimal,
    wrong?: Decimal,
  ): Rendered {
    const slots = {
      ...this.subject(subject, subject, key, current.comparedTo(budget)),
      A: amount(key, current, "sum"),
      B: amount(`${key}:budget`, budget, "sum"),
    };
    const none = percent(`${key}:completion`, current);
    if (current.isZero() && budget.isZero()) return this.nothing(slots, none);
    if (budget.isZero()) {
      return this.zeroBase(budgets.NO_BUDGET, budgets.NO_BUDGET_COMPLETED, slots, "P");
    }
    const rate = rateOf(current, budget);
    const isOther = wrong && !wrong.isZero() && !wrong.equals(budget);
    const mistakes = isOther ? { wrongBudget: rateOf(current, wrong) } : {};
    const all = { ...slots, P: percent(`${key}:completion`, rate, mistakes) };
    if (this.isSame(current, budget)) return this.level(budgets.COMPLETED, all, "A", "B");
    const table = current.isZero() ? budgets.UNUSED : budgets.COMPLETION;
    const sign = current.comparedTo(budget);
    const rendered = this.draft.sentence(table, all, sign);
    const { A, B, P } = rendered.figures;
    if (A && B && P) this.claims.push(completionClaim(P, A, B));
    const change = { sign, current: A, base: B, change: undefined, rate: undefined };
    this.claims.push(...changeClaims(rendered, change));
    return rendered;
  }

  /** The figures differ in print, or not, but what they differ by prints as nothing. */
  private isTooNear(one: Decimal, other: Decimal): boolean {
    return this.isSame(one, other) || this.isSame(one.minus(other), ZERO);
  }

  private isSame(one: Decimal, other: Decimal): boolean {
    return printsAlike(one, other, this.draft.style);
  }

  private change(table: PhrasingTable, baseKey: string, change: Decimal, slots: Slots): void {
    const rendered = this.draft.sentence(table, slots, change.comparedTo(0));
    this.changed(rendered, baseKey, change);
  }

  private changed(rendered: Rendered, baseKey: string, change: Decimal): void {
    const { A, B, L, D, P, G } = rendered.figures;
    const facts = { sign: change.comparedTo(0), current: A, base: L ?? B, change: D, rate: P ?? G };
    this.claims.push(...changeClaims(rendered, { ...facts, baseKey }));
  }

  private level(table: PhrasingTable, slots: Slots, one: string, other: string): Rendered {
    const rendered = this.draft.sentence(table, slots);
    const { figures } = rendered;
    const pair = [figures[one], figures[other]] as const;
    const word = /持平|相[同等]|一致|等于|无(?:增减)?(?:变化|差异)|没有(?:增减|变化|差异)/u;
    const start = pair[0] ? Math.min(pair[0].clause, pair[1]?.clause ?? Infinity) : 0;
    const found = word.exec(this.draft.text.slice(start));
    if (found) {
      const at = start + found.index;
      const span = { start: clauseStart(this.draft.text, at), end: at + found[0].length };
      this.claims.push(levelClaim(span, found[0], pair));
    }
    const { A, B, P } = figures;
    if (A && B && P) this.claims.push(completionClaim(P, A, B));
    return rendered;
  }

  private nothing(slots: Slots, rate: FigureSlot): Rendered {
    const rendered = this.draft.sentence(budgets.NOTHING, { ...slots, P: rate });
    const { P } = rendered.figures;
    if (P) this.claims.push(zeroBaseClaim(P, false));
    return rendered;
  }

  private zeroBase(
    sound: PhrasingTable,
    slip: PhrasingTable,
    slots: Slots,
    rate: string,
  ): Rendered {
    if (!this.draft.slips("zeroBase", "")) return this.draft.sentence(sound, slots);
    const hundred = { ...percent("zeroBase", HUNDRED), key: "" };
    const rendered = this.draft.sentence(slip, { ...slots, [rate]: hundred });
    const figure = rendered.figures[rate];
    if (figure) this.claims.push(zeroBaseClaim(figure, true));
    return rendered;
  }

  private subject(subject: string, short: string, key: string, sign: number) {
    const direction = sign === 0 ? "level" : sign > 0 ? "rise" : "fall";
    const reasons = (key.startsWith("three") ? THREE_PUBLIC_REASONS : REASONS)[direction];
    return { S: subject, S0: short, reason: this.draft.random.pick(reasons) };
  }
}

function changeMistakes(current: Decimal, base: Decimal): Mistakes {
  const change = current.minus(base);
  return {
    ratioAsGrowth: rateOf(current, base),
    ...(current.isZero() ? {} : { wrongBase: rateOf(change, current).abs() }),
  };
}
