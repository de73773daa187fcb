import { cityService } from "./quanbiaoyoushu";
import { BASE_COLUMNS, FUNDS, ZERO, type BaseItem, type Unit } from "./unit";
import { fundFigures } from "./unitTables";
import { workbookOf } from "./unitWorkbook";

const nothing = (part: keyof typeof BASE_COLUMNS) => BASE_COLUMNS[part].map(() => ZERO);

/** All it got is 财政拨款 of the year, and all is spent. */
function spentInFull(item: BaseItem): BaseItem {
  return {
    code: item.code,
    amounts: {
      opening: nothing("opening"),
      fiscalRevenue: FUNDS.map((_, fund) => fundFigures([item], fund).spent),
      otherRevenue: nothing("otherRevenue"),
      fiscalSpending: item.amounts.fiscalSpending,
      ownSpending: nothing("ownSpending"),
      transfers: nothing("transfers"),
    },
  };
}

const unit: Unit = {
  ...cityService,
  items: cityService.items.map(spentInFull),
  own: { opening: ZERO, surplusUsed: ZERO, distributed: ZERO },
  supplement: cityService.supplement.map((row) =>
    row.label === "上年年末结转和结余" ? { ...row, answer: "0.00" } : row,
  ),
};

/** 只有财政拨款，没有结转: what holds only for such a unit applies here. */
export const fiscalOnly = workbookOf(unit);
