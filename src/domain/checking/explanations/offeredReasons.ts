import type { Disclosure } from "../../disclosure/disclosure";
import type { Template } from "../compileTemplate";
import type { Finding } from "../finding";
import type { Explanation } from "./explanation";
import { subjectOf } from "./subject";

export interface OfferedReason {
  readonly words: string;
  /** What was said of it last year. */
  readonly isLastYears: boolean;
}

const ROUNDING = "四舍五入造成的尾差";

/** Last year's reasons first, those for the same place before others; then those of the package. */
export function offeredReasons(
  finding: Finding,
  lastYear: readonly Explanation[],
  disclosure: Disclosure,
  template: Template,
): OfferedReason[] {
  const { code, verdict } = finding;
  const same = lastYear.filter((each) => each.code === code);
  const places = same.length > 0 ? subjectOf(finding, disclosure, template).places : [];
  const isHere = (each: Explanation) => each.places.some((place) => places.includes(place));
  const before = [...same.filter(isHere), ...same.filter((each) => !isHere(each))];
  const check = template.structure.definition.checks.find((each) => each.code === code);
  const ready = [
    ...(verdict?.doubt === undefined ? [] : [ROUNDING]),
    ...((verdict ? verdict.relation.reasons : check?.reasons) ?? []),
  ];
  const offered = new Map<string, OfferedReason>();
  for (const { reason: words } of before) offered.set(words, { words, isLastYears: true });
  for (const words of ready) {
    if (!offered.has(words)) offered.set(words, { words, isLastYears: false });
  }
  return [...offered.values()];
}
