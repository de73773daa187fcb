import type { CellAddress } from "../workbook/cellAddress";
import type { CellValue } from "../workbook/workbookSnapshot";
import type { FindingKind, FindingLevel } from "../template/templatePackage";
import type { State, Verdict } from "./verdict";

export type FindingState = Exclude<State, "passed" | "notApplicable">;

/** What would stand in a cell instead. */
export interface CellChange {
  readonly cell: CellAddress;
  readonly before: CellValue;
  /** null leaves the cell blank. */
  readonly after: number | string | null;
}

/** Changes that a person may have made on one press, and take back on one. */
export interface Remedy {
  /** What the press is called. */
  readonly press: string;
  readonly changes: readonly CellChange[];
}

/** closed: it answers the finding · reopened: the figures have changed since · noted: it must be mended all the same. */
export interface GivenReason {
  readonly state: "closed" | "reopened" | "noted";
  readonly words: string;
}

/** One line for the person: what does not fit, with the figures in it. */
export interface Finding {
  /** K102 */
  readonly code: string;
  readonly id: string;
  readonly state: FindingState;
  readonly level: FindingLevel;
  readonly kind: FindingKind;
  /** The relation or check in a few words. */
  readonly title: string;
  /** Place, both figures, what to do. */
  readonly explanation: string;
  /** The cells to look at, those of the left side first. */
  readonly cells: readonly CellAddress[];
  readonly left?: string;
  readonly right?: string;
  readonly difference?: string;
  readonly allowed?: string;
  readonly remedy?: Remedy;
  /** 审核说明, where somebody gave one. */
  readonly reason?: GivenReason;
  /** What the finding was made from; none where a check in code found it. */
  readonly verdict?: Verdict;
}

export interface Summary {
  readonly passed: number;
  readonly roundingTail: number;
  readonly failed: number;
  readonly undetermined: number;
  readonly notApplicable: number;
  readonly relationFault: number;
}

export function noStates(): Record<State, number> {
  return {
    passed: 0,
    roundingTail: 0,
    failed: 0,
    undetermined: 0,
    notApplicable: 0,
    relationFault: 0,
  };
}

const STATE_ORDER = ["failed", "relationFault", "undetermined", "roundingTail"] as const;
const LEVEL_ORDER = ["must-hold", "explain", "advice"] as const;

/** What must be mended first stands first. */
export function byUrgency(a: Finding, b: Finding): number {
  return (
    rank(STATE_ORDER, a.state) - rank(STATE_ORDER, b.state) ||
    rank(LEVEL_ORDER, a.level) - rank(LEVEL_ORDER, b.level) ||
    a.code.localeCompare(b.code)
  );
}

function rank<T>(order: readonly T[], value: T): number {
  return order.indexOf(value);
}
