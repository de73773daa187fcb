import type { Finding } from "../../../domain/checking/finding";
import type { Disclosure } from "../../../domain/disclosure/disclosure";
import type { PlacedTable } from "../../../domain/disclosure/placement";
import { rangeContains, type CellAddress } from "../../../domain/workbook/cellAddress";

export interface FindingChoice {
  /** Key of the table; findings without a cell belong to none. */
  readonly table: string | undefined;
  readonly kind: Finding["kind"] | undefined;
}

export const EVERYTHING: FindingChoice = { table: undefined, kind: undefined };

/** Those that look at any cell of the table, and are of the kind. */
export function chosenFindings(
  findings: readonly Finding[],
  { table, kind }: FindingChoice,
  { placement }: Disclosure,
): readonly Finding[] {
  const placed = table === undefined ? undefined : placement.tables.get(table);
  return findings.filter(
    (finding) =>
      (kind === undefined || finding.kind === kind) &&
      (table === undefined ||
        (placed !== undefined && finding.cells.some((cell) => isIn(cell, placed)))),
  );
}

/** The tables that any finding looks at, in the order of the set. */
export function tablesFound(
  findings: readonly Finding[],
  { placement, structure, year }: Disclosure,
): { readonly key: string; readonly title: string }[] {
  const printedYear = String(year ?? structure.definition.year);
  return [...placement.tables.values()]
    .filter((placed) => findings.some(({ cells }) => cells.some((cell) => isIn(cell, placed))))
    .map(({ table: { key, definition } }) => ({
      key,
      title: definition.title.replaceAll("{年度}", printedYear),
    }));
}

function isIn(cell: CellAddress, { sheet, range }: PlacedTable): boolean {
  return sheet === cell.sheet && rangeContains(range, cell);
}
