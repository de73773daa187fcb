import type { CheckReport } from "../domain/checking/checkDisclosure";
import type { Template } from "../domain/checking/compileTemplate";
import type { DependencyIndex } from "../domain/checking/dependencyIndex";
import { withReasons } from "../domain/checking/explanations/matchExplanations";
import { byUrgency, type Finding } from "../domain/checking/finding";
import { suspectCards, type SuspectCard } from "../domain/checking/suspects/suspectCards";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { informationFindings } from "../domain/evaluation/findings/information";
import { sameProject } from "../domain/evaluation/findings/sameProject";
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
  /** Of each 自评表 in the workbook. */
  readonly scores: readonly EvaluationScore[];
}

/** From what the tables gave to all that a person is told. */
export function concludeCheck(
  judged: CheckReport,
  disclosure: Disclosure,
  template: Template,
  sections: readonly StandingSection[] = [],
  dependents?: () => DependencyIndex,
): Conclusion {
  const scores = scoresOf(disclosure, template);
  const compared = acrossUnits(judged, disclosure, template);
  const whole = withFindings(compared, [
    ...scores.flatMap(({ findings }) => findings),
    ...informationFindings(disclosure),
    ...narrativeFindings(sections),
  ]);
  const report = withReasons(whole, explanationsIn(disclosure.snapshot), disclosure, template);
  const cards = suspectCards(report, disclosure, template, dependents);
  const ofForms = report.findings.filter(({ code }) => code.startsWith(OF_EVALUATION));
  return {
    report,
    cards,
    scores: scores.map((score) => ({ ...score, findings: findingsOf(score, ofForms, scores) })),
  };
}

/** Those about its cells; what is about no form's cells stands with the first. */
function findingsOf(
  score: EvaluationScore,
  findings: readonly Finding[],
  scores: readonly EvaluationScore[],
): readonly Finding[] {
  const sheets = scores.map(({ sheet }) => sheet);
  return findings.filter(({ cells }) => {
    const at = Math.max(
      0,
      sheets.findIndex((own) => cells.some(({ sheet }) => sheet === own)),
    );
    return scores[at] === score;
  });
}

export function scoresOf(disclosure: Disclosure, template: Template): EvaluationScore[] {
  const forms = [...disclosure.placement.tables.values()]
    .filter(({ table }) => table.definition.role === "evaluation")
    .flatMap((placed) => {
      const form = readEvaluationForm(disclosure.snapshot, placed);
      return form ? [{ form, table: placed.table }] : [];
    });
  const scores = forms.map(({ form, table }, index) => {
    const score = scoreEvaluation(template, disclosure, form, table);
    const earlier = forms.slice(0, index).map((each) => each.form);
    return { ...score, findings: [...score.findings, ...sameProject(form, earlier)] };
  });
  return scores.length > 1 ? scores.map(named) : scores;
}

/** Where there are several forms each finding says whose it is. */
function named(score: EvaluationScore): EvaluationScore {
  const findings = score.findings.map((finding) => ({
    ...finding,
    explanation: `${score.form}：${finding.explanation}`,
  }));
  return { ...score, findings };
}

function withFindings(
  { verdicts, findings, summary }: CheckReport,
  own: readonly Finding[],
): CheckReport {
  const counted = { ...summary };
  for (const { state } of own) counted[state] += 1;
  return { verdicts, findings: [...findings, ...own].sort(byUrgency), summary: counted };
}
