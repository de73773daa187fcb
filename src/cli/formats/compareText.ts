import {
  changedParts,
  countWords,
  kindWords,
  SEEN_ALONE,
  type ChangedPart,
} from "../../application/changeWords";
import type { ComparedWorkbooks } from "../../application/compareWorkbooks";
import { BLANK, textOf, type Change } from "../../domain/comparison/change";
import { formatAddress } from "../../domain/workbook/cellAddress";

/** Table by table, what was and what is. */
export function compareText(compared: ComparedWorkbooks): string {
  const { old, new: now, changes, remarks, warnings } = compared;
  const { id, version, title } = now.template.structure.definition;
  const { changed, seenAlone } = changedParts(changes);
  return [
    `改前：${old.name}`,
    `改后：${now.name}`,
    `模板：${title}（${id} ${version}）`,
    ...warnings.map((text) => `注意：${text}`),
    countWords(changes),
    ...linesOf(changed),
    ...(seenAlone.length === 0 ? [] : ["", `显示改动（${SEEN_ALONE}）：`, ...linesOf(seenAlone)]),
    ...(remarks.length === 0 ? [] : ["", "下列内容没有认出，没有比较："]),
    ...remarks.map((text) => `  ${text}`),
  ].join("\n");
}

function linesOf(parts: readonly ChangedPart[]): string[] {
  return parts.flatMap(({ name, changes }) => ["", name, ...changes.map(changeText)]);
}

function changeText(change: Change): string {
  const { row, column, before, after, difference, oldCell, newCell } = change;
  const place = [row, column].filter((part) => part !== "").join("　");
  const cell = newCell ?? oldCell;
  const at = cell ? `（${formatAddress(cell)}）` : "";
  const said = before === undefined && after === undefined ? "" : beforeAfter(change);
  const gap = difference
    ? `，差 ${difference.amount.isNegative() ? "" : "+"}${textOf(difference)}`
    : "";
  const words = kindWords(change);
  const label = words === "" ? "" : `〔${words}〕`;
  const line = [place, said].filter((part) => part !== "").join("：");
  return `  ${label}${line}${gap}${at}`;
}

function beforeAfter({ kind, before, after }: Change): string {
  const quoted = (value: NonNullable<Change["before"]>) =>
    typeof value === "string" && value !== BLANK && kind === "text" ? `“${value}”` : textOf(value);
  if (kind === "rowAdded" || kind === "rowRemoved") return textOf(after ?? before ?? "");
  if (before === undefined) return `增加 ${quoted(after ?? "")}`;
  if (after === undefined) return `删去 ${quoted(before)}`;
  return `${quoted(before)} → ${quoted(after)}`;
}
