import { normaliseLabel } from "../template/labels";
import type { Block, Column, Row, Table } from "../template/template";
import type { BlockKind } from "../template/templatePackage";

/** The three parts of a 自评表 and the columns that scoring speaks of. */
export interface FormBlocks {
  readonly funds: Block;
  readonly goals: Block;
  readonly indicators: Block;
  readonly budget: Column;
  readonly executed: Column;
  readonly executionRate: Column;
  readonly executionWeight: Column;
  readonly executionScore: Column;
  readonly expectedGoals: Column;
  readonly actualGoals: Column;
  readonly dimension: Column;
  readonly category: Column;
  readonly name: Column;
  readonly targetValue: Column;
  readonly actualValue: Column;
  readonly weight: Column;
  readonly score: Column;
  readonly deviationReason: Column;
  /** 合计 of the funds, 总分 of the indicators. */
  readonly fundsTotal: Row;
  readonly scoreTotal: Row;
}

export function formBlocks(table: Table): FormBlocks {
  const funds = blockOf(table, "rows");
  const goals = blockOf(table, "record");
  const indicators = blockOf(table, "list");
  return {
    funds,
    goals,
    indicators,
    budget: columnOf(funds, "全年预算数"),
    executed: columnOf(funds, "全年执行数"),
    executionRate: columnOf(funds, "执行率"),
    executionWeight: columnOf(funds, "分值"),
    executionScore: columnOf(funds, "得分"),
    expectedGoals: columnOf(goals, "预期目标"),
    actualGoals: columnOf(goals, "实际完成情况"),
    dimension: columnOf(indicators, "一级指标"),
    category: columnOf(indicators, "二级指标"),
    name: columnOf(indicators, "三级指标"),
    targetValue: columnOf(indicators, "年度指标值"),
    actualValue: columnOf(indicators, "实际完成值"),
    weight: columnOf(indicators, "分值"),
    score: columnOf(indicators, "得分"),
    deviationReason: columnOf(indicators, "偏差原因分析及改进措施"),
    fundsTotal: firstRow(funds),
    scoreTotal: firstRow(indicators),
  };
}

/** Headings are the same with and without a remark: 得分（分值×执行率）. */
export function withoutRemark(heading: string): string {
  return normaliseLabel(heading).replace(/\([^()]*\)$/u, "");
}

function blockOf(table: Table, kind: BlockKind): Block {
  const block = table.blocks.find(({ definition }) => definition.kind === kind);
  if (!block) throw new Error(`《${table.definition.title}》缺少 ${kind} 区块`);
  return block;
}

function columnOf(block: Block, heading: string): Column {
  const column = block.columns.find(
    ({ definition }) => withoutRemark(definition.heading.at(-1) ?? "") === heading,
  );
  if (!column) throw new Error(`自评表缺少“${heading}”列`);
  return column;
}

function firstRow(block: Block): Row {
  const [row] = block.rows;
  if (!row) throw new Error("自评表缺少合计行");
  return row;
}
