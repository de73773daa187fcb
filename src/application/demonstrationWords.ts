import type { TypicalError } from "../domain/checking/demonstration/typicalErrors";
import type { Demonstrated } from "./demonstrateChecks";
import { cellText } from "./findingWords";

const ERROR_WORDS: Readonly<Record<TypicalError, string>> = {
  swappedDigits: "两个数字颠倒",
  sign: "正负号填反",
  tenThousand: "按元填进万元表",
  truncated: "少录末位",
  repeated: "填重邻行的数",
  leftOut: "漏填",
  shifted: "错一行",
  exchanged: "相邻两格填颠倒",
};

/** What was done on the copy: 两个数字颠倒：公开03表“行政运行”基本支出 520.00 填成 250.00 */
export function mistakeWords({ kind, changes }: Demonstrated): string {
  const words = changes.map(
    ({ name, before, after }) => `${name} ${printed(before)} 填成 ${printed(after)}`,
  );
  return `${ERROR_WORDS[kind]}：${words.join("，")}`;
}

/** What came of it, also where nothing did. */
export function outcomeWords({ findings, isNamed, changes }: Demonstrated): string {
  if (findings.length === 0) return "没有查出：有关的合计都没有变，别的表里也没有这个数。";
  const codes = [...new Set(findings.map(({ code }) => code))].join("、");
  const which = changes.length > 1 ? "这两格" : "这一格";
  const named = isNamed
    ? `，并指出最可能填错的是${which}`
    : `，但要从有关的几格里找，不能断定是${which}`;
  return `查出 ${String(findings.length)} 处（${codes}）${named}。`;
}

function printed(value: Parameters<typeof cellText>[0]): string {
  return cellText(value) || "空白";
}
