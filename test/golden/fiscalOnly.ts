import type { Decimal } from "decimal.js";
import { cityService } from "./quanbiaoyoushu";
import { BASE_COLUMNS, FUNDS, total, ZERO, type BaseItem, type BasePart, type Unit } from "./unit";
import { fundFigures } from "./unitTables";
import { workbookOf } from "./unitWorkbook";

const nothing = (part: BasePart) => BASE_COLUMNS[part].map(() => ZERO);

/** All it got is 财政拨款 of the year, and all is spent; of the funds after the first so many there is none. */
function spentInFull(item: BaseItem, funds: number): BaseItem {
  const spending = item.amounts.fiscalSpending.map((amount, index) =>
    index < funds * 2 ? amount : ZERO,
  );
  const spent = { code: item.code, amounts: { ...item.amounts, fiscalSpending: spending } };
  return {
    code: item.code,
    amounts: {
      opening: nothing("opening"),
      fiscalRevenue: FUNDS.map((_, fund) => fundFigures([spent], fund).spent),
      otherRevenue: nothing("otherRevenue"),
      fiscalSpending: spending,
      ownSpending: nothing("ownSpending"),
      transfers: nothing("transfers"),
    },
  };
}

function fiscalUnit(funds: number, answers: Readonly<Record<string, string>>): Unit {
  const items = cityService.items.map((item) => spentInFull(item, funds));
  const spent = total(items.flatMap(({ amounts }) => amounts.fiscalSpending));
  const inForm = (amount: Decimal) => [amount, amount, ZERO, ZERO];
  const [initial = []] = cityService.evaluation.funds;
  return {
    ...cityService,
    items,
    own: { opening: ZERO, surplusUsed: ZERO, distributed: ZERO },
    supplement: cityService.supplement.map(({ label, answer }) => ({
      label,
      answer: answers[label] ?? answer,
    })),
    initialBudgets: funds === FUNDS.length ? cityService.initialBudgets : {},
    evaluation: {
      ...cityService.evaluation,
      funds: [inForm(initial[1] ?? ZERO), inForm(spent), inForm(spent)],
    },
  };
}

const NO_CARRYOVER = { 上年年末结转和结余: "0.00", 上年年末财政拨款结转和结余: "0.00" };

/** 主管部门汇总，只有财政拨款，没有结转: what holds only for such a unit applies here. */
export const fiscalOnly = workbookOf(
  fiscalUnit(FUNDS.length, { ...NO_CARRYOVER, 单位性质: "混合", 机关运行经费: "120.00" }),
);

/** 公益一类，只有一般公共预算财政拨款. */
export const generalOnly = workbookOf(
  fiscalUnit(1, {
    ...NO_CARRYOVER,
    单位性质: "公益一类",
    机关运行经费: "0.00",
    上年财政拨款支出: "1,480.00",
    财政拨款支出年初预算数: "1,520.00",
  }),
);
