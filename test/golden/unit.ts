import { Decimal } from "decimal.js";

export const FUNDS = ["一般公共预算", "政府性基金预算", "国有资本经营预算"] as const;

/** Headings of base.tsv: what one 项 brings in and spends, by fund and kind. All else is added up from these. */
export const BASE_COLUMNS = {
  opening: FUNDS.map((fund) => `年初${fund}`),
  fiscalRevenue: FUNDS.map((fund) => `收入${fund}`),
  /** In the order of 收入决算表's columns 3 to 7. */
  otherRevenue: ["上级补助", "事业收入", "经营收入", "附属上缴", "其他收入"],
  /** Fund by fund, 基本 before 项目. */
  fiscalSpending: FUNDS.flatMap((fund) => [`${fund}基本`, `${fund}项目`]),
  ownSpending: ["其他资金基本", "其他资金项目"],
  /** In the order of 支出决算表's columns 4 to 6. */
  transfers: ["上缴上级", "经营支出", "补助下级"],
} as const;

export type BasePart = keyof typeof BASE_COLUMNS;

export interface BaseItem {
  /** Seven digits. */
  readonly code: string;
  readonly amounts: Readonly<Record<BasePart, readonly Decimal[]>>;
}

/** 因公出国, 公务用车购置, 公务用车运行, 公务接待. */
export type ThreePublic = readonly [Decimal, Decimal, Decimal, Decimal];

export interface SupplementRow {
  readonly label: string;
  /** In 说明 when the row asks for a text, else in 数值. */
  readonly answer: string;
}

export interface UnitEvaluation {
  /** 年初预算数 of 合计, 当年财政拨款, 上年结转资金, 其他资金; then 全年预算数, then 全年执行数. */
  readonly funds: readonly (readonly Decimal[])[];
  readonly goals: readonly [expected: string, achieved: string];
  /** 一级指标 to 偏差原因, as the sheet has them. */
  readonly indicators: readonly (readonly string[])[];
}

export interface Unit {
  readonly name: string;
  readonly year: number;
  readonly items: readonly BaseItem[];
  /** Names of 类, 款 and 项. */
  readonly names: Readonly<Record<string, string>>;
  /** 款 of 06, by code. */
  readonly economic: Readonly<Record<string, Decimal>>;
  readonly threePublic: { readonly budget: ThreePublic; readonly final: ThreePublic };
  /** What is not 财政拨款; its 年末 follows. */
  readonly own: {
    readonly opening: Decimal;
    readonly surplusUsed: Decimal;
    readonly distributed: Decimal;
  };
  readonly supplement: readonly SupplementRow[];
  /** 分项补充资料, by 项: 年初预算数 and why 决算数 is another; no such sheet where nobody was asked. */
  readonly initialBudgets: Readonly<Record<string, readonly [budget: string, reason?: string]>>;
  readonly evaluation: UnitEvaluation;
  /** Some print 0.00 where there is nothing, some leave it blank. */
  readonly zero: "0.00" | "";
}

export const ZERO = new Decimal(0);

export function total(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, amount) => (amount.isZero() ? sum : sum.plus(amount)), ZERO);
}

/** Adds up parts of the items, place by place. */
export function sumOf(items: readonly BaseItem[], part: BasePart): Decimal[] {
  return BASE_COLUMNS[part].map((_, index) =>
    total(items.map(({ amounts }) => amounts[part][index] ?? ZERO)),
  );
}
