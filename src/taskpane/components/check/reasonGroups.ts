import { urgencyOf } from "../../../application/findingWords";
import type { Finding } from "../../../domain/checking/finding";
import type { Disclosure } from "../../../domain/disclosure/disclosure";
import { strings } from "../../strings";
import { tableAt } from "./groupFindings";

/** Findings that one reason may be given to at once. */
export interface ReasonGroup {
  readonly kind: "alone" | "relation" | "table" | "all";
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** The finding alone first; then, where they are more, those of its relation, of its table, and all that are open. */
export function reasonGroups(
  finding: Finding,
  all: readonly Finding[],
  { placement }: Disclosure,
): ReasonGroup[] {
  const urgency = urgencyOf(finding);
  const alone = { kind: "alone" as const, name: strings.check.onlyThis, findings: [finding] };
  const alike = all.filter((each) => urgencyOf(each) === urgency);
  const sameRelation = alike.filter(({ code }) => code === finding.code);
  const wider: ReasonGroup[] = [
    {
      kind: "relation",
      name: strings.check.sameRelation(finding.code, sameRelation.length),
      findings: sameRelation,
    },
  ];
  if (urgency === "explain") {
    const tables = [...placement.tables.values()];
    const at = tableAt(finding.cells[0], tables);
    const sameTable = alike.filter(({ cells }) => tableAt(cells[0], tables) === at);
    wider.push(
      { kind: "table", name: strings.check.sameTable(sameTable.length), findings: sameTable },
      { kind: "all", name: strings.check.allToExplain(alike.length), findings: alike },
    );
  }
  const groups: ReasonGroup[] = [alone];
  for (const group of wider) {
    const isKnown = groups.some(({ findings }) => isSame(findings, group.findings));
    if (!isKnown) groups.push(group);
  }
  return groups;
}

function isSame(one: readonly Finding[], other: readonly Finding[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}
