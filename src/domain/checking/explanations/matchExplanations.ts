import type { Disclosure } from "../../disclosure/disclosure";
import type { CheckReport } from "../checkDisclosure";
import type { Template } from "../compileTemplate";
import type { Finding, GivenReason } from "../finding";
import type { Explanation } from "./explanation";
import { subjectOf, type Subject } from "./subject";

/** Only what does not hold: hints need no answer, and what was not checked cannot be explained away. */
export function isExplainable({ state, level }: Finding): boolean {
  return state === "failed" && level !== "advice";
}

/** A report in which findings carry the reasons that were given for them. */
export function withReasons(
  report: CheckReport,
  explanations: readonly Explanation[],
  disclosure: Disclosure,
  template: Template,
): CheckReport {
  if (explanations.length === 0) return report;
  const matches = matchExplanations(report.findings, explanations, disclosure, template);
  if (matches.size === 0) return report;
  const findings = report.findings.map((finding) => {
    const match = matches.get(finding);
    return match ? { ...finding, reason: reasonOf(finding, match) } : finding;
  });
  return { ...report, findings };
}

interface Match {
  readonly explanation: Explanation;
  readonly subject: Subject;
}

/** Each finding with the explanation that was given for it, if need be with other figures. */
export function matchExplanations(
  findings: readonly Finding[],
  explanations: readonly Explanation[],
  disclosure: Disclosure,
  template: Template,
): Map<Finding, Match> {
  const codes = new Set(explanations.map(({ code }) => code));
  const open = findings
    .filter((finding) => isExplainable(finding) && codes.has(finding.code))
    .map((finding) => ({ finding, subject: subjectOf(finding, disclosure, template) }));
  const free = new Set(explanations);
  const matches = new Map<Finding, Match>();
  // Those about the very same cells have the first choice.
  for (const isAbout of [isSamePlace, sharesPlace]) {
    for (const { finding, subject } of open) {
      if (matches.has(finding)) continue;
      const explanation = [...free].find((each) => isAbout(each, subject));
      if (!explanation) continue;
      free.delete(explanation);
      matches.set(finding, { explanation, subject });
    }
  }
  return matches;
}

function isSamePlace(one: Subject, other: Subject): boolean {
  return one.code === other.code && isEqual(one.places, other.places);
}

function sharesPlace(one: Subject, other: Subject): boolean {
  return one.code === other.code && one.places.some((place) => other.places.includes(place));
}

function isEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}

function reasonOf({ level }: Finding, { explanation, subject }: Match): GivenReason {
  const { reason: words, isNote } = explanation;
  const isAsGiven =
    isEqual(explanation.places, subject.places) && isEqual(explanation.figures, subject.figures);
  if (!isAsGiven) return { state: "reopened", words };
  return { state: level === "must-hold" || isNote ? "noted" : "closed", words };
}
