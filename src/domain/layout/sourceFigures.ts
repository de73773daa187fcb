import { ancestorCodes } from "../disclosure/codeTree";
import type { Disclosure } from "../disclosure/disclosure";
import type { FigureAt } from "../disclosure/figure";
import type { PlacedRow, PlacedTable } from "../disclosure/placement";
import type { Table, TemplateStructure } from "../template/template";
import type { CellValue } from "../workbook/workbookSnapshot";
import type { CodeRow } from "./bodyRows";
import { NO_FIGURES, type TableInput } from "./tableInput";

/** What one table is filled with: the figures of a workbook that was understood, or nothing. */
export function tableFigures(
  table: Table,
  figures: Disclosure | undefined,
  structure: TemplateStructure,
  /** The rows stand and stay, also those of codes that are gone. */
  stands = false,
): Pick<TableInput, "codes" | "value"> {
  const placed = figures?.placement.tables.get(table.key);
  if (!figures) return NO_FIGURES;
  const { codes } = structure.definition;
  return {
    codes: (blockIndex) => {
      const definition = table.blocks[blockIndex]?.definition;
      if (definition?.kind !== "tree") return [];
      const own = placed?.blocks[blockIndex]?.rows ?? [];
      const { codesOf } = definition.tree ?? {};
      if (codesOf === undefined) return completeTree(own, codes);
      const listed = treeRows(figures.placement.tables.get(codesOf));
      const stays = stands ? () => true : isAnswered(table, blockIndex, figures);
      return completeTree(withAnswered(listed, own, stays), codes);
    },
    value: (blockIndex, rowId, columnKey) =>
      sourceValue(figures.figuresAt(table.key, blockIndex, rowId, columnKey)),
  };
}

function treeRows(placed: PlacedTable | undefined): readonly PlacedRow[] {
  return (placed?.blocks ?? []).flatMap(({ block, rows }) =>
    block.definition.kind === "tree" ? rows : [],
  );
}

/** The codes that are listed, and those of one's own that have an answer still. */
function withAnswered(
  listed: readonly PlacedRow[],
  own: readonly PlacedRow[],
  answered: (row: PlacedRow) => boolean,
): readonly PlacedRow[] {
  const known = new Set(listed.map(({ code }) => code));
  const isParent = ({ code = "" }: PlacedRow) =>
    own.some((each) => each.code !== undefined && each.code !== code && each.code.startsWith(code));
  const others = own.filter(
    (row) => row.code !== undefined && !known.has(row.code) && !isParent(row) && answered(row),
  );
  if (others.length === 0) return listed;
  const codeOf = ({ code = "" }: PlacedRow) => code;
  return [...listed, ...others].sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
}

function isAnswered(
  table: Table,
  blockIndex: number,
  figures: Disclosure,
): (row: PlacedRow) => boolean {
  const columns = (table.blocks[blockIndex]?.columns ?? []).filter(
    ({ definition: { role } }) => role === "figure" || role === "text",
  );
  return ({ id }) =>
    columns.some(({ key }) => {
      const value = sourceValue(figures.figuresAt(table.key, blockIndex, id, key));
      return value !== null && value !== 0;
    });
}

/** The unit's codes in its order; a parent that is not listed comes before its first child. */
function completeTree(
  rows: readonly { readonly code?: string; readonly label: string }[],
  { functional, economic }: TemplateStructure["definition"]["codes"],
): CodeRow[] {
  const names = new Map(
    rows.flatMap(({ code, label }) => (code === undefined ? [] : [[code, label]])),
  );
  const tree = new Map<string, CodeRow>();
  for (const { code } of rows) {
    if (code === undefined) continue;
    const missing = ancestorCodes(code).filter((each) => !names.has(each));
    for (const each of [...missing, code]) {
      const name = names.get(each) ?? functional[each] ?? economic[each] ?? "";
      if (!tree.has(each)) tree.set(each, { code: each, name });
    }
  }
  return [...tree.values()];
}

/** As the source has it; figures of a code that stands twice are added, as every total does. */
function sourceValue(figures: readonly FigureAt[]): CellValue {
  const [first, another] = figures;
  if (!first) return null;
  if (another) {
    const amounts = figures.flatMap(({ figure }) =>
      figure.kind === "amount" ? [figure.value] : [],
    );
    const [start, ...rest] = amounts;
    return start ? rest.reduce((sum, each) => sum.plus(each), start).toNumber() : null;
  }
  const { figure } = first;
  switch (figure.kind) {
    case "amount":
      return figure.value.toNumber();
    case "unreadable":
    case "notApplicable":
      return figure.text;
    default:
      return null;
  }
}
