import type { Disclosure } from "../../disclosure/disclosure";
import type { CheckReport } from "../checkDisclosure";
import type { Template } from "../compileTemplate";
import type { Finding } from "../finding";
import type { Explanation } from "./explanation";
import { isExplainable, matchExplanations } from "./matchExplanations";
import { subjectOf } from "./subject";

/** What a person saw when they gave a reason. */
export interface SeenReport {
  readonly report: CheckReport;
  readonly disclosure: Disclosure;
  readonly template: Template;
}

/** One reason for all of these findings, instead of what was said of them before. */
export function giveReason(
  known: readonly Explanation[],
  findings: readonly Finding[],
  reason: string,
  seen: SeenReport,
): readonly Explanation[] {
  const given = findings.filter(isExplainable).map((finding): Explanation => ({
    ...subjectOf(finding, seen.disclosure, seen.template),
    reason,
    ...(finding.level === "must-hold" ? { isNote: true as const } : {}),
  }));
  return [...withdrawReason(known, findings, seen), ...given];
}

/** Explanations of other findings stay, also of those that are gone at present. */
export function withdrawReason(
  known: readonly Explanation[],
  findings: readonly Finding[],
  { report, disclosure, template }: SeenReport,
): readonly Explanation[] {
  const matches = matchExplanations(report.findings, known, disclosure, template);
  const replaced = new Set(findings.map((finding) => matches.get(finding)?.explanation));
  return known.filter((each) => !replaced.has(each));
}
