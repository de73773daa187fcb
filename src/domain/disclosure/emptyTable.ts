import { ZERO } from "../money/amount";
import type { CellValue } from "../workbook/workbookSnapshot";
import { readFigure } from "./readFigure";

const DECLARES_NOTHING = /没有|未发生|未安排|不涉及|空表|无数据|(?<![有])无(?![形偿法需论关])/u;

/** Whether a text under a table says that the unit has none of it. */
export function declaresNothing(text: string): boolean {
  return DECLARES_NOTHING.test(text);
}

/** Blank, 0.00, “/” and “无” are no figures; a text or an error value may hide one. */
export function holdsFigure(value: CellValue): boolean {
  if (typeof value === "number") return value !== 0;
  if (value === null) return false;
  const figure = readFigure(value, 2);
  switch (figure.kind) {
    case "amount":
      return !figure.value.equals(ZERO);
    case "unreadable":
    case "error":
      return true;
    default:
      return false;
  }
}
