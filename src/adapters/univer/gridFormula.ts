import { quoteSheetName } from "../../domain/workbook/cellAddress";
import { mapUnquoted } from "../guard/formulaText";

const UNQUOTED_SHEET = /(?<![\p{L}\p{N}_.#\]])([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** As the grid holds it, after rows moved without the quotes that other programs need around sheet names. */
export function fromGridFormula(formula: string): string {
  const text = formula.startsWith("=") ? formula.slice(1) : formula;
  if (!text.includes("!")) return text;
  return mapUnquoted(text, (code) =>
    code.replace(UNQUOTED_SHEET, (_, name: string) => `${quoteSheetName(name)}!`),
  );
}
