import type { CellRange } from "../workbook/cellAddress";
import {
  isErrorValue,
  type CellValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from "../workbook/workbookSnapshot";
import type { Disclosure } from "./disclosure";
import type { FigurePlace } from "./figure";
import type { PlacedBlock, PlacedRow, PlacedTable } from "./placement";

type Row = readonly CellValue[];

const EMPTY_ROW: Row = [];
/** No form lists it: the answer says what an unlisted code means. */
const UNLISTED = "#";

/**
 * The figures that stand in changed cells. Undefined where more has changed than cells: tables, rows, columns, merged
 * areas, or what a cell that is not there means.
 */
export function changedFigures(
  before: Disclosure,
  after: Disclosure,
): readonly FigurePlace[] | undefined {
  const tables = before.placement.tables;
  if (tables.size !== after.placement.tables.size) return undefined;
  const changed: FigurePlace[] = [];
  for (const [key, placed] of tables) {
    const other = after.placement.tables.get(key);
    const sheet = sheetOf(before.snapshot, placed);
    const otherSheet = other && sheetOf(after.snapshot, other);
    if (!other || !sheet || !otherSheet) return undefined;
    if (!isSameTable(placed, other) || !areSame(sheet.merges, otherSheet.merges, isSameRange)) {
      return undefined;
    }
    for (const [index, block] of placed.blocks.entries()) {
      if (silence(before, key, index, block) !== silence(after, key, index, block)) {
        return undefined;
      }
      collectChanges(changed, key, index, block, sheet, otherSheet);
    }
  }
  return changed;
}

function sheetOf({ sheets }: WorkbookSnapshot, { sheet }: PlacedTable): SheetSnapshot | undefined {
  return sheets.find(({ name }) => name === sheet);
}

function isSameTable(one: PlacedTable, other: PlacedTable): boolean {
  return (
    one.table === other.table &&
    one.sheet === other.sheet &&
    isSameRange(one.range, other.range) &&
    areSame(one.blocks, other.blocks, isSameBlock)
  );
}

function isSameBlock(one: PlacedBlock, other: PlacedBlock): boolean {
  return (
    one.block === other.block &&
    one.headRow === other.headRow &&
    one.endRow === other.endRow &&
    haveSameColumns(one, other) &&
    areSame(one.rows, other.rows, isSameRow)
  );
}

/** Labels count, since verdicts carry them. The code is in the id. */
function isSameRow(one: PlacedRow, other: PlacedRow): boolean {
  return (
    one.row === other.row &&
    one.id === other.id &&
    one.label === other.label &&
    haveSameColumns(one, other)
  );
}

type Columned = Pick<PlacedRow, "columns">;

function haveSameColumns({ columns: one }: Columned, { columns: other }: Columned): boolean {
  if (!one || !other) return one === other;
  if (one.size !== other.size) return false;
  for (const key of one.keys()) if (one.get(key) !== other.get(key)) return false;
  return true;
}

function isSameRange(one: CellRange, other: CellRange): boolean {
  return (
    one.top === other.top &&
    one.left === other.left &&
    one.bottom === other.bottom &&
    one.right === other.right
  );
}

function areSame<T>(
  ones: readonly T[],
  others: readonly T[],
  isSame: (one: T, other: T) => boolean,
): boolean {
  if (ones === others) return true;
  if (ones.length !== others.length) return false;
  for (const [index, one] of ones.entries()) {
    const other = others[index];
    if (other === undefined || !isSame(one, other)) return false;
  }
  return true;
}

/** What the block says where it has no cell: an empty table that says so has none at all. */
function silence(disclosure: Disclosure, table: string, index: number, block: PlacedBlock): string {
  const [columnKey] = block.columns.keys();
  if (columnKey === undefined) return "";
  const answers = [UNLISTED, block.rows[0]?.id ?? UNLISTED].map((rowId) => {
    const [first] = disclosure.figuresAt(table, index, rowId, columnKey);
    return first?.cell ? "cell" : (first?.figure.kind ?? "");
  });
  return answers.join(" ");
}

function collectChanges(
  changed: FigurePlace[],
  table: string,
  index: number,
  block: PlacedBlock,
  before: SheetSnapshot,
  after: SheetSnapshot,
): void {
  const shared = [...block.columns.values()];
  for (const row of block.rows) {
    const one = before.values[row.row - 1] ?? EMPTY_ROW;
    const other = after.values[row.row - 1] ?? EMPTY_ROW;
    if (one === other || areSameIn(row.columns?.values() ?? shared, one, other)) continue;
    for (const [columnKey, column] of row.columns ?? block.columns) {
      if (isSameValue(one[column - 1], other[column - 1])) continue;
      changed.push({ table, block: index, rowId: row.id, columnKey });
    }
  }
}

/** Goes by every figure of the workbook, nearly always to find nothing. */
function areSameIn(columns: Iterable<number>, one: Row, other: Row): boolean {
  for (const column of columns) {
    if (one[column - 1] !== other[column - 1]) return false;
  }
  return true;
}

function isSameValue(one: CellValue = null, other: CellValue = null): boolean {
  if (one === other) return true;
  return isErrorValue(one) && isErrorValue(other) && one.error === other.error;
}
