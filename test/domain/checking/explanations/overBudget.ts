import { typeInto, type Damage } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import type { Golden } from "../../../support/goldenText";

const TABLE = "公开07表";

/** 公务接待费 of so much; the budget has 4.00 (K168). Totals follow. */
export function receptionOf(figure: string, total: string): Damage {
  return (golden) => typeInto(TABLE, "L8", figure)(typeInto(TABLE, "G8", total)(golden));
}

/** Sound but for K168, and K311 twice. */
export const overBudget: Golden = receptionOf("5.10", "39.40")(quanbiaoyoushu);
