import { formatPosition } from "../../domain/workbook/cellAddress";
import type { SheetContents } from "./sheetContents";

/** What tells the rows of a sheet apart: figures change too often. */
export function textLines({ values, formulas }: SheetContents): string[] {
  const texts = values.map((line, index) =>
    line.map((value, column) => {
      const isTyped = !formulas.has(formatPosition({ row: index + 1, column: column + 1 }));
      return typeof value === "string" && isTyped ? value : "";
    }),
  );
  const lines = texts.map((line) => line.join("\t").trimEnd());
  return lines.slice(0, lines.findLastIndex((line) => line !== "") + 1);
}

/** Where the rows of before stand, when rows were inserted or deleted in one place; undefined for those it cannot tell. */
export function movedRows(
  before: readonly string[],
  after: readonly string[],
): (row: number) => number | undefined {
  const shorter = Math.min(before.length, after.length);
  let above = 0;
  while (above < shorter && before[above] === after[above]) above += 1;
  let below = 0;
  while (below < shorter - above && before.at(-1 - below) === after.at(-1 - below)) below += 1;
  const added = after.length - before.length;
  return (row) => {
    if (added === 0 || row <= above) return row;
    return row > before.length - below ? row + added : undefined;
  };
}
