import type { Relation } from "../checking/relation";
import type { State } from "../checking/verdict";
import { UNDETERMINED } from "../expression/print/number";

/** The words of the 结果 column. */
export const RESULT = {
  passed: "通过",
  roundingTail: "尾差",
  failed: "不符",
  undetermined: UNDETERMINED,
  notApplicable: "不适用",
  relationFault: "仅在窗格中审核",
  advice: "提示",
} as const;

type Ranked = Pick<Relation, "level">;

/** Where it does not hold: 提示 are no 不符. */
export function failedWord({ level }: Ranked): string {
  return level === "advice" ? RESULT.advice : RESULT.failed;
}

export function resultWord(state: State, relation: Ranked): string {
  return state === "failed" ? failedWord(relation) : RESULT[state];
}
