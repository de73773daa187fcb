import type { Computed } from "../checking/compileTemplate";
import { figureStyle, tableStyles } from "../layout/styles";
import type { TablePaper } from "../layout/tablePaper";
import type { CellStyle } from "../workbook/writePlan";

/** 一级指标 and 二级指标, whose words are kept together. */
export const LABEL_STYLE = "evaluation.label";
const GENERAL = "General";

/** Money looks as in the tables; points, rates and grades stand in the middle. */
export function computedStyle({ target, numberFormat }: Computed, decimals: number): string {
  const isMoney = numberFormat === undefined && holdsFigures(target);
  return isMoney ? figureStyle("computed", decimals) : centredStyle(numberFormat ?? GENERAL);
}

function holdsFigures({ block, column }: Computed["target"]): boolean {
  return column.kind === "column" && block.figureColumns.some(({ key }) => key === column.key);
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
    // 10 and 9.57: points show the decimals that they have.
    ["evaluation.score", { ...centred, numberFormat: GENERAL }],
    ...[...formats].map((numberFormat): [string, CellStyle] => [
      centredStyle(numberFormat),
      { ...centred, numberFormat, fill: paper.computedFill },
    ]),
  ]);
}
