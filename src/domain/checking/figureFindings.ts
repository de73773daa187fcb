import type { Scope } from "../expression/scope";
import { formatAddress, type CellAddress } from "../workbook/cellAddress";
import { explainVerdict } from "./explainVerdict";
import type { Finding } from "./finding";
import { relationWords } from "./relationWords";
import type { Verdict } from "./verdict";

/** The verdicts in words. Instances of one relation that lack the same thing, a whole table say, are one finding. */
export function figureFindings(verdicts: readonly Verdict[], scope: Scope): Finding[] {
  const findings: Finding[] = [];
  const placeOf = new Map<string, number>();
  for (const verdict of verdicts) {
    const finding = explainVerdict(verdict, scope);
    if (!finding) continue;
    const cause = `${finding.code} ${finding.explanation}`;
    const place = placeOf.get(cause) ?? findings.length;
    const known = findings[place];
    if (finding.state === "undetermined") placeOf.set(cause, place);
    if (!known || finding.state !== "undetermined") {
      findings.push(finding);
      continue;
    }
    const cells = withoutRepeats([...known.cells, ...finding.cells]);
    findings[place] = { ...known, title: relationWords(verdict.relation), cells };
  }
  return findings;
}

function withoutRepeats(cells: readonly CellAddress[]): CellAddress[] {
  return [...new Map(cells.map((cell) => [formatAddress(cell), cell])).values()];
}
