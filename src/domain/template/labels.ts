/** One spelling for labels that people print differently: width, blanks, quotation marks, brackets. */
export function normaliseLabel(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]/gu, "")
    .replace(/[“”"'‘’「」『』《》〈〉]/gu, "")
    .replace(/[〔【[]/gu, "(")
    .replace(/[〕】\]]/gu, ")")
    .replace(/[:;,、。.]+$/u, "");
}

const ORDINAL = /^(?:\(?[一二三四五六七八九十]{1,3}[、.)]|[0-9]{1,2}[、.)](?![0-9])|其中[:：]?)+/u;

/** The label without what only counts or introduces it: 一、 1. 其中： */
export function bareLabel(text: string): string {
  const normal = normaliseLabel(text);
  const bare = normal.replace(ORDINAL, "");
  return bare === "" ? normal : bare;
}
