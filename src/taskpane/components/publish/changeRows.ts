import { changedParts, SEEN_ALONE, type ChangedPart } from "../../../application/changeWords";
import type { Change } from "../../../domain/comparison/change";
import { strings } from "../../strings";

/** The changes as one flat list, of which only what can be seen is drawn. */
export type ChangeRow =
  | { readonly kind: "part"; readonly key: string; readonly name: string }
  | { readonly kind: "change"; readonly key: string; readonly change: Change };

export function changeRows(changes: readonly Change[]): ChangeRow[] {
  const { changed, seenAlone } = changedParts(changes);
  return [
    ...rowsOf(changed, (name) => name),
    ...rowsOf(seenAlone, (name) => `${name}　${strings.publish.changes.seenAlone(SEEN_ALONE)}`),
  ];
}

function rowsOf(parts: readonly ChangedPart[], title: (name: string) => string): ChangeRow[] {
  return parts.flatMap(({ name, changes }): ChangeRow[] => [
    { kind: "part", key: title(name), name: title(name) },
    ...changes.map((change, index): ChangeRow => ({
      kind: "change",
      key: `${title(name)} ${String(index)}`,
      change,
    })),
  ]);
}
