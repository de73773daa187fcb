import {
  countWords,
  partName,
  SEEN_ALONE,
  type ComparedWorkbooks,
} from "../../application/compareWorkbooks";
import { BLANK, isSeenAlone, type Change } from "../../domain/comparison/change";
import { textOf } from "../../domain/comparison/figureChanges";
import { KIND_WORDS } from "../../domain/layout/lists/changeList";
import { formatAddress } from "../../domain/workbook/cellAddress";

const UNLABELLED: ReadonlySet<Change["kind"]> = new Set(["figure", "text", "appearance"]);

/** Table by table, what was and what is. */
export function compareText(compared: ComparedWorkbooks): string {
  const { old, new: now, changes, remarks, warnings } = compared;
  const { id, version, title } = now.template.structure.definition;
  const seen = changes.filter(isSeenAlone);
  return [
    `改前：${old.name}`,
    `改后：${now.name}`,
    `模板：${title}（${id} ${version}）`,
    ...warnings.map((text) => `注意：${text}`),
    countWords(changes),
    ...byPart(changes.filter((change) => !isSeenAlone(change))),
    ...(seen.length === 0 ? [] : ["", `显示改动（${SEEN_ALONE}）：`, ...byPart(seen)]),
    ...(remarks.length === 0 ? [] : ["", "下列内容没有认出，没有比较："]),
    ...remarks.map((text) => `  ${text}`),
  ].join("\n");
}

function byPart(changes: readonly Change[]): string[] {
  const parts = new Map<string, Change[]>();
  for (const change of changes) {
    const name = partName(change);
    parts.set(name, [...(parts.get(name) ?? []), change]);
  }
  return [...parts].flatMap(([name, own]) => ["", name, ...own.map(changeText)]);
}

function changeText(change: Change): string {
  const { kind, row, column, before, after, difference, oldCell, newCell } = change;
  const place = [row, column].filter((part) => part !== "").join("　");
  const cell = newCell ?? oldCell;
  const at = cell ? `（${formatAddress(cell)}）` : "";
  const words = before === undefined && after === undefined ? "" : beforeAfter(change);
  const gap = difference
    ? `，差 ${difference.amount.isNegative() ? "" : "+"}${textOf(difference)}`
    : "";
  const label = UNLABELLED.has(kind) ? "" : `〔${KIND_WORDS[kind]}〕`;
  const said = [place, words].filter((part) => part !== "").join("：");
  return `  ${label}${said}${gap}${at}`;
}

function beforeAfter({ kind, before, after }: Change): string {
  const quoted = (value: NonNullable<Change["before"]>) =>
    typeof value === "string" && value !== BLANK && kind === "text" ? `“${value}”` : textOf(value);
  if (kind === "rowAdded" || kind === "rowRemoved") return textOf(after ?? before ?? "");
  if (before === undefined) return `增加 ${quoted(after ?? "")}`;
  if (after === undefined) return `删去 ${quoted(before)}`;
  return `${quoted(before)} → ${quoted(after)}`;
}
