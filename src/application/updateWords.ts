import type { LeftOverKind, ReplacementKind } from "../domain/narrative/update/textUpdate";

export const replacementWords: Readonly<Record<ReplacementKind, string>> = {
  amount: "金额",
  count: "个数",
  change: "增减额",
  percent: "百分比",
  direction: "说法",
  phrase: "句子",
  year: "年份",
};

export const leftOverWords: Readonly<Record<LeftOverKind, string>> = {
  amount: "金额",
  count: "个数",
  percent: "百分比",
  year: "年份",
  reason: "原因",
  level: "说法",
  name: "名称",
  ambiguous: "几格同数",
  missing: "本年新有",
  gone: "本年没有",
  conflict: "换数后不符",
};
