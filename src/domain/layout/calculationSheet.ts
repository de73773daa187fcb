import { columnName, quoteSheetName } from "../workbook/cellAddress";
import type { CellValue } from "../workbook/workbookSnapshot";
import type { PlannedCell, SheetPlan } from "../workbook/writePlan";
import type { PlacedBlock, PlacedTable, Placement } from "../disclosure/placement";
import {
  codedRows,
  codeColumnOf,
  numbersOf,
  windowOf,
  type VectorFrame,
} from "../expression/print/vector";
import { parentCode } from "../disclosure/codeTree";

/** Hidden: what whole-range checks need beside the tables themselves. */
export const CALCULATION_SHEET = "计算";

/** A tree may grow by that many rows before its native checks say 数据不足. */
const SPARE = 60;
const FIRST_ROW = 2;
/** Lines take the columns before this one, index columns begin here. */
const FIRST_VECTOR_COLUMN = 16;

/** Native conditions that make every check on a table undetermined. */
export interface TableGuard {
  /** More decimals than published, or more rows than the checks reach. */
  readonly unchecked: string;
  /** Codes whose parent is not listed. */
  readonly orphans: string;
}

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

  constructor(private readonly placement: Placement) {
    const blocks = [...placement.tables.values()].flatMap((table) => table.blocks);
    this.longest = Math.max(SPARE, ...blocks.map(lengthOf));
    this.put(1, FIRST_VECTOR_COLUMN, "序号");
    for (let k = 1; k <= this.longest; k += 1) {
      this.put(FIRST_ROW + k - 1, FIRST_VECTOR_COLUMN, k);
    }
    const heads = [
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
    ];
    for (const [index, head] of heads.entries()) this.put(1, index + 1, head);
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

  plan(): SheetPlan {
    return {
      name: CALCULATION_SHEET,
      visibility: "hidden",
      cells: this.cells,
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
        codes: windowOf(table, block, codeColumn, length),
        ...this.treeColumns(table, block, codeColumn, length),
      };
    }
    const coded = codedRows(block);
    if (rows === "coded" && coded.length > 0 && codeColumn === undefined) {
      return {
        ...base,
        length: coded.length,
        index: this.vectorRange(FIRST_VECTOR_COLUMN, coded.length),
        codes: this.codeList(table, block),
      };
    }
    const all = lengthOf(block);
    return { ...base, length: all, index: this.vectorRange(FIRST_VECTOR_COLUMN, all) };
  }

  /** For each row of the tree, the code one level up and the number of its children: what sums over children need. */
  private treeColumns(
    table: PlacedTable,
    block: PlacedBlock,
    codeColumn: number,
    length: number,
  ): Pick<VectorFrame, "parents" | "childCounts"> {
    const column = this.nextColumn;
    this.nextColumn += 2;
    this.put(1, column, `${table.sheet}上级`);
    this.put(1, column + 1, `${table.sheet}下级数`);
    const sheet = quoteSheetName(table.sheet);
    const letter = columnName(codeColumn);
    const parents = this.vectorRange(column, length);
    const byRow = new Map(block.rows.map(({ row, code }) => [row, code]));
    const children = new Map<string, number>();
    for (const { code } of block.rows) {
      const parent = code === undefined ? undefined : parentCode(code);
      if (parent !== undefined) children.set(parent, (children.get(parent) ?? 0) + 1);
    }
    for (let k = 1; k <= length; k += 1) {
      const code = `INDEX(${sheet}!$${letter}:$${letter},ROWS(${sheet}!$A$1:$A$${String(block.headRow)})+${String(k)})`;
      const own = byRow.get(block.headRow + k);
      const parent = own === undefined ? undefined : parentCode(own);
      const row = FIRST_ROW + k - 1;
      this.put(
        row,
        column,
        parent ?? "",
        `IF(OR(LEN(${code})=5,LEN(${code})=7),LEFT(${code},LEN(${code})-2),"")`,
      );
      this.put(
        row,
        column + 1,
        own === undefined ? 0 : (children.get(own) ?? 0),
        `IF(OR(LEN(${code})=3,LEN(${code})=5),COUNTIF(${parents},${code}&""),0)`,
      );
    }
    return { parents, childCounts: this.vectorRange(column + 1, length) };
  }

  private codeList(table: PlacedTable, block: PlacedBlock): string {
    const column = this.nextColumn;
    this.nextColumn += 1;
    this.put(1, column, `${table.sheet}科目`);
    const rows = block.rows.filter(({ code }) => code !== undefined);
    const sorted = [...rows].sort((a, b) => a.row - b.row);
    for (const [index, { code }] of sorted.entries()) {
      this.put(FIRST_ROW + index, column, code ?? "");
    }
    return this.vectorRange(column, rows.length);
  }

  private makeGuard(table: PlacedTable): TableGuard {
    const parts: string[] = [];
    const orphans: string[] = [];
    for (const block of table.blocks) {
      const length = lengthOf(block);
      const sheet = quoteSheetName(table.sheet);
      for (const column of block.block.figureColumns) {
        const number = block.columns.get(column.key);
        if (number === undefined) continue;
        const values = windowOf(table, block, number, length);
        parts.push(`SUMPRODUCT((${numbersOf(values, 6)}<>${numbersOf(values)})*1)`);
      }
      parts.push(
        `(ROWS(${sheet}!$A$${String(block.headRow)}:$A$${String(block.endRow)})-2>${String(length)})`,
      );
      if (block.block.definition.kind === "tree") {
        const { codes, parents } = this.frameOf(table, block, "all");
        if (codes === undefined || parents === undefined) continue;
        orphans.push(`SUMPRODUCT((LEN(${parents})>0)*(COUNTIF(${codes},${parents}&"")=0))`);
      }
    }
    const row = this.addLine([
      { value: table.sheet },
      { value: "小数超位、行数超限；缺上级科目" },
      { value: 0, formula: parts.join("+") },
      { value: 0, formula: orphans.length === 0 ? "0" : orphans.join("+") },
    ]);
    return { unchecked: this.cell("C", row), orphans: this.cell("D", row) };
  }
}

const CALCULATION_SHEET_QUOTED = quoteSheetName(CALCULATION_SHEET);

/** Rows of a block with room to grow. */
function lengthOf(block: PlacedBlock): number {
  return block.endRow - block.headRow - 1 + SPARE;
}
