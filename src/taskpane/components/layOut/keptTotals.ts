import type { Finding } from "../../../domain/checking/finding";

/** 合计被数值覆盖: one finding a table, with all its cells. */
const TOTAL_AS_VALUE = "total-as-value";

/** How many totals stand as values. */
export function keptTotals(findings: readonly Finding[]): number {
  return findings
    .filter(({ id }) => id === TOTAL_AS_VALUE)
    .reduce((sum, { cells }) => sum + cells.length, 0);
}
