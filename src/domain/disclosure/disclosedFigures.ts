import type { CellRange } from "../workbook/cellAddress";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/workbookSnapshot";
import { valueAt } from "../workbook/workbookSnapshot";
import type { TableTexts } from "./disclosure";
import { declaresNothing, holdsFigure } from "./emptyTable";
import type { Figure, FigureAt } from "./figure";
import { rowIndexOf, type SameRows } from "./placedRows";
import type { PlacedBlock, PlacedRow, PlacedTable, Placement } from "./placement";
import { readFigure } from "./readFigure";
import type { FiguresAt } from "./rememberFigures";

const NOTHING: readonly FigureAt[] = [{ figure: { kind: "nothing" } }];
const MISSING_TABLE: readonly FigureAt[] = [{ figure: { kind: "missing", what: "table" } }];
const MISSING_ROW: readonly FigureAt[] = [{ figure: { kind: "missing", what: "row" } }];
const MISSING_COLUMN: FigureAt = { figure: { kind: "missing", what: "column" } };
const MERGED_AWAY: Figure = { kind: "unreadable", text: "（合并单元格）" };
const NOT_ASKED: readonly FigureAt[] = [{ figure: { kind: "blank" } }];

/** Answers what each row and column of a recognised workbook says. Cells are read when first asked for. */
export function disclosedFigures(
  snapshot: WorkbookSnapshot,
  placement: Placement,
  texts: ReadonlyMap<string, TableTexts>,
  decimals: number,
  hasUnreadRows: (table: string, block: number) => boolean,
): FiguresAt {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const tables = new Map<string, readonly BlockFigures[]>();
  for (const [key, placed] of placement.tables) {
    const sheet = sheets.get(placed.sheet);
    if (!sheet) continue;
    const table = {
      placed,
      sheet,
      merges: mergesWithin(placed, sheet),
      isDeclaredEmpty: isDeclaredEmpty(placed, sheet, texts.get(key)),
    };
    tables.set(
      key,
      placed.blocks.map(
        (block, index) => new BlockFigures(table, block, decimals, hasUnreadRows(key, index)),
      ),
    );
  }
  return (table, block, rowId, columnKey) =>
    tables.get(table)?.[block]?.figuresAt(rowId, columnKey) ?? MISSING_TABLE;
}

interface TableFigures {
  readonly placed: PlacedTable;
  readonly sheet: SheetSnapshot;
  readonly merges: readonly CellRange[];
  /** Every figure blank or zero, and a note says so. */
  readonly isDeclaredEmpty: boolean;
}

interface ColumnFigures {
  readonly key: string;
  readonly decimals: number;
  /** By the place of the row's id; read once. */
  readonly known: (readonly FigureAt[] | undefined)[];
}

class BlockFigures {
  private readonly rows: ReadonlyMap<string, SameRows>;
  private readonly columns = new Map<string, ColumnFigures>();
  /** A code that is not listed is nothing. */
  private readonly listsCodes: boolean;

  constructor(
    private readonly table: TableFigures,
    private readonly placed: PlacedBlock,
    private readonly decimals: number,
    isUnread: boolean,
  ) {
    this.rows = rowIndexOf(placed);
    this.listsCodes = !isUnread && listsCodes(placed, table.sheet);
  }

  figuresAt(rowId: string, columnKey: string): readonly FigureAt[] {
    if (this.table.isDeclaredEmpty) return NOTHING;
    const same = this.rows.get(rowId);
    if (!same) return this.withoutRow(rowId);
    const column = this.columns.get(columnKey) ?? this.addColumn(columnKey);
    return (column.known[same.place] ??= this.read(same.rows, column));
  }

  private withoutRow(rowId: string): readonly FigureAt[] {
    // A set laid out before the question was thought of.
    if (this.table.placed.table.definition.role === "supplement") return NOT_ASKED;
    return this.listsCodes && rowId.startsWith("#") ? NOTHING : MISSING_ROW;
  }

  private addColumn(key: string): ColumnFigures {
    const defined = this.placed.block.columns.find((column) => column.key === key);
    // Columns that the template does not know are money.
    const decimals = defined ? (defined.definition.decimals ?? this.decimals) : 2;
    const column = { key, decimals, known: [] };
    this.columns.set(key, column);
    return column;
  }

  private read(rows: readonly PlacedRow[], { key, decimals }: ColumnFigures): readonly FigureAt[] {
    const [first] = rows;
    if (first && rows.length === 1) return [this.readCell(first, key, decimals)];
    return rows.map((row) => this.readCell(row, key, decimals));
  }

  private readCell({ row, columns }: PlacedRow, key: string, decimals: number): FigureAt {
    const column = (columns ?? this.placed.columns).get(key);
    if (column === undefined) return MISSING_COLUMN;
    const { placed, sheet, merges } = this.table;
    const cell = { sheet: placed.sheet, row, column };
    const figure = isMergedAway(merges, row, column)
      ? MERGED_AWAY
      : readFigure(valueAt(sheet, cell), decimals);
    return { figure, cell };
  }
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
