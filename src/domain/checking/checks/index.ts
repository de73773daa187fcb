import type { Disclosure } from "../../disclosure/disclosure";
import type { CheckDefinition, FindingKind } from "../../template/templatePackage";
import type { Finding } from "../finding";
import type { Template } from "../compileTemplate";

/** What no formula can say: one check a file, named as its id. */
export interface FormCheck {
  readonly meta: {
    readonly id: string;
    readonly kind: FindingKind;
    /** Chinese, a few words. */
    readonly title: string;
    /** Chinese, one sentence: the reason. */
    readonly why: string;
  };
  /** Code and level come from the package that uses the check. */
  check(disclosure: Disclosure, template: Template, uses: CheckDefinition): readonly Finding[];
}

const CHECKS: readonly FormCheck[] = [];

/** The checks in code that the template uses. */
export function formChecks(disclosure: Disclosure, template: Template): Finding[] {
  return template.structure.definition.checks.flatMap((uses) => {
    const found = CHECKS.find(({ meta }) => meta.id === uses.id);
    return found ? found.check(disclosure, template, uses) : [];
  });
}

export function knownChecks(): readonly FormCheck[] {
  return CHECKS;
}
