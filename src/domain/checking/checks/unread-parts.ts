import type { Disclosure, RecognitionProblem } from "../../disclosure/disclosure";
import type { PlacedTable } from "../../disclosure/placement";
import { formatPosition } from "../../workbook/cellAddress";
import { disclosedTables } from "./figureCells";
import type { FormCheck, FormReport } from "./formCheck";
import { listed, titled } from "./formWords";
import { namelessFigures } from "./namelessFigures";

export const unreadParts: FormCheck = {
  meta: {
    id: "unread-parts",
    kind: "form",
    title: "没有读出的部分",
    why: "没有认出的行、列和工作表不参加审核，要让人知道",
  },
  check(disclosure) {
    const groups = new Map<string, RecognitionProblem[]>();
    for (const problem of disclosure.problems) {
      if (!isTold(problem, disclosure)) continue;
      const key = `${problem.kind} ${problem.table ?? ""}`;
      groups.set(key, [...(groups.get(key) ?? []), problem]);
    }
    return [
      ...[...groups.values()].map((group) => ({
        explanation: messageOf(group),
        cells: group.flatMap(({ cell }) => cell ?? []),
      })),
      ...disclosedTables(disclosure).flatMap((placed) => nameless(disclosure, placed)),
    ];
  },
};

function nameless(disclosure: Disclosure, placed: PlacedTable): FormReport[] {
  const cells = namelessFigures(disclosure, placed);
  if (cells.length === 0) return [];
  const words = listed(cells.map(formatPosition), "格");
  return [
    {
      explanation: `${titled(placed.table)}的 ${words} 有数，可这一行没有名称，哪个合计也没有算上它。请填上名称，或改到有名称的行里。`,
      cells,
    },
  ];
}

/** Duplicates have a check of their own; the parts of 自评表 differ from place to place. */
function isTold({ kind, table }: RecognitionProblem, { structure }: Disclosure): boolean {
  if (kind === "duplicateTable") return false;
  const role = table === undefined ? undefined : structure.tables.get(table)?.definition.role;
  return kind !== "missingColumn" || role === "disclosure";
}

function messageOf(group: readonly RecognitionProblem[]): string {
  const message = group[0]?.message ?? "";
  return group.length === 1 ? message : `${message}（这样的共 ${String(group.length)} 处）`;
}
