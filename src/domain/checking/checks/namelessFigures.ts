import type { Disclosure } from "../../disclosure/disclosure";
import { holdsFigure } from "../../disclosure/emptyTable";
import type { PlacedBlock, PlacedTable } from "../../disclosure/placement";
import { formatPosition, type CellAddress } from "../../workbook/cellAddress";
import { valueAt, type SheetSnapshot } from "../../workbook/workbookSnapshot";
import { sheetOf } from "./figureCells";

/** Figures in rows that nothing names: recognition passes them by, and no total has them. */
export function namelessFigures(disclosure: Disclosure, placed: PlacedTable): CellAddress[] {
  const sheet = sheetOf(disclosure, placed);
  if (!sheet) return [];
  const known = new Set(placed.blocks.flatMap(({ rows }) => rows.map(({ row }) => row)));
  return placed.blocks
    .filter(({ block }) => block.definition.kind !== "record" && block.definition.kind !== "list")
    .flatMap((block) => namelessIn(block, sheet, known));
}

function namelessIn(
  block: PlacedBlock,
  sheet: SheetSnapshot,
  known: ReadonlySet<number>,
): CellAddress[] {
  const own = new Set(block.rows.map(({ row }) => row));
  const cells: CellAddress[] = [];
  for (let row = block.headRow + 1; row <= sheet.values.length; row += 1) {
    const figures = own.has(row) ? [] : figuresIn(block, sheet, row);
    // Below the table only what goes on without a break is meant for it.
    if (row >= block.endRow && (known.has(row) || figures.length === 0)) break;
    cells.push(...figures);
  }
  return cells;
}

/** None where the row has a name, or is a sum of ours that waits for one. */
function figuresIn(block: PlacedBlock, sheet: SheetSnapshot, row: number): CellAddress[] {
  const columns = block.block.figureColumns.flatMap(({ key }) => block.columns.get(key) ?? []);
  const left = Math.min(...block.columns.values());
  const values = sheet.values[row - 1] ?? [];
  const named = values.slice(left - 1, Math.min(...columns) - 1);
  const names = block.block.definition.kind === "tree" ? values : named;
  if (names.some((value) => typeof value === "string" && value.trim() !== "")) return [];
  return columns
    .map((column) => ({ sheet: sheet.name, row, column }))
    .filter((cell) => !sheet.formulas.has(formatPosition(cell)))
    .filter(
      (cell) => typeof valueAt(sheet, cell) === "number" && holdsFigure(valueAt(sheet, cell)),
    );
}
