import { Decimal } from "decimal.js";
import type { RandomNumbers } from "./randomNumbers";
import { printAmount } from "./sheetRows";
import { type SupplementRow, total, type UnitEvaluation, ZERO } from "./unit";
import type { Totals } from "./unitTables";

export function randomSupplement(totals: Totals, random: RandomNumbers): SupplementRow[] {
  const compared = {
    收入支出总计: totals.grand,
    财政拨款收入支出总计: totals.fiscalGrand,
    财政拨款支出: totals.funds[0]?.spent ?? ZERO,
  };
  const rows = Object.entries(compared).flatMap(([label, amount]) => [
    { label: `上年${label}`, answer: lastYear(amount, random) },
    { label: `${label}增减原因`, answer: random.pick(["人员增加", "项目完工", ""]) },
  ]);
  const atFirst = printAmount(random.amount(9_000));
  return [
    ...rows,
    { label: "财政拨款支出年初预算数", answer: atFirst },
    { label: "上年年末结转和结余", answer: printAmount(totals.opening) },
  ];
}

/** Not given, nothing, the same, any amount, or one that makes the growth an exact tie. */
function lastYear(amount: Decimal, random: RandomNumbers): string {
  const cents = amount.times(100);
  // Against 16 parts of k, growth is k × 6.25 % − 100 %: x.x5 % for every odd k.
  const ties = [9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31].filter((k) => cents.mod(k).isZero());
  if (ties.length > 0 && random.chance(0.6)) {
    return printAmount(amount.times(16).div(random.pick(ties)));
  }
  const choices = ["", "0.00", printAmount(amount), printAmount(random.amount(90_000))];
  return random.pick(choices);
}

export function randomEvaluation(totals: Totals, random: RandomNumbers): UnitEvaluation {
  const { grand, opening } = totals;
  const fiscal = total(totals.funds.map(({ revenue }) => revenue));
  const spent = totals.spending[0] ?? ZERO;
  const fromCarried = Decimal.min(opening, spent);
  const fromFiscal = Decimal.min(fiscal, spent.minus(fromCarried));
  const planned = [fiscal, opening, grand.minus(fiscal).minus(opening)];
  const atFirst = planned.map((amount) => random.part(amount));
  const executed = [fromFiscal, fromCarried, spent.minus(fromFiscal).minus(fromCarried)];
  return {
    funds: [atFirst, planned, executed].map((sources) => [total(sources), ...sources]),
    goals: ["完成年度工作任务。", "年度工作任务基本完成。"],
    indicators: CATEGORIES.map(([dimension, category], index) => [
      dimension,
      category,
      `示例指标${(index + 1).toString()}`,
      ...randomResult(random),
    ]),
  };
}

const CATEGORIES = [
  ["产出指标（50分）", "数量指标"],
  ["^", "^"],
  ["^", "质量指标"],
  ["^", "时效指标"],
  ["^", "成本指标"],
  ["效益指标（30分）", "经济效益指标"],
  ["^", "社会效益指标"],
  ["^", "可持续影响指标"],
  ["满意度指标（10分）", "服务对象满意度指标"],
] as const;

/** 指标值, 完成值, 分值, 得分, 偏差原因. */
function randomResult(random: RandomNumbers): string[] {
  // Ten points over these targets give ties at the second decimal: 77 of 80 is 9.625.
  const target = random.pick([16, 80, 400]);
  const achieved = target - random.integer(-2, 5);
  const score = Decimal.min(new Decimal(achieved).div(target), 1)
    .times(10)
    .toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  const reason = achieved < target ? "个别任务跨年完成" : "";
  return [`≥${target.toString()}件`, `${achieved.toString()}件`, "10", score.toString(), reason];
}
