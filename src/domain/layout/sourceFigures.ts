import { ancestorCodes } from "../disclosure/codeTree";
import type { Disclosure } from "../disclosure/disclosure";
import type { FigureAt } from "../disclosure/figure";
import type { Table, TemplateStructure } from "../template/template";
import type { CellValue } from "../workbook/workbookSnapshot";
import type { CodeRow } from "./bodyRows";
import { NO_FIGURES, type TableInput } from "./tableInput";

/** What one table is filled with: the figures of a workbook that was understood, or nothing. */
export function tableFigures(
  table: Table,
  figures: Disclosure | undefined,
  structure: TemplateStructure,
): Pick<TableInput, "codes" | "value"> {
  const placed = figures?.placement.tables.get(table.key);
  if (!figures || !placed) return NO_FIGURES;
  return {
    codes: (blockIndex) => {
      const block = placed.blocks[blockIndex];
      return block?.block.definition.kind === "tree"
        ? completeTree(block.rows, structure.definition.codes)
        : [];
    },
    value: (blockIndex, rowId, columnKey) =>
      sourceValue(figures.figuresAt(table.key, blockIndex, rowId, columnKey)),
  };
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
