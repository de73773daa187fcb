import type { LastYearAnswers } from "../../application/layOutDisclosure";
import type { LastYearFigure } from "../../domain/intake/lastYear";
import { unclearUnits } from "../../application/unclearUnits";
import { anotherUnit, severalUnits } from "./takenText";
import { formatPosition } from "../../domain/workbook/cellAddress";

/** In words: what 补充资料 got of last year's set, from where, and what not. */
export function lastYearText({ intake, taken, kept }: LastYearAnswers, unitName: string): string {
  const { year, figures, questions } = intake;
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
    ...(questions.length === 0
      ? []
      : [
          `上年的表不能确定是元还是万元：${unclearUnits(questions)}请加 --unit-of-last-year 元 或 --unit-of-last-year 万元，再排一次。`,
        ]),
    ...severalUnits("上年的文件", intake.intake.unitNames),
    ...anotherUnit("上年的文件", intake.intake.unitName, unitName),
    ...(isUnsure ? [`上年的文件里没有写年度，请确认是${String(year.wanted)}年度的。`] : []),
  ].join("\n");
}
