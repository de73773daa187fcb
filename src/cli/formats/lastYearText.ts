import type { LastYearAnswers } from "../../application/layOutDisclosure";
import type { LastYearFigure } from "../../domain/intake/lastYear";
import { formatPosition } from "../../domain/workbook/cellAddress";

/** In words: what 补充资料 got of last year's set, from where, and what not. */
export function lastYearText({ intake, taken, kept }: LastYearAnswers): string {
  const { year, figures } = intake;
  const isUnsure = year.kind === "unknown";
  const words = ({ label, value, from }: LastYearFigure) => {
    const places = from.map(({ file, sheet, cell }) => `${file} ${sheet}!${formatPosition(cell)}`);
    return `  ${label} ${value?.toFixed(2) ?? ""}（${places.join("、")}）`;
  };
  const lacking = figures.flatMap(({ label, why }) =>
    why === undefined ? [] : [`  ${label}：${why}`],
  );
  return [
    `上年数填了 ${String(taken.length)} 个：`,
    ...taken.map(words),
    ...(kept.length === 0 ? [] : ["取数的工作簿里已有别的数，没有动："]),
    ...kept.map(words),
    ...(lacking.length === 0 ? [] : ["没有取到的：", ...lacking]),
    ...(isUnsure ? [`上年的文件里没有写年度，请确认是${String(year.wanted)}年度的。`] : []),
  ].join("\n");
}
