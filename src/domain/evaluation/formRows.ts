import { Decimal } from "decimal.js";
import type { EvaluationDefinition } from "../template/templatePackage";
import type { EvaluationForm, Indicator } from "./evaluationForm";

/** The unit's indicators, or an empty row for each that the package lays out. */
export function indicatorRows(
  form: EvaluationForm | undefined,
  { dimensions }: EvaluationDefinition,
): readonly Indicator[] {
  if (form && form.indicators.length > 0) return form.indicators;
  const empty = dimensions.flatMap(({ name, weight, categories }) =>
    categories.flatMap((category) =>
      Array.from({ length: category.rows }, () => ({
        dimension: name,
        dimensionWeight: new Decimal(weight),
        category: category.name,
        name: "",
        targetValue: null,
        actualValue: null,
        deviationReason: "",
      })),
    ),
  );
  return empty.map((row, index) => ({ ...row, rowId: `list:${index + 1}` }));
}

/** Neighbours for which `of` says the same, as first and last index. */
export function runs<T>(
  items: readonly T[],
  of: (item: T, index: number) => string,
): [number, number][] {
  const keys = items.map(of);
  const found: [number, number][] = [];
  keys.forEach((key, index) => {
    const last = found.at(-1);
    if (last && keys[index - 1] === key) last[1] = index;
    else found.push([index, index]);
  });
  return found;
}
