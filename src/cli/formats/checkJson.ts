import type { CheckedWorkbook } from "../../application/checkWorkbook";
import { cellText } from "../../application/findingWords";
import type { Finding } from "../../domain/checking/finding";
import type { SuspectedCells } from "../../domain/checking/suspects/suspectCards";
import { formatAddress, formatRange } from "../../domain/workbook/cellAddress";
import { unitNameOf } from "../../domain/disclosure/unitNameOf";
import { tableTitle } from "./words";

/** The contract with scripts: keys and their order stay as they are. */
export function checkJson(file: string, checked: CheckedWorkbook): object {
  const { template, disclosure, report, cards } = checked;
  const { id, version } = template.structure.definition;
  return {
    file,
    template: { id, version },
    unit: unitNameOf(disclosure),
    tables: [...disclosure.placement.tables.values()].map((placed) => ({
      name: tableTitle(placed, checked),
      sheet: placed.sheet,
      range: formatRange(placed.range),
    })),
    summary: report.summary,
    findings: report.findings.map(findingJson),
    suspects: cards.flatMap(({ suspects }) => suspects.map(suspectJson)),
  };
}

/** Where two cells were exchanged, the second one stands in `with`. */
function suspectJson({ changes, resolves, why }: SuspectedCells): object {
  const [first, second] = changes.map(({ cell, before, after }) => ({
    cell: formatAddress(cell),
    value: cellText(before),
    suggestion: cellText(after),
  }));
  return { ...first, ...(second === undefined ? {} : { with: second }), resolves, why };
}

/** Findings without figures have no left, right, difference and allowed; those without 审核说明 no reason. */
export function findingJson(finding: Finding): object {
  const { code, id, state, level, kind, title, explanation, cells } = finding;
  const { left, right, difference, allowed, reason } = finding;
  return {
    code,
    id,
    state,
    level,
    kind,
    title,
    explanation,
    cells: cells.map(formatAddress),
    left,
    right,
    difference,
    allowed,
    reason: reason?.words,
    reasonState: reason?.state,
  };
}
