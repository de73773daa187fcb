import type { MoneyUnit } from "../money/moneyUnit";
import type { Disclosure } from "../disclosure/disclosure";
import { roundHalfUp } from "../money/amount";
import { formatPosition, type CellAddress } from "../workbook/cellAddress";
import { moneyCells } from "./moneyPlaces";

/** 万元 with six decimals are 元 to the 分. */
const EXACT_PLACES = 6;

/**
 * Tables in 万元 that were never rounded to what is printed, as some exports are. A single figure with more digits is
 * somebody's slip, and makes none; formulas round as they are told to.
 */
export function detailedTables(
  source: Disclosure,
  unitOf: (table: string) => MoneyUnit,
): ReadonlySet<string> {
  const formulas = new Map(source.snapshot.sheets.map(({ name, formulas: own }) => [name, own]));
  const isTyped = ({ sheet, ...position }: CellAddress) =>
    formulas.get(sheet)?.has(formatPosition(position)) !== true;
  const counts = [...source.placement.tables]
    .filter(([key]) => unitOf(key) === "万元")
    .map(([key, placed]) => {
      const filled = moneyCells(source, placed).filter(
        ({ figure, cell }) => !figure.value.isZero() && isTyped(cell),
      );
      const long = filled.filter(
        ({ figure }) => !roundHalfUp(figure.value, EXACT_PLACES).equals(figure.published),
      );
      return { key, filled: filled.length, long: long.length };
    });
  const all = counts.reduce(
    (sum, { filled, long }) => ({ filled: sum.filled + filled, long: sum.long + long }),
    { filled: 0, long: 0 },
  );
  const isMostly = ({ filled, long }: typeof all) => 2 * long > filled;
  const isSetDetailed = isMostly(all);
  return new Set(
    counts.filter((own) => isMostly(own) || (isSetDetailed && own.long > 0)).map(({ key }) => key),
  );
}
