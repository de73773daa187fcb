import { Decimal } from "decimal.js";
import { isFilled, type Scoring } from "./scoring";

export const FULL_MARKS = new Decimal(100);

/** How the points of a form are dealt out. */
export interface FormWeights {
  /** 100 */
  readonly wanted: Decimal;
  /** 预算执行率 and all indicators. */
  readonly given: Decimal;
  /** Some indicator does not apply: less than 100 is right. */
  readonly isRescaled: boolean;
  readonly dimensions: readonly DimensionWeights[];
}

export interface DimensionWeights {
  /** 产出指标 */
  readonly name: string;
  readonly given: Decimal;
  /** As the form prints it: 产出指标（50 分）. */
  readonly wanted?: Decimal;
  /** Indicators without points. */
  readonly open: number;
  /** Its 二级指标 in the order of the form. */
  readonly categories: readonly string[];
}

export function formWeights({ form, indicators, blocks, funds }: Scoring): FormWeights {
  const names = [...new Set(form.indicators.map(({ dimension }) => dimension))];
  const dimensions = names.map((name): DimensionWeights => {
    const rows = form.indicators.filter(({ dimension }) => dimension === name);
    const used = indicators.filter(({ indicator }) => indicator.dimension === name);
    const wanted = rows.find(({ dimensionWeight }) => dimensionWeight)?.dimensionWeight;
    return {
      name,
      given: sumOf(used),
      open: used.filter(({ weight, isDropped }) => !isDropped && !isFilled(weight.figure)).length,
      categories: [...new Set(rows.map(({ category }) => category))],
      ...(wanted ? { wanted } : {}),
    };
  });
  return {
    wanted: FULL_MARKS,
    given: sumOf([...indicators, { weight: funds(blocks.executionWeight) }]),
    isRescaled: indicators.some(({ isDropped }) => isDropped),
    dimensions,
  };
}

function sumOf(rows: readonly Pick<Scoring["indicators"][number], "weight">[]): Decimal {
  return rows.reduce(
    (sum, { weight: { figure } }) => (figure.kind === "amount" ? sum.plus(figure.published) : sum),
    new Decimal(0),
  );
}
