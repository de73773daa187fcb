import { quoteSheetName } from "../../domain/workbook/cellAddress";
import { mapUnquoted } from "../guard/formulaText";

const UNQUOTED_SHEET = /(?<![\p{L}\p{N}_.#\]])([\p{L}_][\p{L}\p{N}_.]*)!/gu;

const MOST = 20_000;
const known = new Map<string, string>();

/** Each look at the workbook asks for all of them again. */
export function fromGridFormula(formula: string): string {
  let text = known.get(formula);
  if (text === undefined) {
    if (known.size >= MOST) known.clear();
    text = withQuotes(formula);
    known.set(formula, text);
  }
  return text;
}

/** As the grid holds it, after rows moved without the quotes that other programs need around sheet names. */
function withQuotes(formula: string): string {
  const text = formula.startsWith("=") ? formula.slice(1) : formula;
  if (!text.includes("!")) return text;
  return mapUnquoted(text, (code) =>
    code.replace(UNQUOTED_SHEET, (_, name: string) => `${quoteSheetName(name)}!`),
  );
}
