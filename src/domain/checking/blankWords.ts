import type { Comparing, Reference } from "../expression/expression";
import { referencesOf } from "../expression/expression";
import { placedBlock, termsOf, type FigureTerm, type Scope } from "../expression/scope";
import { isMany } from "../expression/write";
import { columnName } from "../workbook/cellAddress";
import { columnHeading } from "./placeWords";

const SHOWN = 2;

/** What was left blank and therefore counts as 0: cells, and whole columns that nobody filled in. */
export function blankWords({ left, right }: Comparing, scope: Scope): string {
  const blanks = [left, right].flatMap(referencesOf).flatMap((reference) => {
    const terms = termsOf(reference, scope);
    const isBlank = terms.length > 0 && terms.every(({ figure }) => figure.kind === "blank");
    const [first] = terms;
    return isBlank && first ? (wordsOf(reference, first, scope) ?? []) : [];
  });
  const words = [...new Set(blanks)];
  if (words.length === 0) return "";
  const more = words.length > SHOWN ? `等 ${String(words.length)} 处` : "";
  return `${words.slice(0, SHOWN).join("、")}${more}空白，按 0 计。`;
}

function wordsOf(reference: Reference, first: FigureTerm, scope: Scope): string | undefined {
  const heading = columnHeading(reference, first.columnKey);
  if (first.cell && isBlankColumn(reference, first.columnKey, scope)) {
    return `${columnName(first.cell.column)} 列“${heading}”整列`;
  }
  if (isMany(reference.row)) return undefined;
  const isAlone = reference.block.figureColumns.length < 2;
  const label = first.label.trim();
  return label === "" ? `“${heading}”` : `“${label}”${isAlone ? "" : heading}`;
}

function isBlankColumn(reference: Reference, columnKey: string, { source }: Scope): boolean {
  const rows = placedBlock(reference, source)?.rows ?? [];
  const { table, block } = reference;
  return (
    rows.length > 1 &&
    rows.every(({ id }) =>
      source
        .figuresAt(table.key, block.index, id, columnKey)
        .every(({ figure }) => figure.kind === "blank"),
    )
  );
}
