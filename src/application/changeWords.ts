import { isSeenAlone, KIND_WORDS, type Change, type ChangeKind } from "../domain/comparison/change";
import { tableWords } from "../domain/expression/write";

export const SEEN_ALONE = "数相等，印出来不同";

/** 改动 3 处：数字 2 · 文字 1。显示改动 1 处：显示 1（数相等，印出来不同） */
export function countWords(changes: readonly Change[]): string {
  if (changes.length === 0) return "没有改动。";
  const seen = changes.filter(isSeenAlone);
  const others = changes.filter((change) => !isSeenAlone(change));
  const first = others.length === 0 ? "数和文字没有改动" : `改动 ${kindCounts(others)}`;
  return seen.length === 0 ? first : `${first}。显示改动 ${kindCounts(seen)}（${SEEN_ALONE}）`;
}

/** 3 处：数字 2 · 文字 1 */
function kindCounts(changes: readonly Change[]): string {
  const counts = (Object.keys(KIND_WORDS) as ChangeKind[]).flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [`${KIND_WORDS[kind]} ${String(count)}`];
  });
  return `${String(changes.length)} 处：${counts.join(" · ")}`;
}

/** 公开03表, or the sheet. */
export function partName({ table, sheet = "" }: Change): string {
  return table ? (table.definition.number ?? tableWords(table)) : sheet;
}

export interface ChangedPart {
  /** 公开03表, or the sheet. */
  readonly name: string;
  readonly changes: readonly Change[];
}

/** What is another, then what only prints otherwise, each table by table. */
export function changedParts(changes: readonly Change[]): {
  readonly changed: readonly ChangedPart[];
  readonly seenAlone: readonly ChangedPart[];
} {
  return {
    changed: byPart(changes.filter((change) => !isSeenAlone(change))),
    seenAlone: byPart(changes.filter(isSeenAlone)),
  };
}

function byPart(changes: readonly Change[]): ChangedPart[] {
  const parts = new Map<string, Change[]>();
  for (const change of changes) {
    const name = partName(change);
    parts.set(name, [...(parts.get(name) ?? []), change]);
  }
  return [...parts].map(([name, own]) => ({ name, changes: own }));
}

/** Words before a change where its kind does not say itself. */
export function kindWords({ kind }: Change): string {
  return UNLABELLED.has(kind) ? "" : KIND_WORDS[kind];
}

const UNLABELLED: ReadonlySet<ChangeKind> = new Set(["figure", "text", "appearance"]);
