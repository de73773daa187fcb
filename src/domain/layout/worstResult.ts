import { UNDETERMINED } from "../expression/print/number";
import type { PlannedCell } from "../workbook/writePlan";
import { RESULT } from "./resultWords";
import type { ResultMark } from "./resultMark";

const WORST_FIRST = [RESULT.failed, UNDETERMINED, RESULT.roundingTail];

/** What a mark looks at: the worst of several results. */
export function worstResult(
  marks: readonly Pick<ResultMark, "result" | "value">[],
): Pick<PlannedCell, "value" | "formula"> {
  const any = (word: string) => {
    const tests = marks.map(({ result }) => `${result}="${word}"`);
    return tests.length === 1 ? (tests[0] ?? "") : `OR(${tests.join(",")})`;
  };
  return {
    value: WORST_FIRST.find((word) => marks.some(({ value }) => value === word)) ?? "",
    formula: WORST_FIRST.reduceRight((rest, word) => `IF(${any(word)},"${word}",${rest})`, '""'),
  };
}
