import { columnName, quoteSheetName } from "../workbook/cellAddress";
import { CALCULATION_SHEET } from "../workbook/resultSheets";
import { isErrorValue, type CellValue } from "../workbook/workbookSnapshot";
import type { PlannedCell, SheetPlan } from "../workbook/writePlan";
import type { PlacedBlock, PlacedRow, PlacedTable, Placement } from "../disclosure/placement";
import {
  codedRows,
  codeColumnOf,
  numbersOf,
  windowOf,
  type VectorFrame,
} from "../expression/print/vector";
import { parentCode } from "../disclosure/codeTree";
import { UNDETERMINED } from "../expression/print/number";
import type { ResultMark } from "./resultMark";
import { codeGuardReference } from "./codeGuard";
import { runsOf } from "./columnRuns";
import type { RecognisedTables } from "./recognisedTables";

/** A tree may grow by that many rows before its native checks say 数据不足. */
const SPARE = 60;
const FIRST_ROW = 2;
/** Lines take the columns before this one, index columns begin here. */
const FIRST_VECTOR_COLUMN = 16;

/** Native conditions that make every check on a table undetermined. */
export interface TableGuard {
  /** More decimals than published, or more rows than the checks reach. */
  readonly unchecked: string;
  /** Codes that no total can place. */
  readonly codes: string | undefined;
}

const HEADS = [
  "编号",
  "列",
  "数字个数",
  "不能核对",
  "不符",
  "尾差",
  "最大差额",
  "位置",
  "行",
  "结果",
  "左方",
  "右方",
  "差额",
  "允许",
] as const;

/** What stands in a cell of the set. */
export type ValueAt = (sheet: string, row: number, column: number) => CellValue;

/** Collects the cells of the 计算 sheet. */
export class CalculationSheet {
  private readonly cells: PlannedCell[] = [];
  private nextColumn = FIRST_VECTOR_COLUMN + 1;
  private nextLine = FIRST_ROW;
  private readonly frames = {
    all: new Map<PlacedBlock, VectorFrame>(),
    coded: new Map<PlacedBlock, VectorFrame>(),
  };
  private readonly guards = new Map<string, TableGuard>();
  private readonly longest: number;

  constructor(
    private readonly placement: Placement,
    private readonly valueAt: ValueAt,
    private readonly recognised?: RecognisedTables,
  ) {
    for (const [index, head] of HEADS.entries()) this.put(1, index + 1, head);
    const blocks = [...placement.tables.values()].flatMap((table) => table.blocks);
    this.longest = Math.max(SPARE, ...blocks.map(lengthOf));
    if (recognised) return;
    this.put(1, FIRST_VECTOR_COLUMN, "序号");
    for (let k = 1; k <= this.longest; k += 1) {
      this.put(FIRST_ROW + k - 1, FIRST_VECTOR_COLUMN, k);
    }
  }

  /** The rows of a block as vectors: all of them, or those with a code. */
  frameOf(table: PlacedTable, block: PlacedBlock, rows: "all" | "coded"): VectorFrame {
    const frames = this.frames[block.block.definition.kind === "tree" ? "all" : rows];
    const known = frames.get(block);
    if (known) return known;
    const frame = this.makeFrame(table, block, rows);
    frames.set(block, frame);
    return frame;
  }

  guardOf(table: PlacedTable): TableGuard {
    const known = this.guards.get(table.table.key);
    if (known) return known;
    const guard = this.makeGuard(table);
    this.guards.set(table.table.key, guard);
    return guard;
  }

  /** Adds a line of formulas (or values) from the first column on; returns its row. */
  addLine(cells: readonly { readonly value: CellValue; readonly formula?: string }[]): number {
    const row = this.nextLine;
    this.nextLine += 1;
    for (const [index, { value, formula }] of cells.entries()) {
      if (value === "" && formula === undefined) continue;
      this.put(row, index + 1, value, formula);
    }
    return row;
  }

  get upcomingRow(): number {
    return this.nextLine;
  }

  cell(column: string, row: number): string {
    return `${CALCULATION_SHEET_QUOTED}!$${column}$${String(row)}`;
  }

  plan(marks: readonly ResultMark[]): SheetPlan {
    return {
      name: CALCULATION_SHEET,
      visibility: "hidden",
      cells: [...this.cells, ...(this.recognised?.cells(marks) ?? [])],
      merges: [],
      columnWidths: new Map([[9, 30]]),
      rowHeights: new Map(),
      hiddenColumns: [],
      hiddenRows: [],
      conditionalFormats: [],
      validations: [],
    };
  }

  private put(row: number, column: number, value: CellValue, formula?: string): void {
    this.cells.push({ row, column, value, ...(formula === undefined ? {} : { formula }) });
  }

  private vectorRange(column: number, length: number): string {
    const letter = columnName(column);
    return `${CALCULATION_SHEET_QUOTED}!$${letter}$${String(FIRST_ROW)}:$${letter}$${String(FIRST_ROW + length - 1)}`;
  }

  private makeFrame(table: PlacedTable, block: PlacedBlock, rows: "all" | "coded"): VectorFrame {
    const length = block.block.definition.kind === "tree" ? lengthOf(block) : 0;
    const base = { placement: this.placement, table, block };
    const codeColumn = codeColumnOf(block);
    if (length > 0 && codeColumn !== undefined) {
      return {
        ...base,
        length,
        index: this.vectorRange(FIRST_VECTOR_COLUMN, length),
        ...this.treeColumns(table, block, codeColumn, length),
      };
    }
    if (rows === "coded" && codeColumn === undefined) {
      const coded = codedRows(block);
      return {
        ...base,
        length: coded.length,
        index: this.vectorRange(FIRST_VECTOR_COLUMN, coded.length),
        ...this.fixedColumns(table, block, coded),
      };
    }
    const all = lengthOf(block);
    return { ...base, length: all, index: this.vectorRange(FIRST_VECTOR_COLUMN, all) };
  }

  /** For each row of the tree its code, the code one level up and the number of its children. */
  private treeColumns(
    table: PlacedTable,
    block: PlacedBlock,
    codeColumn: number,
    length: number,
  ): Pick<VectorFrame, "codes" | "parents" | "childCounts"> {
    const column = this.nextColumn;
    this.nextColumn += 3;
    this.put(1, column, `${table.sheet}编码`);
    this.put(1, column + 1, `${table.sheet}上级`);
    this.put(1, column + 2, `${table.sheet}下级数`);
    const sheet = quoteSheetName(table.sheet);
    const letter = columnName(codeColumn);
    const parents = this.vectorRange(column + 1, length);
    const byRow = new Map(block.rows.map(({ row, code }) => [row, code]));
    const children = new Map<string, number>();
    for (const { code } of block.rows) {
      const parent = code === undefined ? undefined : parentCode(code);
      if (parent !== undefined) children.set(parent, (children.get(parent) ?? 0) + 1);
    }
    for (let k = 1; k <= length; k += 1) {
      const own = byRow.get(block.headRow + k);
      const parent = own === undefined ? undefined : parentCode(own);
      const row = FIRST_ROW + k - 1;
      const code = `$${columnName(column)}${String(row)}`;
      const index = `$${columnName(FIRST_VECTOR_COLUMN)}${String(row)}`;
      this.put(
        row,
        column,
        codeText(this.valueAt(table.sheet, block.headRow + k, codeColumn)),
        `INDEX(${sheet}!$${letter}:$${letter},ROWS(${sheet}!$A$1:$A$${String(block.headRow)})+${index})&""`,
      );
      this.put(
        row,
        column + 1,
        parent ?? "",
        `IF(OR(LEN(${code})=5,LEN(${code})=7),LEFT(${code},LEN(${code})-2),"")`,
      );
      this.put(
        row,
        column + 2,
        own === undefined ? 0 : (children.get(own) ?? 0),
        `IF(OR(LEN(${code})=3,LEN(${code})=5),COUNTIF(${parents},${code}),0)`,
      );
    }
    return {
      codes: this.vectorRange(column, length),
      parents,
      childCounts: this.vectorRange(column + 2, length),
    };
  }

  /** Fixed rows are referred to one by one: a list of codes beside them would not move when rows do. */
  private fixedColumns(
    table: PlacedTable,
    block: PlacedBlock,
    rows: readonly PlacedRow[],
  ): Pick<VectorFrame, "codes" | "labels" | "own" | "codeCell"> {
    const sheet = quoteSheetName(table.sheet);
    const codeLetter = columnName(this.nextColumn);
    const codes = this.column(`${table.sheet}科目`, rows, ({ code }) => ({ value: code ?? "" }));
    const label = labelColumnOf(block);
    const labels = this.column(`${table.sheet}名称`, rows, ({ row, label: text }) =>
      label === undefined
        ? { value: text }
        : {
            value: text,
            formula: `IFERROR(${sheet}!$${columnName(label)}${String(row)}&"","")`,
          },
    );
    const figures = new Map<number, string>();
    const own = (column: number): string => {
      const known = figures.get(column);
      if (known !== undefined) return known;
      const letter = columnName(column);
      const range = this.column(`${table.sheet}${letter}`, rows, ({ row }) => {
        const cell = `${sheet}!$${letter}${String(row)}`;
        return {
          value: readable(this.valueAt(table.sheet, row, column)),
          formula: `IFERROR(IF(ISNUMBER(${cell}),${cell},IF(LEN(${cell})>0,"${UNDETERMINED}","")),"${UNDETERMINED}")`,
        };
      });
      figures.set(column, range);
      return range;
    };
    const codeCell = (index: number) => `$${codeLetter}${String(FIRST_ROW + index)}`;
    return { codes, labels, own, codeCell };
  }

  /** One column of index cells, a row for each of the block's rows; returns their range. */
  column(
    head: string,
    rows: readonly PlacedRow[],
    cellOf: (
      row: PlacedRow,
      at: string,
      index: number,
    ) => { readonly value: CellValue; readonly formula?: string },
  ): string {
    const column = this.nextColumn;
    this.nextColumn += 1;
    this.put(1, column, head);
    for (const [index, row] of rows.entries()) {
      const at = this.cell(columnName(column), FIRST_ROW + index);
      const { value, formula } = cellOf(row, at, index);
      this.put(FIRST_ROW + index, column, value, formula);
    }
    return this.vectorRange(column, rows.length);
  }

  private makeGuard(table: PlacedTable): TableGuard {
    if (this.recognised) {
      const row = this.addLine([
        { value: table.sheet },
        { value: "表样有变" },
        { value: 0, formula: this.recognised.guardFormula(table) },
      ]);
      return { unchecked: this.cell("C", row), codes: undefined };
    }
    const parts: string[] = [];
    for (const block of table.blocks) {
      const length = lengthOf(block);
      const sheet = quoteSheetName(table.sheet);
      const columns = block.block.figureColumns.flatMap(({ key }) => block.columns.get(key) ?? []);
      for (const [first, last] of runsOf(columns)) {
        const values = windowOf(table, block, first, length, last);
        parts.push(`SUMPRODUCT((${numbersOf(values, 6)}<>${numbersOf(values)})*1)`);
      }
      parts.push(
        `(ROWS(${sheet}!$A$${String(block.headRow)}:$A$${String(block.endRow)})-2>${String(length)})`,
      );
    }
    const row = this.addLine([
      { value: table.sheet },
      { value: "小数超位、行数超限" },
      { value: 0, formula: parts.join("+") },
    ]);
    return { unchecked: this.cell("C", row), codes: codeGuardReference(table) };
  }
}

const CALCULATION_SHEET_QUOTED = quoteSheetName(CALCULATION_SHEET);

/** As the formula of the same cell shows it. */
function readable(value: CellValue): CellValue {
  if (typeof value === "number") return value;
  return value === null || value === "" ? "" : UNDETERMINED;
}

/** As `&""` gives it. */
function codeText(value: CellValue): CellValue {
  return isErrorValue(value) ? value : String(value ?? "");
}

export function labelColumnOf({ block, columns }: PlacedBlock): number | undefined {
  const role = block.columns.find(
    ({ definition }) => definition.role === "name" || definition.role === "label",
  );
  return role && columns.get(role.key);
}

/** Rows of a block with room to grow. */
function lengthOf(block: PlacedBlock): number {
  // Where blocks stand one below the other what follows is no row of this one.
  const spare = block.block.definition.below === true ? 0 : SPARE;
  return block.endRow - block.headRow - 1 + spare;
}
