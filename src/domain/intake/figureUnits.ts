import type { Template } from "../checking/compileTemplate";
import type { Disclosure } from "../disclosure/disclosure";
import { isUnit, printedUnits } from "../rescaling/printedUnits";
import { moneyUnits } from "./moneyUnits";
import type { TableUnit, UnitAnswer } from "./tableUnit";

/** The units of all tables: 补充资料 and 自评表 state theirs in their own way, and share no figures to compare. */
export function figureUnits(
  disclosure: Disclosure,
  template: Template,
  said?: ReadonlyMap<string, UnitAnswer>,
): ReadonlyMap<string, TableUnit> {
  const units = new Map(moneyUnits(disclosure, template, said));
  for (const { table, unit } of printedUnits(disclosure)) {
    if (table.definition.role === "disclosure") continue;
    const before = units.get(table.key);
    units.set(table.key, tableUnit(unit, before));
  }
  return units;
}

function tableUnit(printed: string, before: TableUnit | undefined): TableUnit {
  if (!isUnit(printed))
    return { why: printed === "" ? "noHeading" : "otherUnit", heading: printed };
  if (before && before.unit !== printed) return { why: "contradiction", heading: printed };
  return { unit: printed, by: "heading" };
}
