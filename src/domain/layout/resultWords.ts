import { UNDETERMINED } from "../expression/print/number";

/** The words of the 结果 column. */
export const RESULT = {
  passed: "通过",
  roundingTail: "尾差",
  failed: "不符",
  undetermined: UNDETERMINED,
  notApplicable: "不适用",
  relationFault: "仅在窗格中审核",
} as const;
