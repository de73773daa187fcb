import type { Decimal } from "decimal.js";
import type { Draft, Rendered } from "./draft";
import { Lists } from "./lists";
import { sumClaim } from "./pendingClaims";
import { Statements } from "./statements";
import { type Part, type UnitModel, ZERO } from "./unitModel";
import * as words from "./words";

interface Budgeted {
  readonly rendered: Rendered;
  readonly amount: Decimal;
  readonly budget: Decimal;
}

/** Revenue, expenditure and 财政拨款: sections 一 to 六 of the 说明, each from the hidden figures. */
export class MainSections {
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
      const key = `item${String(index)}`;
      const { amount: actual, budget } = item;
      const rendered = statements.completion(title, key, actual, budget, unit.fiscalBudget);
      return { rendered, amount: actual, budget };
    });
    if (flat.length > 1) this.sums(own, written);
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

  /** Final accounts and budgets of the parts, each against the total's, where all print one that are something. */
  protected sums(own: Rendered, parts: readonly Budgeted[]): void {
    for (const [slot, exact] of [
      ["A", "amount"],
      ["B", "budget"],
    ] as const) {
      const total = own.figures[slot];
      const counted = parts.filter((part) => part.rendered.figures[slot] ?? !part[exact].isZero());
      const terms = counted.flatMap(({ rendered }) => rendered.figures[slot] ?? []);
      if (!total || terms.length === 0 || terms.length < counted.length) continue;
      const signed = terms.map((figure) => ({ figure, sign: 1 }) as const);
      this.lists.claims.push(sumClaim(total, signed));
    }
  }

  protected allExpenditure() {
    const { expenditureTotal } = this.unit;
    return {
      subject: "本年支出合计",
      of: "本年支出合计",
      key: "expenditureTotal",
      amount: expenditureTotal,
    };
  }

  protected yearly(...names: readonly string[]): string {
    return `{year}年度${this.draft.random.pick(names)}`;
  }

  protected pick(...choices: readonly string[]): string {
    return this.draft.random.pick(choices);
  }
}

export function named(names: readonly string[], amounts: readonly Decimal[]): Part[] {
  return names.map((name, index) => ({ name, amount: amounts[index] ?? ZERO }));
}

/** In whole cents of 万元. */
export const shareOf = (all: Decimal, share: number) =>
  all.times(share).div(100).floor().times(100);

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
