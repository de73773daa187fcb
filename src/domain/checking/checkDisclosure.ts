import type { Disclosure } from "../disclosure/disclosure";
import type { Scope } from "../expression/scope";
import { formChecks } from "./checks";
import { bindingsOf } from "./instances";
import { byUrgency, type Finding, type Summary } from "./finding";
import { explainVerdict } from "./explainVerdict";
import { judge, type State, type Verdict } from "./verdict";
import type { Template } from "./compileTemplate";

export interface CheckReport {
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/** Every relation and every check of the template against a workbook. */
export function checkDisclosure(disclosure: Disclosure, template: Template): CheckReport {
  const scope = scopeOf(disclosure, template);
  const verdicts = template.relations.flatMap((relation) =>
    bindingsOf(relation, disclosure).map((binding): Verdict => {
      try {
        return judge(relation, binding, scope);
      } catch {
        return { relation, binding, state: "relationFault", level: relation.level };
      }
    }),
  );
  const figures = verdicts.flatMap((verdict) => explainVerdict(verdict, scope) ?? []);
  const form = formChecks(disclosure, template);
  return {
    verdicts,
    findings: [...figures, ...form].sort(byUrgency),
    summary: summarise(verdicts, form),
  };
}

export function scopeOf(
  disclosure: Pick<Disclosure, "placement" | "figuresAt">,
  template: Template,
): Scope {
  const { decimals, percentDecimals, moneyUnit } = template.structure.definition;
  return { source: disclosure, decimals, percentDecimals, moneyUnit };
}

function summarise(verdicts: readonly Verdict[], form: readonly Finding[]): Summary {
  const states: State[] = [
    ...verdicts.map(({ state }) => state),
    ...form.map(({ state }) => state),
  ];
  const count = (wanted: State) => states.filter((state) => state === wanted).length;
  return {
    passed: count("passed"),
    roundingTail: count("roundingTail"),
    failed: count("failed"),
    undetermined: count("undetermined"),
    notApplicable: count("notApplicable"),
    relationFault: count("relationFault"),
  };
}
