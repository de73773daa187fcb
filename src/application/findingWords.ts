import type { Finding, GivenReason } from "../domain/checking/finding";
import type { SuspectCard } from "../domain/checking/suspects/suspectCards";
import { isErrorValue, type CellValue } from "../domain/workbook/workbookSnapshot";
import { formatAddress, formatPosition, type CellAddress } from "../domain/workbook/cellAddress";

/** What a person has to do about a finding. */
export type Urgency =
  "relationFault" | "must-hold" | "explain" | "advice" | "undetermined" | "tail" | "explained";

export function urgencyOf({ state, level, reason }: Finding): Urgency {
  if (reason?.state === "closed") return "explained";
  if (state === "failed") return level;
  return state === "roundingTail" ? "tail" : state;
}

/** How many places must be mended: findings that one wrong figure explains are one. */
export function mustFixPlaces(findings: readonly Finding[], cards: readonly SuspectCard[]): number {
  const isOpen = (finding: Finding) => urgencyOf(finding) === "must-hold";
  const led = cards.flatMap((card) => card.findings.filter(isOpen).slice(1));
  return findings.filter(isOpen).length - led.length;
}

/** In the order in which they are worked through. */
export const URGENCY_WORDS: Readonly<Record<Urgency, string>> = {
  relationFault: "公式出错",
  "must-hold": "必须改",
  explain: "改或说明",
  advice: "提示",
  undetermined: "数据不足",
  tail: "尾差",
  explained: "已说明",
};

export const KIND_MARKS: Readonly<Record<Finding["kind"], string>> = {
  figures: "",
  form: "〔表样〕",
  text: "〔文字〕",
};

/** What a cell holds, as it would print. */
export function cellText(value: CellValue): string {
  if (typeof value === "number") return value.toFixed(2);
  return isErrorValue(value) ? value.error : String(value ?? "");
}

const CELLS_SHOWN = 4;

/** For a letter or a chat: 〔必须改〕 what is wrong, where, and the code. */
export function findingText(finding: Finding): string {
  const { code, kind, explanation, cells, reason } = finding;
  const place = [cellsText(cells), code].filter((part) => part !== "").join("　");
  const said = reason ? reasonText(reason) : "";
  return `〔${URGENCY_WORDS[urgencyOf(finding)]}〕${KIND_MARKS[kind]}${explanation}（${place}）${said}`;
}

/** 说明：… */
export function reasonText({ state, words }: GivenReason): string {
  return state === "reopened" ? `原说明，数字已变：${words}` : `说明：${words}`;
}

/** One missing table leaves many relations undetermined: said once. */
export function sameCauses(findings: readonly Finding[]): Finding[][] {
  const causes = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = causes.get(finding.explanation);
    if (same) same.push(finding);
    else causes.set(finding.explanation, [finding]);
  }
  return [...causes.values()];
}

/** The sheet is named once. */
export function cellsText(cells: readonly CellAddress[]): string {
  const words = cells.map((cell, index) =>
    cell.sheet === cells[index - 1]?.sheet ? formatPosition(cell) : formatAddress(cell),
  );
  return listed(words, CELLS_SHOWN, "格");
}

export function listed(items: readonly string[], shown: number, measure: string): string {
  const more = items.length > shown ? ` 等 ${items.length} ${measure}` : "";
  return `${items.slice(0, shown).join("、")}${more}`;
}
