import { Decimal } from "decimal.js";
import type { Disclosure } from "../disclosure/disclosure";
import { exactFigure } from "../disclosure/readFigure";
import type { FigureAt } from "../disclosure/figure";
import { rememberFigures } from "../disclosure/rememberFigures";
import { elementAt } from "./elementAt";
import type { FigureBook } from "./figureBook";

const CENTS_OF_WAN_YUAN = 1_000_000;

/** The figures in 万元 with all their digits, whatever their tables are in. */
export function unrounded(
  source: Pick<Disclosure, "figuresAt">,
  book: FigureBook,
): Disclosure["figuresAt"] {
  const inWanYuan = (at: FigureAt): FigureAt => {
    const index = at.cell && book.at(at.cell);
    if (index === undefined) return at;
    const value = new Decimal(elementAt(book.figures, index).cents).div(CENTS_OF_WAN_YUAN);
    return { ...at, figure: exactFigure(value) };
  };
  return rememberFigures((...place) => source.figuresAt(...place).map(inWanYuan));
}
