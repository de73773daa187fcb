import type { CheckedWorkbook } from "../../application/checkWorkbook";
import { formatRange } from "../../domain/workbook/cellAddress";
import { findingsText } from "./findingsText";
import { suspectsText } from "./suspectsText";
import { unitNameOf } from "../../domain/disclosure/unitNameOf";
import { tableTitle } from "./words";

/** For an accountant at a terminal. */
export function checkText(file: string, checked: CheckedWorkbook): string {
  const { template, disclosure, report, cards } = checked;
  const { id, version, title } = template.structure.definition;
  const { summary } = report;
  const tables = [...disclosure.placement.tables.values()].map(
    (placed) => `  ${tableTitle(placed, checked)}　${placed.sheet}!${formatRange(placed.range)}`,
  );
  const faults = summary.relationFault === 0 ? "" : ` · 公式出错 ${summary.relationFault}`;
  return [
    `文件：${file}`,
    `单位：${unitNameOf(disclosure) || "（没有找到单位名称）"}`,
    `模板：${title}（${id} ${version}）`,
    `认出 ${tables.length} 张表：`,
    ...tables,
    `审核结果：通过 ${summary.passed} · 尾差 ${summary.roundingTail} · 不符 ${summary.failed} · 数据不足 ${summary.undetermined} · 不适用 ${summary.notApplicable}${faults}`,
    ...suspectsText(cards),
    ...findingsText(report.findings),
  ].join("\n");
}
