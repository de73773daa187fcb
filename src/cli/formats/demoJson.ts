import type { Demonstrated } from "../../application/demonstrateChecks";
import { cellText } from "../../application/findingWords";
import { formatAddress } from "../../domain/workbook/cellAddress";

export function demoJson(file: string, shown: readonly Demonstrated[]): object {
  return {
    file,
    mistakes: shown.map(({ kind, changes, findings, isNamed }) => ({
      kind,
      cells: changes.map(({ cell, before, after }) => ({
        cell: formatAddress(cell),
        before: cellText(before),
        after: cellText(after),
      })),
      found: findings.map(({ code }) => code),
      named: isNamed,
    })),
  };
}
