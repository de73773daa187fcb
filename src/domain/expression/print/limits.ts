import { PrintError } from "./area";

/** Excel repairs a file with a longer or deeper formula; LibreOffice accepts it. */
const LONGEST_FORMULA = 8192;
const DEEPEST_FORMULA = 64;

/** A formula that no Excel takes: its author has to split it. */
export class PrintLimitError extends PrintError {}

export function withinLimits(formula: string): string {
  if (formula.length > LONGEST_FORMULA) {
    throw new PrintLimitError(
      `印成表内公式有 ${String(formula.length)} 个字符，Excel 最多 ${String(LONGEST_FORMULA)} 个，请拆成几条`,
    );
  }
  if (depthOf(formula) > DEEPEST_FORMULA) {
    throw new PrintLimitError(`印成表内公式超过 ${String(DEEPEST_FORMULA)} 层括号，请拆成几条`);
  }
  return formula;
}

function depthOf(formula: string): number {
  let depth = 0;
  let deepest = 0;
  for (const char of formula.replace(/"[^"]*"/gu, "")) {
    if (char === "(") depth += 1;
    if (char === ")") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
