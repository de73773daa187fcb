import type { PlacedRow } from "../disclosure/placement";
import type { Comparing, Reference } from "../expression/expression";
import { referencesOf } from "../expression/expression";
import { placedBlock, termsOf, type FigureTerm, type Scope } from "../expression/scope";
import { isMany } from "../expression/write";
import { columnName } from "../workbook/cellAddress";
import { columnHeading, shortName } from "./placeWords";

const SHOWN = 2;

/** What was left blank and therefore counts as 0: cells, columns and tables that nobody filled in. */
export function blankWords({ left, right }: Comparing, scope: Scope): string {
  const references = [left, right].flatMap(referencesOf);
  const words = [...new Set(references.flatMap((each) => wordsOf(each, scope) ?? []))];
  if (words.length === 0) return "";
  const more = words.length > SHOWN ? `等 ${String(words.length)} 处` : "";
  return `${words.slice(0, SHOWN).join("、")}${more}空白，按 0 计。`;
}

function wordsOf(reference: Reference, scope: Scope): string | undefined {
  const terms = termsOf(reference, scope);
  const [first] = terms;
  if (!first || terms.some(saysSomething)) return undefined;
  const { figureColumns } = reference.block;
  const isOwn = (key: string) => key === first.columnKey;
  if (isBlankColumn(reference, first.columnKey, scope)) {
    const others = figureColumns.filter(({ key }) => !isOwn(key));
    if (others.every(({ key }) => isBlankColumn(reference, key, scope))) {
      return `${shortName(reference.table)}整张`;
    }
    const column = placedBlock(reference, scope.source)?.columns.get(first.columnKey);
    const letter = column === undefined ? "" : `${columnName(column)} 列`;
    return `${letter}“${columnHeading(reference, first.columnKey)}”整列`;
  }
  const isBlank = terms.every(({ figure }) => figure.kind === "blank");
  return isBlank && !isMany(reference.row) ? cellWords(reference, first) : undefined;
}

function cellWords(reference: Reference, { label, columnKey }: FigureTerm): string {
  const heading = columnHeading(reference, columnKey);
  if (label === "") return `“${heading}”`;
  return `“${label.trim()}”${reference.block.figureColumns.length < 2 ? "" : heading}`;
}

function saysSomething({ figure }: FigureTerm): boolean {
  return figure.kind === "amount" && !figure.published.isZero();
}

/** Nothing but the zeros that totals show over blank cells. */
function isBlankColumn({ table, block }: Reference, columnKey: string, scope: Scope): boolean {
  const rows = placedRows(table.key, block.index, scope);
  const figuresOf = ({ id }: PlacedRow) =>
    scope.source.figuresAt(table.key, block.index, id, columnKey).map(({ figure }) => figure);
  const isTotal = ({ code }: PlacedRow) => code === undefined && block.definition.kind === "tree";
  // Most columns are filled from the first row on.
  return (
    rows.every((row) =>
      figuresOf(row).every(
        (figure) =>
          figure.kind === "blank" ||
          (figure.kind === "amount" && figure.published.isZero() && isTotal(row)),
      ),
    ) && rows.some((row) => figuresOf(row).some(({ kind }) => kind === "blank"))
  );
}

/** A single row says no more than its own cell. */
function placedRows(table: string, block: number, { source }: Scope): readonly PlacedRow[] {
  const placed = source.placement.tables.get(table)?.blocks[block];
  return placed && (placed.rows.length > 1 || placed.block.definition.kind === "tree")
    ? placed.rows
    : [];
}
