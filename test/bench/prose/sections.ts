import { Decimal } from "decimal.js";
import { ASSETS, BALANCE, BUDGET_BALANCE, MEETINGS, PROCUREMENT } from "./listPhrasings";
import { named, shareOf } from "./mainSections";
import * as openings from "./openingPhrasings";
import { shareClaim, shareOfKey, sumClaim } from "./pendingClaims";
import { amount, percent, rateOf } from "./statements";
import { TrapSections } from "./trapSections";
import { type Fund, sumOf, ZERO } from "./unitModel";
import * as words from "./words";

/** The others too: 三公, funds, 其他重要事项, and what reports tell. */
export class Sections extends TrapSections {
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
      if (draft.random.chance(0.45)) {
        this.statements.growth("本年支出", each.name, key, each.amount, each.last);
      }
      return { rendered, ...each };
    });
    this.sums(own, written);
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
    this.statements.difference("{year}年度财政拨款基本支出", "财政拨款基本支出", "basic", bases);
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
    this.draft.render(this.draft.random.pick(words.DISTRACTORS));
  }

  introduction(): void {
    this.draft.sentence(openings.INTRODUCTIONS, {});
    this.draft.sentence(openings.INTRODUCTIONS_MORE, {});
    if (this.draft.random.chance(0.6)) this.draft.render("以上为{unitName}的基本情况。");
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
}
