import type { Decimal } from "decimal.js";
import type { Template } from "../checking/compileTemplate";
import { byUrgency, type Finding } from "../checking/finding";
import { projectForms } from "../template/projectForms";
import type { Table, TemplateStructure } from "../template/template";
import type { CellAddress } from "../workbook/cellAddress";
import type { EvaluationForm } from "./evaluationForm";
import { amountOf } from "./findings/evaluationCheck";
import { evaluationFindings } from "./findings/evaluationFindings";
import { formWeights, type FormWeights } from "./formWeights";
import { gradeOf } from "./grade";
import type { QualityPoints } from "./targets/qualityBand";
import { projectNameOf } from "./projectFields";
import {
  amountAs,
  defined,
  prepareScoring,
  type GivenIndicator,
  type ScoredSource,
  type Scoring,
} from "./scoring";

export interface ScoreRow {
  /** 预算执行率 first, then the indicators. */
  readonly indicator: string;
  readonly dimension: string;
  readonly category: string;
  readonly weight?: Decimal;
  /** As given; undefined when blank or unreadable. */
  readonly score?: Decimal;
  /** What the rule gives; undefined where people decide (定性) or a figure is missing. */
  readonly ruleScore?: Decimal;
  /** Of a quality, where what was reached says 达成, 部分达成 …: the points of that word. */
  readonly quality?: QualityPoints;
  /** 不适用: the others are worth 100. */
  readonly isDropped?: true;
  /** What the total has: the rule's for 预算执行率, the given one for an indicator. */
  readonly counted?: Decimal;
  /** Where the score stands, or belongs. */
  readonly cell?: CellAddress;
}

export interface EvaluationScore {
  /** The form's name: 整体支出绩效自评表, 项目支出绩效自评表（档案整理）. */
  readonly form: string;
  /** Where it stands; undefined where nothing of it does. */
  readonly sheet?: string;
  /** Given indicator scores and the rule's execution score; undefined while something is missing. */
  readonly total?: Decimal;
  readonly grade?: string;
  /** 1 is 100 %; not rounded. */
  readonly executionRate?: Decimal;
  readonly rows: readonly ScoreRow[];
  readonly weights: FormWeights;
  readonly findings: readonly Finding[];
}

/** The rule's score stands beside the given one; a difference is a finding, never a replacement. */
export function scoreEvaluation(
  template: Template,
  source: ScoredSource,
  form: EvaluationForm,
  /** The template's first form without. */
  table?: Table,
): EvaluationScore {
  const scoring = prepareScoring(template, source, form, table);
  const { rule, definition, blocks, funds } = scoring;
  const grade = rule.total && gradeOf(rule.total, definition);
  const execution: ScoreRow = {
    indicator: "预算执行率",
    dimension: "",
    category: "",
    ...amountAs("weight", funds(blocks.executionWeight).figure),
    ...amountAs("score", funds(blocks.executionScore).figure),
    ...defined("ruleScore", rule.executionScore),
    ...defined("counted", rule.executionScore ?? amountOf(funds(blocks.executionScore))),
    ...defined("cell", funds(blocks.executionScore).cell),
  };
  return {
    form: nameOf(scoring, template.structure),
    ...defined("sheet", source.placement.tables.get(scoring.table.key)?.sheet),
    ...defined("total", rule.total),
    ...defined("grade", grade),
    ...defined("executionRate", rule.executionRate),
    weights: formWeights(scoring),
    rows: [execution, ...scoring.indicators.map(scoreRow)],
    findings: [...evaluationFindings(scoring)].sort(byUrgency),
  };
}

function nameOf({ table, form }: Scoring, structure: TemplateStructure): string {
  const project = projectNameOf(form);
  if (project === undefined) return table.definition.sheetName;
  const [first = table] = projectForms(structure);
  return `${first.definition.sheetName}（${project}）`;
}

function scoreRow(given: GivenIndicator): ScoreRow {
  const { indicator, weight, score, byTarget, quality, isDropped } = given;
  return {
    indicator: indicator.name,
    dimension: indicator.dimension,
    category: indicator.category,
    ...amountAs("weight", weight.figure),
    ...amountAs("score", score.figure),
    ...defined("ruleScore", byTarget && "score" in byTarget ? byTarget.score : undefined),
    ...defined("quality", quality),
    ...(isDropped ? { isDropped } : {}),
    ...amountAs("counted", score.figure),
    ...defined("cell", score.cell),
  };
}
