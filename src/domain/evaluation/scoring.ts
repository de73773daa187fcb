import type { Decimal } from "decimal.js";
import type { Computed, Template } from "../checking/compileTemplate";
import { isDropped, type Figure, type FigureAt } from "../disclosure/figure";
import type { Disclosure } from "../disclosure/disclosure";
import type { FigureSource } from "../expression/scope";
import type { Column, Table } from "../template/template";
import type { EvaluationCategory, EvaluationDefinition } from "../template/templatePackage";
import { computedFigures, targetCell } from "./computedFigures";
import type { EvaluationForm, Indicator } from "./evaluationForm";
import { formBlocks, type FormBlocks } from "./formBlocks";
import { sharedGoals, type SharedGoals } from "./sharedGoals";
import { qualityBand, type QualityPoints } from "./targets/qualityBand";
import { readBeside, type Typed } from "./targets/readTyped";
import { scoreByTarget, type ByTarget } from "./targets/scoreByTarget";

/** One indicator with what stands in its cells. */
export interface GivenIndicator {
  readonly indicator: Indicator;
  readonly weight: FigureAt;
  readonly score: FigureAt;
  readonly target: Typed;
  readonly actual: Typed;
  /** What the package knows of its 二级指标. */
  readonly category: EvaluationCategory | undefined;
  /** undefined where people decide, or the points are no number. */
  readonly byTarget: ByTarget | undefined;
  /** Of a quality in one of the package's words: 部分达成. */
  readonly quality: QualityPoints | undefined;
  /** Weight and score say 不适用: the others are worth 100. */
  readonly isDropped: boolean;
}

/** The form as given, beside what the rules make of it. */
export interface Scoring {
  readonly table: Table;
  readonly blocks: FormBlocks;
  readonly definition: EvaluationDefinition;
  readonly form: EvaluationForm;
  readonly indicators: readonly GivenIndicator[];
  readonly goals: SharedGoals | undefined;
  /** Where 预期目标 stands, or belongs. */
  readonly goalsAt: FigureAt;
  /** What stands in the row of 合计 of the funds. */
  readonly funds: (column: Column) => FigureAt;
  /** What stands in the row of 总分. */
  readonly totals: (column: Column) => FigureAt;
  readonly source: FigureSource;
  /** Of amounts of money. */
  readonly decimals: number;
  readonly rule: {
    readonly budget: Figure;
    readonly executed: Figure;
    readonly executionRate?: Decimal;
    readonly executionScore?: Decimal;
    readonly total?: Decimal;
  };
}

/** A year: that of times typed without one. */
export type ScoredSource = FigureSource & Pick<Disclosure, "year">;

export function prepareScoring(
  template: Template,
  source: ScoredSource,
  form: EvaluationForm,
  own?: Table,
): Scoring {
  const { structure } = template;
  const table =
    own ?? [...structure.tables.values()].find(({ definition }) => definition.evaluation);
  const definition = table?.definition.evaluation;
  if (!table || !definition) throw new Error("模板里没有自评表");
  const blocks = formBlocks(table);
  const at = (from: FigureSource, block: number, rowId: string, { key }: Column): FigureAt =>
    from.figuresAt(table.key, block, rowId, key)[0] ?? { figure: { kind: "blank" } };
  const computed = computedFigures(
    source,
    template.computed.filter((cell) => cell.table === table),
    structure.definition,
    // Money is taken as given; what follows from it by rule is worked out.
    (given, _worked, { target }) => isMoney(blocks, target) && isFilled(given.figure),
  );
  const fund = (from: FigureSource) => (column: Column) =>
    at(from, blocks.funds.index, blocks.fundsTotal.id, column);
  const byRule = fund(computed);
  const budget = byRule(blocks.budget).figure;
  const executed = byRule(blocks.executed).figure;
  const total = (from: FigureSource) => (column: Column) =>
    at(from, blocks.indicators.index, blocks.scoreTotal.id, column);
  return {
    table,
    blocks,
    definition,
    form,
    source,
    goals: sharedGoals(structure, source, definition.goals),
    goalsAt: at(source, blocks.goals.index, "", blocks.expectedGoals),
    decimals: structure.definition.decimals,
    funds: fund(source),
    totals: total(source),
    indicators: form.indicators
      .map((indicator): GivenIndicator => {
        const weight = at(source, blocks.indicators.index, indicator.rowId, blocks.weight);
        const score = at(source, blocks.indicators.index, indicator.rowId, blocks.score);
        const isOut = isDropped(weight.figure) && isDropped(score.figure);
        const known = judged(indicator, weight.figure, definition, source.year);
        return { indicator, weight, score, isDropped: isOut, ...known };
      })
      .filter(isInUse),
    rule: {
      budget,
      executed,
      ...defined("executionRate", quotient(executed, budget)),
      ...amountAs("executionScore", byRule(blocks.executionScore).figure),
      ...amountAs("total", total(computed)(blocks.score).figure),
    },
  };
}

function judged(
  { category: heading, targetValue, actualValue }: Indicator,
  weight: Figure,
  { method, dimensions }: EvaluationDefinition,
  year: number | undefined,
): Pick<GivenIndicator, "target" | "actual" | "category" | "byTarget" | "quality"> {
  const { target, actual } = readBeside({ target: targetValue, actual: actualValue }, year);
  const category = dimensions
    .flatMap(({ categories }) => categories)
    .find(({ name }) => heading.includes(name.replace(/指标$/u, "")));
  const known = { target, actual, category };
  if (weight.kind !== "amount") return { ...known, byTarget: undefined, quality: undefined };
  const points = weight.published;
  const lessIsBetter = category?.lessIsBetter === true;
  return {
    ...known,
    byTarget: scoreByTarget({ target, actual, weight: points, lessIsBetter }, method),
    quality: qualityBand(actual, points, method),
  };
}

function isMoney({ funds, executionRate, executionScore }: FormBlocks, target: Computed["target"]) {
  const { columnKey } = targetCell(target);
  const follows = [executionRate.key, executionScore.key].includes(columnKey);
  return target.block === funds && !follows;
}
/** A row that nobody has filled in, waiting under its category, is no indicator yet. */
function isInUse({ indicator, weight, score }: GivenIndicator): boolean {
  return indicator.name !== "" || isFilled(weight.figure) || isFilled(score.figure);
}

export function isFilled({ kind }: Figure): boolean {
  return kind !== "blank" && kind !== "nothing" && kind !== "notApplicable" && kind !== "missing";
}

function quotient(part: Figure, whole: Figure): Decimal | undefined {
  if (part.kind !== "amount" || whole.kind !== "amount" || whole.published.isZero())
    return undefined;
  return part.published.div(whole.published);
}

/** The published amount, under a name of its own, or nothing. */
export function amountAs<K extends string>(key: K, figure: Figure): Partial<Record<K, Decimal>> {
  return defined(key, figure.kind === "amount" ? figure.published : undefined);
}

export function defined<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, T>);
}
