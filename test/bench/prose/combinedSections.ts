import { Decimal } from "decimal.js";
import * as combined from "./combinedPhrasings";
import type { Figure } from "./claim";
import type { FigureSlot, Slots } from "./draft";
import { MainSections, shareOf } from "./mainSections";
import { changeClaims, completionClaim, shareClaim, shareOfKey, sumClaim } from "./pendingClaims";
import type { PhrasingTable } from "./phrasing";
import { amount, percent, rateOf } from "./statements";
import { printsAlike } from "./style";
import { ZERO } from "./unitModel";
import * as words from "./words";

interface Changed {
  readonly key: string;
  readonly current: Decimal;
  readonly last: Decimal;
}

/** Sentences that claim several things at once. */
export class CombinedSections extends MainSections {
  /** Against the budget and against last year. */
  budgetAndLast(): void {
    const { fiscalExpenditure: current, fiscalBudget: budget, lastFiscalExpenditure } = this.unit;
    const key = "fiscalExpenditure";
    const subject = this.yearly("财政拨款支出", "一般公共预算财政拨款支出");
    const changed = { key, current, last: lastFiscalExpenditure };
    if (budget.isZero() || this.hasNoChange(changed)) {
      this.statements.completion(subject, key, current, budget);
      return;
    }
    const last = rateOf(current, lastFiscalExpenditure);
    const figures = this.change(combined.BOTH, changed, {
      S: subject,
      B: amount(`${key}:budget`, budget),
      P: percent(`${key}:completion`, rateOf(current, budget), { wrongBudget: last }),
    });
    const { A, B, P } = figures;
    if (A && B && P) this.lists.claims.push(completionClaim(P, A, B));
  }

  /** The first item: of the year's first budget, and of the one it became. */
  twoBudgets(): void {
    const { draft, unit } = this;
    const [first] = unit.classes;
    const [item] = first?.items ?? [];
    if (!first || !item) return;
    const subject = `${first.name}（类）${item.section}（款）${item.item}（项）`;
    const { amount: current, budget } = item;
    const adjusted = shareOf(budget, draft.random.pick([0.82, 0.91, 1.04, 1.12, 1.27]));
    if (adjusted.isZero() || printsAlike(adjusted, budget, draft.style)) {
      this.statements.completion(subject, "item0", current, budget);
      return;
    }
    const [ofFirst, ofAdjusted] = [rateOf(current, budget), rateOf(current, adjusted)];
    const { figures } = draft.sentence(combined.TWO_BUDGETS, {
      S: subject,
      A: amount("item0", current),
      B: amount("item0:budget", budget),
      T: amount("item0:adjusted", adjusted),
      P: percent("item0:completion", ofFirst, { wrongBudget: ofAdjusted }),
      Q: percent("item0:adjusted", ofAdjusted, { wrongBudget: ofFirst }),
      reason: draft.random.pick(words.REASONS.level),
    });
    const { A, B, T, P, Q } = figures;
    if (A && B && P) this.lists.claims.push(completionClaim(P, A, B));
    if (A && T && Q) this.lists.claims.push(completionClaim(Q, A, T));
  }

  /** One figure, two totals. */
  twoShares(): void {
    const { basic, fiscalExpenditure, expenditureTotal } = this.unit;
    const [ofFiscal, ofAll] = [rateOf(basic, fiscalExpenditure), rateOf(basic, expenditureTotal)];
    const isOne = fiscalExpenditure.equals(expenditureTotal);
    const { figures } = this.draft.sentence(combined.TWO_SHARES, {
      S: "财政拨款基本支出",
      A: amount("basic", basic),
      T: amount("fiscalExpenditure", fiscalExpenditure),
      U: amount("expenditureTotal", expenditureTotal),
      P: percent("basic:ofFiscal", ofFiscal, isOne ? {} : { wrongTotal: ofAll }),
      Q: percent("basic:ofAll", ofAll, isOne ? {} : { wrongTotal: ofFiscal }),
    });
    this.share(figures["P"], figures["A"], figures["T"], "fiscalExpenditure");
    this.share(figures["Q"], figures["A"], figures["U"], "expenditureTotal");
  }

  /** What there was none of last year. */
  newSpending(): void {
    const subject = "{year}年度信息化建设支出";
    const current = shareOf(this.unit.fiscalExpenditure, this.draft.random.integer(2, 9) / 100);
    this.statements.growth(subject, "信息化建设支出", "newSpending", current, ZERO);
  }

  vehicles(): void {
    const [, , car] = this.unit.three;
    if (!car || car.amount.isZero()) {
      this.draft.render("本年未发生公务用车购置及运行维护费。");
      return;
    }
    const bought = this.unit.vehiclePurchase;
    const { figures } = this.draft.sentence(combined.VEHICLES, {
      V: amount(`three/${car.name}`, car.amount, "sum"),
      X: amount("car:bought", bought, "sum"),
      Y: amount("car:run", car.amount.minus(bought), "sum"),
    });
    this.sum(figures["V"], [figures["X"], figures["Y"]]);
  }

  /** A part that has parts. */
  tree(): void {
    const { unit } = this;
    const project = unit.fiscalExpenditure.minus(unit.basic);
    const rate = (key: string, part: Decimal) =>
      percent(key, rateOf(part, unit.fiscalExpenditure), {
        wrongTotal: rateOf(part, unit.expenditureTotal),
      });
    const { figures } = this.draft.sentence(combined.TREE, {
      T: amount("fiscalExpenditure", unit.fiscalExpenditure, "sum"),
      A: amount("basic", unit.basic, "sum"),
      B: amount("general:project", project, "sum"),
      ...this.personnelSlots(),
      P: rate("basic:ofFiscal", unit.basic),
      Q: rate("project:ofFiscal", project),
    });
    const { T, A, B, a, b, P, Q } = figures;
    this.sum(T, A ? [A, B] : [a, b, B]);
    this.sum(A, [a, b]);
    if (T && A && P) this.lists.claims.push(shareClaim(P, A, T));
    if (T && B && Q) this.lists.claims.push(shareClaim(Q, B, T));
  }

  closing(): void {
    const { closing } = this.unit.general;
    const subject = "{year}年度一般公共预算财政拨款";
    if (closing.isZero()) {
      this.draft.render("{S}年末无结转和结余。", { S: subject });
      return;
    }
    const basic = shareOf(closing, this.draft.random.integer(0, 70) / 100);
    const project = closing.minus(basic);
    const { figures } = this.draft.sentence(combined.CLOSING, {
      S: subject,
      C: amount("general:closing", closing, "sum"),
      X: amount("closing:basic", basic, "sum"),
      Y: amount("closing:project", project, "sum"),
      P: percent("closing:basic", rateOf(basic, closing)),
      Q: percent("closing:project", rateOf(project, closing)),
      reason: "部分项目尚未达到付款条件",
    });
    const { C, X, Y, P, Q } = figures;
    this.sum(C, [X, Y]);
    if (C && X && P) this.lists.claims.push(shareClaim(P, X, C));
    if (C && Y && Q) this.lists.claims.push(shareClaim(Q, Y, C));
  }

  /** Each kind of revenue: its share, and against last year's. */
  revenueChanges(): void {
    const { draft, unit } = this;
    draft.render("{year}年度本年收入合计{T}。", { T: amount("revenueTotal", unit.revenueTotal) });
    unit.revenue.forEach((current, index) => {
      const name = words.REVENUE_KINDS[index] ?? "";
      const key = `revenueTotal/${name}`;
      const last = shareOf(current, draft.random.integer(62, 148) / 100);
      if (current.isZero() || this.hasNoChange({ key, current, last })) return;
      draft.plain("\n");
      const mistakes = unit.total.equals(unit.revenueTotal)
        ? {}
        : { wrongTotal: rateOf(current, unit.total) };
      const { A, P } = this.change(
        combined.GROWN_PART,
        { key, current, last },
        { N: name, P: percent(`${key}:share`, rateOf(current, unit.revenueTotal), mistakes) },
      );
      this.share(P, A, undefined, "revenueTotal");
    });
  }

  /** 人员经费 and 公用经费, against each other and together. */
  pair(): void {
    const { personnel, nonPersonnel, basic, fiscalExpenditure } = this.unit;
    if (nonPersonnel.isZero() || personnel.lessThan(nonPersonnel)) {
      this.tree();
      return;
    }
    const { figures } = this.draft.sentence(combined.PAIR_SUM, {
      ...this.personnelSlots(),
      A: amount("basic", basic, "sum"),
      d: amount("personnel:more", personnel.minus(nonPersonnel), "sum"),
      ratio: personnel.div(nonPersonnel).toFixed(1, Decimal.ROUND_HALF_UP),
      P: percent("basic:ofFiscal", rateOf(basic, fiscalExpenditure)),
      R: percent("pair:ratio", rateOf(nonPersonnel, personnel)),
      K: percent("basic/人员经费:share", rateOf(personnel, basic), {
        wrongTotal: rateOf(personnel, fiscalExpenditure),
      }),
    });
    const { a, b, A, d, P, R, K } = figures;
    this.sum(A, [a, b]);
    this.sum(d, [a, b], -1);
    this.share(P, A, undefined, "fiscalExpenditure");
    if (a && b && R) this.lists.claims.push(shareClaim(R, b, a));
    if (a && A && K) this.lists.claims.push(shareClaim(K, a, A));
  }

  private personnelSlots(): Readonly<Record<"a" | "b", FigureSlot>> {
    return {
      a: amount("basic/人员经费", this.unit.personnel, "sum"),
      b: amount("basic/公用经费", this.unit.nonPersonnel, "sum"),
    };
  }

  /** The figures differ in print, and so does what they differ by from nothing. */
  private hasNoChange({ current, last }: Changed): boolean {
    const { style } = this.draft;
    const change = current.minus(last);
    return last.isZero() || printsAlike(current, last, style) || printsAlike(change, ZERO, style);
  }

  private change(table: PhrasingTable, { key, current, last }: Changed, slots: Slots) {
    const change = current.minus(last);
    const sign = change.comparedTo(0);
    const rendered = this.draft.sentence(
      table,
      {
        ...slots,
        A: amount(key, current),
        L: amount(`${key}:last`, last),
        D: amount(`${key}:change`, change.abs()),
        Q: percent(`${key}:growth`, rateOf(change, last).abs(), {
          ratioAsGrowth: rateOf(current, last),
          wrongBase: rateOf(change, current).abs(),
        }),
        reason: this.draft.random.pick(sign > 0 ? words.REASONS.rise : words.REASONS.fall),
      },
      sign,
    );
    const { A, L, D, Q } = rendered.figures;
    const facts = { sign, current: A, base: L, change: D, rate: Q, baseKey: `${key}:last` };
    this.lists.claims.push(...changeClaims(rendered, facts));
    return rendered.figures;
  }

  private share(
    rate: Figure | undefined,
    part: Figure | undefined,
    whole: Figure | undefined,
    key: string,
  ): void {
    if (!rate || !part) return;
    this.lists.claims.push(whole ? shareClaim(rate, part, whole) : shareOfKey(rate, part, key));
  }

  /** Where the sentence has all of them; those after the first count with `sign`. */
  protected sum(
    total: Figure | undefined,
    parts: readonly (Figure | undefined)[],
    sign: 1 | -1 = 1,
  ): void {
    const terms = parts.flatMap((figure, index) =>
      figure ? [{ figure, sign: index === 0 ? (1 as const) : sign }] : [],
    );
    if (total && terms.length === parts.length) this.lists.claims.push(sumClaim(total, terms));
  }
}
