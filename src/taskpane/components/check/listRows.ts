import type { Urgency } from "../../../application/findingWords";
import type { Finding } from "../../../domain/checking/finding";
import type { FindingEntry, UrgencyGroup } from "./groupFindings";

/** The groups as one flat list, of which only what can be seen is drawn. */
export type ListRow =
  | {
      readonly kind: "urgency";
      readonly key: string;
      readonly urgency: Urgency;
      readonly count: number;
    }
  | {
      readonly kind: "place";
      readonly key: string;
      readonly table: string | undefined;
      readonly findingKind: Finding["kind"];
    }
  | {
      readonly kind: "finding";
      readonly key: string;
      readonly table: string | undefined;
      readonly entry: FindingEntry;
    };

export function listRows(groups: readonly UrgencyGroup[], folded: ReadonlySet<Urgency>): ListRow[] {
  return groups.flatMap(({ urgency, count, places }): ListRow[] => [
    { kind: "urgency", key: urgency, urgency, count },
    ...(folded.has(urgency)
      ? []
      : places.flatMap(({ table, kind, entries }): ListRow[] => [
          {
            kind: "place",
            key: `${urgency} ${table ?? ""} ${kind}`,
            table,
            findingKind: kind,
          },
          ...entries.map((entry): ListRow => ({ kind: "finding", key: entry.key, table, entry })),
        ])),
  ]);
}
