import type { CheckedText } from "../../application/checkWrittenText";
import type { ClaimVerdict, TextClaim } from "../../domain/narrative/prose/claim";

const TITLES: readonly (readonly [ClaimVerdict, string])[] = [
  ["wrong", "写错的"],
  ["inconsistent", "前后不一的"],
  ["rounding", "只差在取舍上的"],
  ["cannot-be-checked", "无法复算的"],
];

/** For an accountant at a terminal. */
export function writtenText(file: string, text: string, { claims, summary }: CheckedText): string {
  const parts = TITLES.flatMap(([verdict, title]) => {
    const own = claims.filter((claim) => claim.verdict === verdict);
    if (own.length === 0) return [];
    return ["", `${title}（${String(own.length)} 处）`, ...own.map((claim) => lineOf(claim, text))];
  });
  return [
    `文件：${file}`,
    `核对结果：相符 ${String(summary.right)} · 取舍 ${String(summary.rounding)} · 写错 ${String(summary.wrong)} · 前后不一 ${String(summary.inconsistent)} · 无法复算 ${String(summary["cannot-be-checked"])}`,
    ...parts,
  ].join("\n");
}

function lineOf({ quote, start, explanation }: TextClaim, text: string): string {
  const row = text.slice(0, start).split("\n").length;
  return `  第${String(row)}行“${quote.replace(/\s+/gu, " ").trim()}”：${explanation}`;
}
