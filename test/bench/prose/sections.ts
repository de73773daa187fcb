import { Decimal } from "decimal.js";
import type { Draft } from "./draft";
import { ASSETS, BALANCE, BUDGET_BALANCE, MEETINGS, PROCUREMENT } from "./listPhrasings";
import { Lists } from "./lists";
import * as openings from "./openingPhrasings";
import { shareClaim, shareOfKey, sumClaim } from "./pendingClaims";
import { amount, percent, rateOf, Statements } from "./statements";
import { type Fund, type Part, sumOf, type UnitModel, ZERO } from "./unitModel";
import * as words from "./words";

export type Section = (sections: Sections) => void;

/** The fifteen sections of the 说明, each from the hidden figures. */
export class Sections {
  readonly statements: Statements;
  readonly lists: Lists;

  constructor(
    readonly draft: Draft,
    readonly unit: UnitModel,
  ) {
    this.statements = new Statements(draft);
    this.lists = new Lists(draft);
  }

  total(): void {
    const { unit } = this;
    const subject = this.yearly("收、支总计", "收入、支出总计", "总收入和总支出");
    this.statements.growth(subject, "收、支总计", "total", unit.total, unit.lastTotal);
    if (this.draft.random.chance(0.35)) {
      const parts = [
        { name: "本年收入", amount: unit.revenueTotal },
        { name: "使用非财政拨款结余", amount: unit.surplusUsed },
        { name: "年初结转和结余", amount: unit.opening },
      ];
      const whole = { subject: "收入总计", of: "收入总计", key: "total", amount: unit.total };
      this.lists.whole(whole, parts, false);
    }
  }

  revenue(): void {
    const { unit } = this;
    const parts = named(words.REVENUE_KINDS, unit.revenue);
    const whole = { subject: this.pick("本年收入合计", "{year}年度收入合计"), of: "本年收入合计" };
    const wrongWhole = unit.total;
    this.lists.whole(
      { ...whole, key: "revenueTotal", amount: unit.revenueTotal, wrongWhole },
      parts,
      true,
    );
  }

  expenditure(): void {
    const parts = named(words.EXPENDITURE_KINDS, this.unit.expenditure);
    const subject = this.pick("本年支出合计", "{year}年度支出合计");
    this.lists.whole(
      { ...this.allExpenditure(), subject, wrongWhole: this.unit.total },
      parts,
      true,
    );
  }

  fiscalTotal(): void {
    const subject = this.yearly("财政拨款收、支总计", "财政拨款收入支出总计");
    const { fiscalTotal, lastFiscalTotal } = this.unit;
    this.statements.growth(
      subject,
      "财政拨款收、支总计",
      "fiscalTotal",
      fiscalTotal,
      lastFiscalTotal,
    );
  }

  fiscalShare(): void {
    const { unit } = this;
    const subject = this.yearly("财政拨款支出", "一般公共预算财政拨款支出");
    const wrong = { ...this.allExpenditure(), wrongWhole: unit.fiscalTotal };
    this.lists.share(subject, "fiscalExpenditure", unit.fiscalExpenditure, wrong);
    if (this.draft.random.chance(0.7)) {
      const short = "财政拨款支出";
      this.statements.growth(
        short,
        short,
        "fiscalExpenditure",
        unit.fiscalExpenditure,
        unit.lastFiscalExpenditure,
      );
    }
  }

  structure(): void {
    const style = this.pick("支出", "（类）支出");
    const parts = this.unit.classes.map(({ name, amount: each }) => ({
      name: name.endsWith("支出") ? name : `${name}${style}`,
      amount: each,
    }));
    const subject = this.pick("{year}年度财政拨款支出", "财政拨款支出");
    const whole = {
      subject,
      of: "财政拨款支出",
      key: "fiscalExpenditure",
      amount: this.unit.fiscalExpenditure,
    };
    this.lists.whole({ ...whole, wrongWhole: this.unit.expenditureTotal }, parts, true);
  }

  /** Each item against its budget; together they are the total. */
  items(): void {
    const { unit, draft, statements } = this;
    const subject = "{year}年度财政拨款支出";
    const own = statements.completion(
      subject,
      "fiscalExpenditure",
      unit.fiscalExpenditure,
      unit.fiscalBudget,
      unit.lastFiscalExpenditure,
    );
    draft.plain("其中：\n");
    const flat = unit.classes.flatMap((each) =>
      each.items.map((item) => ({ ...item, name: each.name })),
    );
    const written = flat.map((item, index) => {
      if (index > 0) draft.plain("\n");
      const name = `${item.name}（类）${item.section}（款）${item.item}（项）`;
      draft.plain(`${String(index + 1)}、`);
      const title = this.pick(`${name}。`, name);
      return statements.completion(
        title,
        `item${String(index)}`,
        item.amount,
        item.budget,
        unit.fiscalBudget,
      );
    });
    for (const slot of ["A", "B"] as const) {
      const total = own.figures[slot];
      const terms = written.flatMap(({ figures }) => figures[slot] ?? []);
      if (total && terms.length === flat.length && flat.length > 1) {
        this.lists.claims.push(
          sumClaim(
            total,
            terms.map((figure) => ({ figure, sign: 1 })),
          ),
        );
      }
    }
  }

  basic(): void {
    const { unit, draft } = this;
    const subject = this.yearly("财政拨款基本支出", "一般公共预算财政拨款基本支出");
    const parts = named(["人员经费", "公用经费"], [unit.personnel, unit.nonPersonnel]);
    const whole = { subject, of: "基本支出", key: "basic", amount: unit.basic };
    this.lists.whole({ ...whole, wrongWhole: unit.fiscalExpenditure }, parts, true);
    if (draft.random.chance(0.5)) {
      const key = "basic/人员经费";
      const few = pieces(draft, unit.personnel, words.PERSONNEL);
      const personnel = { subject: "人员经费", of: "人员经费", key, amount: unit.personnel };
      if (draft.random.chance(0.5)) this.lists.examples(personnel, few.slice(0, -1));
      else this.lists.whole(personnel, few, false);
    } else {
      draft.plain(
        "人员经费主要包括基本工资、津贴补贴、奖金等；公用经费主要包括办公费、水费、电费、差旅费等。",
      );
    }
  }

  three(): void {
    const { unit, draft } = this;
    const spent = sumOf(unit.three.map((each) => each.amount));
    const budget = sumOf(unit.three.map((each) => each.budget));
    const last = sumOf(unit.three.map((each) => each.last));
    const subject = "{san}经费财政拨款支出";
    const own = this.statements.completion(subject, "three", spent, budget, last);
    draft.plain("其中：");
    const written = unit.three.map((each) => {
      draft.plain("\n");
      const key = `three/${each.name}`;
      const rendered = this.statements.completion(each.name, key, each.amount, each.budget, budget);
      if (draft.random.chance(0.3)) {
        this.statements.growth("本年支出", each.name, key, each.amount, each.last);
      }
      return rendered;
    });
    for (const slot of ["A", "B"] as const) {
      const total = own.figures[slot];
      const terms = written.flatMap(({ figures }) => figures[slot] ?? []);
      if (total && terms.length === 3) {
        this.lists.claims.push(
          sumClaim(
            total,
            terms.map((figure) => ({ figure, sign: 1 })),
          ),
        );
      }
    }
  }

  threeShares(): void {
    const { unit, draft } = this;
    const all = sumOf(unit.three.map((each) => each.amount));
    const budget = sumOf(unit.three.map((each) => each.budget));
    const subject = "{year}年度{san}经费财政拨款支出决算";
    const whole = { subject, of: "{san}经费决算", key: "three", amount: all };
    this.lists.whole({ ...whole, wrongWhole: budget }, unit.three, true);
    const [, reception, vehicles] = unit.three;
    const isNone = (each: typeof reception) => !each || each.amount.isZero();
    draft.sentence(openings.THREE_TAILS, {
      batches: isNone(reception) ? "{n0}" : "{n4}",
      guests: isNone(reception) ? "{n0}" : "{n2}",
      held: isNone(vehicles) ? "{n0}" : "{n3}",
    });
  }

  fund(): void {
    const { fund } = this.unit;
    if (fund.expenditure.isZero()) this.draft.sentence(openings.NO_FUND, {});
    else this.balance("{year}年度政府性基金预算财政拨款", "fund", fund);
  }

  generalFund(): void {
    this.balance("{year}年度一般公共预算财政拨款", "general", this.unit.general);
  }

  capital(): void {
    this.draft.sentence(openings.NO_CAPITAL, {});
  }

  operating(): void {
    const { unit } = this;
    if (unit.operatingBudget.isZero()) {
      this.draft.sentence(openings.NO_OPERATING, {});
      return;
    }
    const subject = this.pick("{our}{year}年度机关运行经费支出", "{year}年度机关运行经费");
    this.statements.againstBudget(
      subject,
      "机关运行经费",
      "operating",
      unit.nonPersonnel,
      unit.operatingBudget,
    );
  }

  meetings(): void {
    const most = this.unit.nonPersonnel;
    this.draft.sentence(MEETINGS, {
      M: amount("meetings", shareOf(most, 0.03)),
      K: amount("trainings", shareOf(most, 0.05)),
    });
  }

  procurement(): void {
    const { unit, draft } = this;
    const total = sumOf(unit.procurement);
    const subject = this.pick(
      "{our}{year}年度政府采购支出总额",
      "{unitName}{year}年度政府采购支出总额",
    );
    const names = ["政府采购货物支出", "政府采购工程支出", "政府采购服务支出"];
    const whole = { subject, of: "政府采购支出总额", key: "procurement", amount: total };
    this.lists.whole(whole, named(names, unit.procurement), false);
    if (total.isZero()) return;
    const { figures } = draft.sentence(PROCUREMENT, {
      M: amount("smallAndMedium", unit.smallAndMedium),
      K: amount("small", unit.small),
      P: percent("smallAndMedium:share", rateOf(unit.smallAndMedium, total)),
      Q: percent("small:share", rateOf(unit.small, total), {
        wrongTotal: rateOf(unit.small, unit.smallAndMedium),
      }),
      W: percent("small:part", rateOf(unit.small, unit.smallAndMedium), {
        wrongTotal: rateOf(unit.small, total),
      }),
    });
    const { M, K, P, Q, W } = figures;
    const all = draft.figures.findLast(({ key }) => key === "procurement");
    if (all && M && P) this.lists.claims.push(shareClaim(P, M, all));
    if (all && K && Q) this.lists.claims.push(shareClaim(Q, K, all));
    if (M && K && W) this.lists.claims.push(shareClaim(W, K, M));
  }

  assets(): void {
    const { unit, draft } = this;
    const counts = unit.vehicles.flatMap((count, index) =>
      count > 0 ? [{ count, name: words.VEHICLES[index] ?? "" }] : [],
    );
    const slot = (key: string, count: number) =>
      ({ role: "count", key, exact: new Decimal(count), unit: "辆", part: "sum" }) as const;
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    const { figures } = draft.sentence(ASSETS, {
      V: slot("vehicles", total),
      list: () => {
        counts.forEach(({ count, name }, index) => {
          if (index > 0) draft.plain("、");
          draft.render("{N}{C}", { N: name, C: slot(`vehicles/${name}`, count) });
        });
        if (counts.length === 0) draft.plain("各类用车均为0辆");
      },
    });
    const parts = draft.figures.filter(({ key }) => key.startsWith("vehicles/"));
    const all = figures["V"];
    if (all && parts.length > 0) {
      this.lists.claims.push(
        sumClaim(
          all,
          parts.map((figure) => ({ figure, sign: 1 })),
        ),
      );
    }
  }

  performance(): void {
    const { expenditureTotal } = this.unit;
    this.draft.sentence(openings.PERFORMANCE, { A: amount("expenditureTotal", expenditureTotal) });
  }

  /** What the year had to spend, as reports tell it. */
  wholeYear(): void {
    const { unit, draft } = this;
    const added = draft.random.chance(0.8) ? shareOf(unit.fiscalBudget, 0.13) : ZERO;
    const cut = shareOf(unit.fiscalBudget, 0.04);
    const { opening } = unit.general;
    const { figures } = draft.sentence(BUDGET_BALANCE, {
      O: amount("general:opening", opening, "balance"),
      B: amount("fiscalExpenditure:budget", unit.fiscalBudget, "balance"),
      X: amount("budget:added", added, "balance"),
      Y: amount("budget:cut", cut, "balance"),
      T: amount("budget:year", sumOf([opening, unit.fiscalBudget, added]).minus(cut), "balance"),
    });
    const { O, B, X, Y, T } = figures;
    if (T && O && B && X && Y) {
      const plus = [O, B, X].map((figure) => ({ figure, sign: 1 }) as const);
      this.lists.claims.push(sumClaim(T, [...plus, { figure: Y, sign: -1 }]));
    }
  }

  /** The change in amounts, of last year or of the budget. */
  basicChange(): void {
    const { unit } = this;
    const bases = [unit.basic, unit.lastBasic, unit.basicBudget] as const;
    this.statements.difference("{year}年度基本支出", "基本支出", "basic", bases);
  }

  outside(): void {
    const { draft, unit } = this;
    const of = draft.random.pick(words.OUTSIDE_SHARES);
    const rate = percent("outside", new Decimal(draft.random.integer(1, 999)).div(100));
    const subject = this.yearly("财政拨款支出", "一般公共预算财政拨款支出");
    const slots = { S: subject, A: amount("fiscalExpenditure", unit.fiscalExpenditure), P: rate };
    const { A, P } = draft.render(`{S}{A}，${of}{P}。`, slots).figures;
    if (A && P) this.lists.claims.push(shareOfKey(P, A, "outside"));
  }

  distractor(): void {
    this.draft.plain(this.draft.random.pick(words.DISTRACTORS));
  }

  introduction(): void {
    this.draft.sentence(openings.INTRODUCTIONS, {});
    this.draft.sentence(openings.INTRODUCTIONS_MORE, {});
  }

  private balance(subject: string, key: string, fund: Fund): void {
    const slot = (name: string, each: Decimal) => amount(`${key}:${name}`, each, "balance");
    const { figures } = this.draft.sentence(BALANCE, {
      S: subject,
      O: slot("opening", fund.opening),
      R: slot("revenue", fund.revenue),
      E: slot("expenditure", fund.expenditure),
      X: slot("basic", fund.basic),
      Y: slot("project", fund.project),
      C: slot("closing", fund.closing),
    });
    const { O, R, E, X, Y, C } = figures;
    if (E && X && Y) {
      const parts = [X, Y].map((figure) => ({ figure, sign: 1 }) as const);
      this.lists.claims.push(sumClaim(E, parts));
    }
    if (O && R && E && C) {
      const plus = [O, R].map((figure) => ({ figure, sign: 1 }) as const);
      this.lists.claims.push(sumClaim(C, [...plus, { figure: E, sign: -1 }]));
    }
  }

  private allExpenditure() {
    const { expenditureTotal } = this.unit;
    return {
      subject: "本年支出合计",
      of: "本年支出合计",
      key: "expenditureTotal",
      amount: expenditureTotal,
    };
  }

  private yearly(...names: readonly string[]): string {
    return `{year}年度${this.draft.random.pick(names)}`;
  }

  private pick(...choices: readonly string[]): string {
    return this.draft.random.pick(choices);
  }
}

function named(names: readonly string[], amounts: readonly Decimal[]): Part[] {
  return names.map((name, index) => ({ name, amount: amounts[index] ?? ZERO }));
}

/** In whole cents of 万元. */
const shareOf = (all: Decimal, share: number) => all.times(share).div(100).floor().times(100);

/** All of it, in pieces of their names. */
function pieces({ random }: Draft, all: Decimal, names: readonly string[]): Part[] {
  const chosen = names.slice(0, random.integer(3, names.length));
  let left = all;
  return chosen.map((name, index): Part => {
    const isLast = index === chosen.length - 1;
    const piece = isLast ? left : shareOf(left, 0.15 + random.next() * 0.4);
    left = left.minus(piece);
    return { name, amount: piece };
  });
}
