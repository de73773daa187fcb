import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { indicatorRow, type IndicatorRow, type NewIndicator } from "../domain/intake/indicatorRow";
import type { Checked } from "./draftingState";
import { UseCaseError } from "./useCaseError";

/** 加一项指标 to the 自评表 that stands; refuses where it has no such 二级指标 any more. */
export function planIndicator(
  { template, disclosure }: Checked,
  wanted: NewIndicator,
): IndicatorRow {
  const { structure } = template;
  const placed = [...disclosure.placement.tables.values()].find(
    ({ table, sheet }) =>
      table.definition.role === "evaluation" &&
      (wanted.sheet === undefined || wanted.sheet === sheet),
  );
  const year = disclosure.year ?? structure.definition.year;
  const input = { unitName: unitNameOf(disclosure), year };
  const planned = placed && indicatorRow(template, disclosure, placed, input, wanted);
  if (!planned) throw new UseCaseError("categoryGone", wanted.category);
  return planned;
}
