import type { CheckReport } from "../domain/checking/checkDisclosure";
import type { Template } from "../domain/checking/compileTemplate";
import type { DependencyIndex } from "../domain/checking/dependencyIndex";
import { withReasons } from "../domain/checking/explanations/matchExplanations";
import { byUrgency, type Finding } from "../domain/checking/finding";
import { suspectCards, type SuspectCard } from "../domain/checking/suspects/suspectCards";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { readEvaluationForm } from "../domain/evaluation/readEvaluationForm";
import { scoreEvaluation, type EvaluationScore } from "../domain/evaluation/scoreEvaluation";
import { narrativeFindings } from "../domain/narrative/standing/narrativeFindings";
import type { StandingSection } from "../domain/narrative/standing/standingParagraph";
import { acrossUnits } from "../domain/intake/acrossUnits";
import { explanationsIn } from "./keptState";

/** Codes of what concerns the 自评表, relations of the package among them. */
const OF_EVALUATION = "K4";

export interface Conclusion {
  /** What the tables and the 自评表 gave, with the 审核说明 that the workbook has. */
  readonly report: CheckReport;
  /** What its failed relations come down to. */
  readonly cards: readonly SuspectCard[];
  /** Without a 自评表 in the workbook there is none. */
  readonly score?: EvaluationScore;
}

/** From what the tables gave to all that a person is told. */
export function concludeCheck(
  judged: CheckReport,
  disclosure: Disclosure,
  template: Template,
  sections: readonly StandingSection[] = [],
  dependents?: () => DependencyIndex,
): Conclusion {
  const score = scoreOf(disclosure, template);
  const compared = acrossUnits(judged, disclosure, template);
  const whole = withFindings(compared, [
    ...(score?.findings ?? []),
    ...narrativeFindings(sections),
  ]);
  const report = withReasons(whole, explanationsIn(disclosure.snapshot), disclosure, template);
  const cards = suspectCards(report, disclosure, template, dependents);
  if (!score) return { report, cards };
  const findings = report.findings.filter(({ code }) => code.startsWith(OF_EVALUATION));
  return { report, cards, score: { ...score, findings } };
}

export function scoreOf(disclosure: Disclosure, template: Template): EvaluationScore | undefined {
  const placed = [...disclosure.placement.tables.values()].find(
    ({ table }) => table.definition.role === "evaluation",
  );
  const form = placed && readEvaluationForm(disclosure.snapshot, placed);
  return form && scoreEvaluation(template, disclosure, form);
}

function withFindings(
  { verdicts, findings, summary }: CheckReport,
  own: readonly Finding[],
): CheckReport {
  const counted = { ...summary };
  for (const { state } of own) counted[state] += 1;
  return { verdicts, findings: [...findings, ...own].sort(byUrgency), summary: counted };
}
