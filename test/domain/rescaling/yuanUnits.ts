import type { Decimal } from "decimal.js";
import { recognise } from "../../../src/domain/disclosure/recognise";
import type { Disclosure } from "../../../src/domain/disclosure/disclosure";
import { randomUnit } from "../../golden/randomUnit";
import type { Unit } from "../../golden/unit";
import { workbookOf } from "../../golden/unitWorkbook";
import { snapshotOf } from "../../support/goldenWorkbook";
import { shippedTemplate } from "../../support/native";

export const template = shippedTemplate();

/** Every amount so many times as large: whatever added up still does. */
export function timesLarger(unit: Unit, factor: number): Unit {
  const scale = (amount: Decimal) => amount.times(factor);
  const scaleAll = (amounts: readonly Decimal[]) => amounts.map(scale);
  const four = ([a, b, c, d]: Unit["threePublic"]["final"]) =>
    [scale(a), scale(b), scale(c), scale(d)] as const;
  return {
    ...unit,
    items: unit.items.map(({ code, amounts }) => ({
      code,
      amounts: {
        opening: scaleAll(amounts.opening),
        fiscalRevenue: scaleAll(amounts.fiscalRevenue),
        otherRevenue: scaleAll(amounts.otherRevenue),
        fiscalSpending: scaleAll(amounts.fiscalSpending),
        ownSpending: scaleAll(amounts.ownSpending),
        transfers: scaleAll(amounts.transfers),
      },
    })),
    economic: Object.fromEntries(
      Object.entries(unit.economic).map(([code, amount]) => [code, scale(amount)]),
    ),
    threePublic: { budget: four(unit.threePublic.budget), final: four(unit.threePublic.final) },
    own: {
      opening: scale(unit.own.opening),
      surplusUsed: scale(unit.own.surplusUsed),
      distributed: scale(unit.own.distributed),
    },
    evaluation: { ...unit.evaluation, funds: unit.evaluation.funds.map(scaleAll) },
  };
}

/** A made-up unit's nine tables in 元 that add up to the cent, the same for the same seed. */
export function yuanSet(seed: number, factor: number, size?: number): Disclosure {
  const unit = timesLarger(randomUnit(seed, size), factor);
  return recognise(snapshotOf(workbookOf(unit)), template.structure);
}
