import type { CellRange } from "../workbook/cellAddress";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/workbookSnapshot";
import { valueAt } from "../workbook/workbookSnapshot";
import type { TableTexts } from "./disclosure";
import { declaresNothing, holdsFigure } from "./emptyTable";
import type { Figure, FigureAt } from "./figure";
import { rowsWithId } from "./placedRows";
import type { PlacedBlock, PlacedTable, Placement } from "./placement";
import { readFigure } from "./readFigure";
import { rememberFigures, type FiguresAt } from "./rememberFigures";

const NOTHING: readonly FigureAt[] = [{ figure: { kind: "nothing" } }];
const MISSING_TABLE: readonly FigureAt[] = [{ figure: { kind: "missing", what: "table" } }];
const MISSING_ROW: readonly FigureAt[] = [{ figure: { kind: "missing", what: "row" } }];
const MISSING_COLUMN: readonly FigureAt[] = [{ figure: { kind: "missing", what: "column" } }];
const MERGED_AWAY: Figure = { kind: "unreadable", text: "（合并单元格）" };
const NOT_ASKED: readonly FigureAt[] = [{ figure: { kind: "blank" } }];

interface TableFigures {
  readonly placed: PlacedTable;
  readonly sheet: SheetSnapshot;
  readonly merges: readonly CellRange[];
  /** Every figure blank or zero, and a note says so. */
  readonly isDeclaredEmpty: boolean;
  readonly blocks: readonly BlockFigures[];
}

interface BlockFigures {
  readonly placed: PlacedBlock;
  readonly decimals: ReadonlyMap<string, number>;
  /** A code that is not listed is nothing. */
  readonly listsCodes: boolean;
}

/** Answers what each row and column of a recognised workbook says. Cells are read when first asked for. */
export function disclosedFigures(
  snapshot: WorkbookSnapshot,
  placement: Placement,
  texts: ReadonlyMap<string, TableTexts>,
  decimals: number,
  hasUnreadRows: (table: string, block: number) => boolean,
): FiguresAt {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const tables = new Map<string, TableFigures>();
  for (const [key, placed] of placement.tables) {
    const sheet = sheets.get(placed.sheet);
    if (!sheet) continue;
    tables.set(key, {
      placed,
      sheet,
      merges: mergesWithin(placed, sheet),
      isDeclaredEmpty: isDeclaredEmpty(placed, sheet, texts.get(key)),
      blocks: placed.blocks.map((block, index) =>
        blockFigures(block, sheet, decimals, hasUnreadRows(key, index)),
      ),
    });
  }
  return rememberFigures((table, block, rowId, columnKey) => {
    const figures = tables.get(table);
    const own = figures?.blocks[block];
    return figures && own ? readFigures(figures, own, rowId, columnKey) : MISSING_TABLE;
  });
}

function blockFigures(
  placed: PlacedBlock,
  sheet: SheetSnapshot,
  decimals: number,
  isUnread: boolean,
): BlockFigures {
  return {
    placed,
    decimals: new Map(
      placed.block.columns.map(({ key, definition }) => [key, definition.decimals ?? decimals]),
    ),
    listsCodes: !isUnread && listsCodes(placed, sheet),
  };
}

/** A total above codes that are not there leaves open what the codes are. */
function listsCodes(block: PlacedBlock, sheet: SheetSnapshot): boolean {
  const { rows } = block;
  return rows.length > 0 && (rows.some(({ code }) => code !== undefined) || isEmpty(block, sheet));
}

/** A note that says so makes an empty table nothing; without it, blanks are blanks. Zeros in 补充资料 are answers. */
function isDeclaredEmpty(
  { table, blocks }: PlacedTable,
  sheet: SheetSnapshot,
  texts: TableTexts | undefined,
): boolean {
  if (table.definition.role !== "disclosure") return false;
  const isDeclared = texts?.notes.some(({ text }) => declaresNothing(text)) ?? false;
  return isDeclared && blocks.every((block) => isEmpty(block, sheet));
}

function isEmpty({ block, columns, rows }: PlacedBlock, sheet: SheetSnapshot): boolean {
  return rows.every((row) =>
    block.figureColumns.every(({ key }) => {
      const column = (row.columns ?? columns).get(key);
      return column === undefined || !holdsFigure(valueAt(sheet, { row: row.row, column }));
    }),
  );
}

function readFigures(
  { placed: { sheet: name, table }, sheet, merges, isDeclaredEmpty }: TableFigures,
  { placed, decimals, listsCodes }: BlockFigures,
  rowId: string,
  columnKey: string,
): readonly FigureAt[] {
  if (isDeclaredEmpty) return NOTHING;
  const rows = rowsWithId(placed, rowId);
  if (rows.length === 0) {
    // A set laid out before the question was thought of.
    if (table.definition.role === "supplement") return NOT_ASKED;
    return listsCodes && rowId.startsWith("#") ? NOTHING : MISSING_ROW;
  }
  const figures: FigureAt[] = [];
  for (const row of rows) {
    const column = (row.columns ?? placed.columns).get(columnKey);
    if (column === undefined) {
      figures.push(...MISSING_COLUMN);
      continue;
    }
    const cell = { sheet: name, row: row.row, column };
    const figure = isMergedAway(merges, cell.row, column)
      ? MERGED_AWAY
      : readFigure(valueAt(sheet, cell), decimals.get(columnKey) ?? 2);
    figures.push({ figure, cell });
  }
  return figures;
}

function mergesWithin({ blocks, range }: PlacedTable, { merges }: SheetSnapshot): CellRange[] {
  const first = Math.min(...blocks.map(({ headRow }) => headRow + 1));
  return merges.filter(({ top, bottom }) => bottom >= first && top <= range.bottom);
}

/** A merged area shows one value; what belongs in its other cells cannot be told. */
function isMergedAway(merges: readonly CellRange[], row: number, column: number): boolean {
  return merges.some(
    ({ top, left, bottom, right }) =>
      top <= row &&
      row <= bottom &&
      left <= column &&
      column <= right &&
      (row !== top || column !== left),
  );
}
