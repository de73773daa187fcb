import { Decimal } from "decimal.js";
import type { TableDefinition } from "./templatePackage";
import type { TemplateProblem } from "./templateProblem";

const FULL_MARKS = 100;

export function checkEvaluation(table: TableDefinition, path: string): TemplateProblem[] {
  const { role, evaluation } = table;
  if (role !== "evaluation") {
    return evaluation
      ? [{ path: `${path}.evaluation`, message: "只有自评表（evaluation）才有评分" }]
      : [];
  }
  if (!evaluation) return [{ path: `${path}.evaluation`, message: "自评表缺少评分" }];
  const problems: TemplateProblem[] = [];
  const { executionWeight, dimensions, grades, method } = evaluation;
  const total = Decimal.sum(executionWeight, ...dimensions.map(({ weight }) => weight));
  if (!total.equals(FULL_MARKS)) {
    const message = `预算执行率和各项指标的分值合计为 ${total.toString()}，应为 ${FULL_MARKS}`;
    problems.push({ path: `${path}.evaluation.dimensions`, message });
  }
  if (!descendsToZero(grades)) {
    const message = "等级应从高到低排列，最后一级从 0 分起";
    problems.push({ path: `${path}.evaluation.grades`, message });
  }
  if (method.qualities.length > 0 && !descendsToZero(method.qualities)) {
    const message = "定性指标的档次应从高到低排列，最后一档从 0 起";
    problems.push({ path: `${path}.evaluation.method.qualities`, message });
  }
  if (table.blocks.filter(({ kind }) => kind === "list").length !== 1) {
    problems.push({ path: `${path}.blocks`, message: "自评表应有且只有一块指标（list）" });
  }
  return problems;
}

function descendsToZero(bands: readonly { readonly from: number }[]): boolean {
  const descends = bands.every(({ from }, index) => from < (bands[index - 1]?.from ?? Infinity));
  return descends && bands.at(-1)?.from === 0;
}
