import type { Disclosure } from "../disclosure/disclosure";
import type { Binding, Scope } from "../expression/scope";
import { formChecks } from "./checks";
import { Conditions } from "./conditions";
import { bindingsOf } from "./instances";
import { byUrgency, noStates, type Finding, type Summary } from "./finding";
import { figureFindings } from "./figureFindings";
import type { Relation } from "./relation";
import { judge, type Verdict } from "./verdict";
import type { Template } from "./compileTemplate";

export interface CheckReport {
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/** Every relation and every check of the template against a workbook. */
export function checkDisclosure(disclosure: Disclosure, template: Template): CheckReport {
  const verdicts = judgeAll(template, scopeOf(disclosure, template));
  return reportOf(verdicts, disclosure, template);
}

export function judgeAll({ relations }: Template, scope: Scope): Verdict[] {
  const verdicts: Verdict[] = [];
  const conditions = new Conditions();
  for (const relation of relations) {
    for (const binding of bindingsOf(relation, scope.source)) {
      verdicts.push(judgeSafely(relation, binding, scope, conditions));
    }
  }
  return verdicts;
}

/** A bug of ours stays with the relation that it hits. */
export function judgeSafely(
  relation: Relation,
  binding: Binding,
  scope: Scope,
  conditions?: Conditions,
): Verdict {
  try {
    return judge(relation, binding, scope, conditions);
  } catch {
    return { relation, binding, state: "relationFault", level: relation.level };
  }
}

/** The verdicts in words, and what the checks in code say. */
export function reportOf(
  verdicts: readonly Verdict[],
  disclosure: Disclosure,
  template: Template,
): CheckReport {
  const scope = scopeOf(disclosure, template);
  const figures = figureFindings(verdicts, scope);
  const form = formChecks(disclosure, template);
  return {
    verdicts,
    findings: [...figures, ...form].sort(byUrgency),
    summary: summarise(verdicts, form),
  };
}

export function scopeOf(
  disclosure: Pick<Disclosure, "placement" | "figuresAt" | "year">,
  template: Template,
): Scope {
  const { decimals, percentDecimals, moneyUnit } = template.structure.definition;
  const { year } = disclosure;
  const settings = { decimals, percentDecimals, moneyUnit };
  return { source: disclosure, ...settings, ...(year === undefined ? {} : { year }) };
}

function summarise(verdicts: readonly Verdict[], form: readonly Finding[]): Summary {
  const summary = noStates();
  // Hints are no 不符.
  for (const { state, level } of [...verdicts, ...form]) {
    if (state !== "failed" || level !== "advice") summary[state] += 1;
  }
  return summary;
}
