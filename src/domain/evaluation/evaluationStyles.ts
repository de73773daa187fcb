import { isMoney, type Computed } from "../checking/compileTemplate";
import { figureStyle, tableStyles } from "../layout/styles";
import type { TablePaper } from "../layout/tablePaper";
import type { CellStyle } from "../workbook/writePlan";

/** 一级指标 and 二级指标, whose words are kept together. */
export const LABEL_STYLE = "evaluation.label";
const GENERAL = "General";

/** Money looks as in the tables; points, rates and grades stand in the middle. */
export function computedStyle(computed: Computed, decimals: number): string {
  return isMoney(computed)
    ? figureStyle("computed", decimals)
    : centredStyle(computed.numberFormat ?? GENERAL);
}

function centredStyle(numberFormat: string): string {
  return `evaluation.computed.${numberFormat}`;
}

/** What a 自评表 needs beyond the styles of tables. */
export function evaluationStyles(
  paper: TablePaper,
  computed: readonly Computed[],
): ReadonlyMap<string, CellStyle> {
  const cell = tableStyles(paper).get("table.blank") ?? {};
  const centred: CellStyle = { ...cell, horizontal: "center", wrap: true };
  const formats = new Set(computed.map(({ numberFormat }) => numberFormat ?? GENERAL));
  return new Map<string, CellStyle>([
    ["evaluation.centred", centred],
    [LABEL_STYLE, centred],
    // Excel makes dates of 1/3 and 2020年12月.
    ["evaluation.value", { ...centred, numberFormat: "@" }],
    // 10 and 9.57: points show the decimals that they have.
    ["evaluation.score", { ...centred, numberFormat: GENERAL }],
    ...[...formats].map((numberFormat): [string, CellStyle] => [
      centredStyle(numberFormat),
      { ...centred, numberFormat, fill: paper.computedFill },
    ]),
  ]);
}
