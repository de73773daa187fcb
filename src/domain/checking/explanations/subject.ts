import type { Disclosure } from "../../disclosure/disclosure";
import { readFigure } from "../../disclosure/readFigure";
import { figureText } from "../../disclosure/figureText";
import { referencesOf } from "../../expression/expression";
import { bind, termsOf } from "../../expression/scope";
import { formatAddress, rangeContains, type CellAddress } from "../../workbook/cellAddress";
import { valueAt } from "../../workbook/workbookSnapshot";
import { scopeOf } from "../checkDisclosure";
import type { Template } from "../compileTemplate";
import { isTelling } from "../explainVerdict";
import type { Finding } from "../finding";
import type { Verdict } from "../verdict";
import type { Explanation } from "./explanation";

/** What an explanation of a finding is about: where, and with which figures. */
export type Subject = Pick<Explanation, "code" | "places" | "figures">;

export function subjectOf(finding: Finding, disclosure: Disclosure, template: Template): Subject {
  const { code, verdict, cells } = finding;
  if (verdict) {
    const { rowId = "", columnKey = "" } = verdict.binding;
    const figures = [...sidesOf(finding), ...termFigures(verdict, disclosure, template)];
    return { code, places: [`${rowId} ${columnKey}`.trim()], figures };
  }
  // What speaks of no cell is known by its words alone.
  if (cells.length === 0) return { code, places: [""], figures: [finding.explanation] };
  return {
    code,
    places: cells.map((cell) => placeOf(cell, disclosure)),
    figures: cells.map((cell) => printedAt(cell, disclosure)),
  };
}

function sidesOf({ left = "", right = "" }: Finding): string[] {
  return [left, right];
}

/** Both sides may stay what they are while the figures in them change. */
function termFigures(verdict: Verdict, disclosure: Disclosure, template: Template): string[] {
  const { relation, binding } = verdict;
  const scope = bind(scopeOf(disclosure, template), binding);
  const { left, right } = relation.comparing;
  return [...referencesOf(left), ...referencesOf(right)]
    .flatMap((reference) => termsOf(reference, scope))
    .filter(({ figure }) => isTelling(figure))
    .map(({ figure }) => figureText(figure, scope.decimals));
}

/** By table, row and column as far as there are any. */
function placeOf(cell: CellAddress, { placement }: Disclosure): string {
  for (const { table, sheet, range, blocks } of placement.tables.values()) {
    if (sheet !== cell.sheet || !rangeContains(range, cell)) continue;
    const rows = blocks.flatMap(({ rows, columns, block }) =>
      rows
        .filter(({ row }) => row === cell.row)
        .map((row) => ({
          row,
          block,
          column: [...(row.columns ?? columns)].find(([, at]) => at === cell.column)?.[0],
        })),
    );
    const found = rows.find(({ column }) => column !== undefined) ?? rows[0];
    if (!found) return table.key;
    return [table.key, String(found.block.index), found.row.id, found.column ?? ""]
      .join(" ")
      .trim();
  }
  return formatAddress(cell);
}

function printedAt(cell: CellAddress, { snapshot, structure }: Disclosure): string {
  const sheet = snapshot.sheets.find(({ name }) => name === cell.sheet);
  if (!sheet) return "";
  const { decimals } = structure.definition;
  return figureText(readFigure(valueAt(sheet, cell), decimals), decimals);
}
