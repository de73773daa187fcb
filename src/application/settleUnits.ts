import type { Template } from "../domain/checking/compileTemplate";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { figureUnits } from "../domain/intake/figureUnits";
import type { MoneyUnit } from "../domain/money/moneyUnit";

/**
 * What a person says once, for tables as a whole: it settles those that leave their unit open. Where none does, and none
 * is in this unit, they mean all of them.
 */
export function settleUnits(
  template: Template,
  disclosure: Disclosure,
  stated: MoneyUnit | undefined,
): ReadonlyMap<string, MoneyUnit> {
  if (stated === undefined) return new Map();
  const units = [...figureUnits(disclosure, template)].filter(
    ([key]) => template.structure.tables.get(key)?.definition.role === "disclosure",
  );
  const open = units.filter(([, unit]) => unit.unit === undefined && unit.why !== "otherUnit");
  const isOthers = units.every(([, { unit }]) => unit !== undefined && unit !== stated);
  const meant = open.length > 0 ? open : isOthers ? units : [];
  return new Map(meant.map(([key]) => [key, stated]));
}
