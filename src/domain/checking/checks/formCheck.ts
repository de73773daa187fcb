import type { Disclosure } from "../../disclosure/disclosure";
import type { FindingKind } from "../../template/templatePackage";
import type { CellAddress } from "../../workbook/cellAddress";
import type { Remedy } from "../finding";
import type { Template } from "../compileTemplate";

/** What no formula can say: one check a file, named as its id. Code and level come from the package that uses it. */
export interface FormCheck {
  readonly meta: {
    readonly id: string;
    readonly kind: FindingKind;
    /** Chinese, a few words. */
    readonly title: string;
    /** Chinese, one sentence: the reason. */
    readonly why: string;
  };
  check(disclosure: Disclosure, template: Template): readonly FormReport[];
}

export interface FormReport {
  /** Instead of the check's own: what it is about this time. */
  readonly title?: string;
  /** Chinese, two lines at most: place, what stands there, what should, what to do. */
  readonly explanation: string;
  readonly cells: readonly CellAddress[];
  /** One press that mends it. */
  readonly remedy?: Remedy;
  /** Where this report weighs less than the package says of the check. */
  readonly level?: "advice";
}
