import type { SuspectRate } from "./suspectRates";

const KINDS: Readonly<Record<SuspectRate["kind"], string>> = {
  swappedDigits: "数字颠倒",
  sign: "正负号",
  shiftedRow: "错行",
  tenThousandfold: "元当万元",
  duplicate: "重复邻行",
  lastYear: "上年数",
  truncated: "截断",
  exchanged: "互换",
  all: "合计",
};

const SEEN_WORDS: Readonly<Record<SuspectRate["seen"], string>> = {
  several: "两条以上",
  one: "一条",
  unseen: "看不出",
};

/** Markdown, as the other tables of the bench. */
export function suspectTable(rows: readonly SuspectRate[]): readonly string[] {
  return [
    "| 差错 | 所在关系 | 个数 | 列入 | 排第一 | 平均列出 |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.map((row) => {
      const { kind, errors, listed, first, suspects } = row;
      const rates = `${percent(listed, errors)} | ${percent(first, errors)}`;
      const mean = (suspects / errors).toFixed(1);
      return `| ${KINDS[kind]} | ${seenWords(row)} | ${String(errors)} | ${rates} | ${mean} |`;
    }),
  ];
}

function seenWords({ seen, related }: SuspectRate): string {
  if (seen !== "unseen" || related === 0) return SEEN_WORDS[seen];
  return `${SEEN_WORDS[seen]}（${String(related)} 个在关系中，没有一条不符）`;
}

/** Rounded down: 100 % is all of them. */
function percent(part: number, whole: number): string {
  return `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
}
