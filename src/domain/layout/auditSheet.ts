import { quoteSheetName } from "../workbook/cellAddress";
import type { CellValue } from "../workbook/workbookSnapshot";
import type { PlannedCell, SheetPlan } from "../workbook/writePlan";
import { relationReferences, type Relation } from "../checking/relation";
import { relationWords } from "../checking/relationWords";
import type { Verdict } from "../checking/verdict";
import type { PlacedBlock, PlacedTable, Placement } from "../disclosure/placement";
import { codedRows } from "../expression/print/vector";
import { referencesOf } from "../expression/expression";
import { isMany } from "../expression/write";
import { PrintError } from "../expression/print/area";
import { withinLimits } from "../expression/print/limits";
import {
  columnsOf,
  largestGap,
  lineResult,
  RESULT,
  rowBlock,
  rowResult,
  rowsLine,
  scalarLine,
  type LineSettings,
} from "./auditLines";
import { AUDIT_FONT_SIZE, RESULT_FORMATS } from "./auditStyles";
import { CALCULATION_SHEET, CalculationSheet } from "./calculationSheet";
import { columnPoints, textHeight } from "./textHeight";

export const AUDIT_SHEET = "审核";
const FIRST_ROW = 4;
const LETTERS = ["C", "D", "E", "F"] as const;
const WIDTHS = [8, 62, 14, 14, 12, 10, 12, 26] as const;
const HEADS = ["编号", "审核关系", "左方", "右方", "差额", "允许尾差", "结果", "位置"] as const;
const CELL_PADDING = 18;

/** A native result, and the table cells that it speaks of. */
export interface ResultMark {
  /** An absolute reference to the cell with 通过, 不符 … */
  readonly result: string;
  /** What stands there. */
  readonly value: CellValue;
  readonly cells: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly column: number;
  }[];
}

export interface AuditSheets {
  readonly audit: SheetPlan;
  readonly calculation: SheetPlan;
  readonly marks: readonly ResultMark[];
  readonly paneOnly: readonly PaneOnly[];
}

/** A relation that cannot be printed for these tables: the exact check alone makes it. */
export interface PaneOnly {
  readonly relation: Relation;
  readonly reason: PrintError;
}

/** One row for each relation, native: codes, words, both sides, the difference, what is allowed, the result. */
export function layOutAudit(
  relations: readonly Relation[],
  verdicts: readonly Verdict[],
  settings: LineSettings,
): AuditSheets {
  const sheet = new AuditSheet(settings);
  for (const relation of relations) {
    const own = verdicts.filter((verdict) => verdict.relation === relation);
    sheet.add(relation, own);
  }
  return sheet.plans();
}

class AuditSheet {
  private readonly calculation: CalculationSheet;
  private readonly cells: PlannedCell[] = [];
  private readonly rowHeights = new Map<number, number>();
  private readonly marks: ResultMark[] = [];
  private readonly paneOnly: PaneOnly[] = [];
  private row = FIRST_ROW;

  constructor(private readonly settings: LineSettings) {
    this.calculation = new CalculationSheet(settings.placement, settings.valueAt);
    for (const [index, head] of HEADS.entries())
      this.put(FIRST_ROW - 1, index + 1, head, "audit.head");
  }

  add(relation: Relation, verdicts: readonly Verdict[]): void {
    const tables = tablesOf(relation, this.settings.placement);
    if (!tables) return;
    const before = this.cells.length;
    try {
      if (relation.each.rows === undefined && !relation.each.columns) {
        this.addScalar(relation, verdicts[0], tables);
      } else {
        this.addLines(relation, verdicts, tables);
      }
      for (const { formula } of this.cells.slice(before)) {
        if (formula !== undefined) withinLimits(formula);
      }
    } catch (error) {
      if (!(error instanceof PrintError)) throw error;
      this.paneOnly.push({ relation, reason: error });
      this.cells.length = before;
      this.words(relation);
      for (const column of [3, 4, 5, 6]) this.put(this.row, column, null, "audit.figure");
      this.put(this.row, 7, RESULT.relationFault, "audit.result");
      this.put(this.row, 8, error.message, "audit.text");
    }
    this.row += 1;
  }

  plans(): AuditSheets {
    const last = this.row - 1;
    const results = { top: FIRST_ROW, left: 7, bottom: Math.max(last, FIRST_ROW), right: 7 };
    const range = `$G$${String(FIRST_ROW)}:$G$${String(results.bottom)}`;
    const counted = (word: string) =>
      this.cells.filter(({ column, value }) => column === 7 && value === word).length;
    const words = ["不符", "数据不足", "尾差", "通过", "不适用"] as const;
    const summary = words.map((word) => `${word} ${String(counted(word))} 条`).join("　");
    const formula = words
      .map((word) => `"${word} "&COUNTIF(${range},"${word}")&" 条"`)
      .join('&"　"&');
    const audit: SheetPlan = {
      name: AUDIT_SHEET,
      visibility: "visible",
      cells: [
        { row: 1, column: 1, value: "审核（随填随算）", style: "audit.title" },
        { row: 2, column: 1, value: summary, formula, style: "audit.summary" },
        ...this.cells,
      ],
      merges: [
        { top: 1, left: 1, bottom: 1, right: HEADS.length },
        { top: 2, left: 1, bottom: 2, right: HEADS.length },
      ],
      columnWidths: new Map(WIDTHS.map((width, index) => [index + 1, width])),
      rowHeights: new Map([[1, 30], [2, 20], [3, 22], ...this.rowHeights]),
      hiddenColumns: [],
      hiddenRows: [],
      freeze: { rows: FIRST_ROW - 1, columns: 0 },
      pageSetup: {
        orientation: "landscape",
        fitToWidth: 1,
        fitToHeight: 0,
        printArea: { top: 1, left: 1, bottom: results.bottom, right: HEADS.length },
        titleRows: { first: FIRST_ROW - 1, last: FIRST_ROW - 1 },
        centerHorizontally: true,
      },
      conditionalFormats: RESULT_FORMATS.map(([word, style]) => ({
        range: results,
        formula: `$G${String(FIRST_ROW)}="${word}"`,
        style,
      })),
      validations: [],
    };
    return {
      audit,
      calculation: this.calculation.plan(),
      marks: this.marks,
      paneOnly: this.paneOnly,
    };
  }

  private addScalar(
    relation: Relation,
    verdict: Verdict | undefined,
    tables: readonly PlacedTable[],
  ): void {
    const place = { sheet: AUDIT_SHEET, row: this.row, columns: LETTERS };
    const line = scalarLine(
      relation,
      verdict,
      this.guardOf(relation, tables),
      this.settings,
      place,
    );
    this.words(relation);
    const figures = [line.left, line.right, line.difference, line.allowed];
    for (const [index, cell] of figures.entries()) {
      this.put(this.row, index + 3, cell.value, "audit.figure", cell.formula);
    }
    this.put(this.row, 7, line.result.value, "audit.result", line.result.formula);
    this.put(this.row, 8, null, "audit.text");
    this.marks.push({
      result: `${quoteSheetName(AUDIT_SHEET)}!$G$${String(this.row)}`,
      value: line.result.value,
      cells: this.singleCells(relation, undefined),
    });
  }

  private addLines(
    relation: Relation,
    verdicts: readonly Verdict[],
    tables: readonly PlacedTable[],
  ): void {
    const lines = columnsOf(relation).map((columnKey) => {
      const own = verdicts.filter(({ binding }) => binding.columnKey === columnKey);
      return this.addLine(relation, own, columnKey, tables);
    });
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) throw new PrintError("没有可核对的列");
    const range = (letter: string) =>
      `${quoteSheetName(CALCULATION_SHEET)}!$${letter}$${String(first)}:$${letter}$${String(last)}`;
    const result = lineResult(verdicts);
    const at = `$E$${String(this.row)}`;
    this.words(relation);
    this.put(this.row, 3, null, "audit.figure");
    this.put(this.row, 4, null, "audit.figure");
    const biggest = Math.max(
      0,
      ...columnsOf(relation).map((columnKey) =>
        largestGap(verdicts.filter(({ binding }) => binding.columnKey === columnKey)),
      ),
    );
    this.put(this.row, 5, biggest, "audit.figure", `MAX(${range("G")})`);
    this.put(this.row, 6, null, "audit.figure");
    this.put(
      this.row,
      7,
      result,
      "audit.result",
      `IFERROR(IF(SUM(${range("D")})>0,"${RESULT.undetermined}",IF(SUM(${range("C")})=0,"${RESULT.notApplicable}",IF(SUM(${range("E")})>0,"${RESULT.failed}",IF(SUM(${range("F")})>0,"${RESULT.roundingTail}","${RESULT.passed}")))),"${RESULT.undetermined}")`,
    );
    const label = `INDEX(${range("I")},MATCH(${at},${range("G")},0))`;
    const heading = `INDEX(${range("B")},MATCH(${at},${range("G")},0))`;
    this.put(
      this.row,
      8,
      this.worstPlace(relation, verdicts, biggest),
      "audit.text",
      `IF(${at}=0,"",IFERROR(${label}&" "&${heading},""))`,
    );
  }

  private addLine(
    relation: Relation,
    verdicts: readonly Verdict[],
    columnKey: string | undefined,
    tables: readonly PlacedTable[],
  ): number {
    if (relation.each.rows === undefined) {
      return this.addScalarLine(relation, verdicts[0], columnKey, tables);
    }
    if (
      relation.each.rows !== "rows" &&
      relation.each.rows !== "codes" &&
      relation.each.rows !== "class"
    ) {
      throw new PrintError("这一级科目只在窗格中核对");
    }
    const { table, block } = rowBlock(relation, this.settings.placement);
    const rows = relation.each.rows === "rows" ? "all" : "coded";
    const frame = this.calculation.frameOf(table, block, rows);
    const guard = this.guardOf(relation, tables);
    if (frame.labels !== undefined) this.markRows(relation, verdicts, guard, block, columnKey);
    const counted = guard.replace(">0", "");
    return rowsLine(relation, verdicts, columnKey, frame, counted, this.calculation, this.settings);
  }

  /** Fixed rows are marked one by one, wherever 每类 fails. */
  private markRows(
    relation: Relation,
    verdicts: readonly Verdict[],
    guard: string,
    block: PlacedBlock,
    columnKey: string | undefined,
  ): void {
    const reference = relationReferences(relation.comparing).find(
      (each) => each.block === block.block,
    );
    const key = reference?.column.kind === "column" ? reference.column.key : columnKey;
    const column = key === undefined ? undefined : block.columns.get(key);
    const table = reference && this.settings.placement.tables.get(reference.table.key);
    if (column === undefined || !table) return;
    this.calculation.column(relation.code, codedRows(block), ({ id, row }, result) => {
      const verdict = verdicts.find(({ binding }) => binding.rowId === id);
      if (!verdict) return { value: "" };
      const cell = rowResult(relation, verdict, guard, this.settings, CALCULATION_SHEET);
      this.marks.push({ result, value: cell.value, cells: [{ sheet: table.sheet, row, column }] });
      return cell;
    });
  }

  /** 合计 of one column: the five cells of a scalar, folded into a line of the 计算 sheet. */
  private addScalarLine(
    relation: Relation,
    verdict: Verdict | undefined,
    columnKey: string | undefined,
    tables: readonly PlacedTable[],
  ): number {
    const guard = this.guardOf(relation, tables);
    const row = this.calculation.upcomingRow;
    const place = { sheet: CALCULATION_SHEET, row, columns: ["K", "L", "M", "N"] };
    const line = scalarLine(relation, verdict, guard, this.settings, place, columnKey);
    const at = (letter: string) => `$${letter}$${String(row)}`;
    const heading = relationReferences(relation.comparing)[0]?.block.columns.find(
      ({ key }) => key === columnKey,
    );
    const is = (word: string) => ({
      value: line.result.value === word ? 1 : 0,
      formula: `(${at("J")}="${word}")*1`,
    });
    const tail = verdict?.state === "failed" || verdict?.state === "roundingTail";
    this.calculation.addLine([
      { value: relation.code },
      { value: heading?.definition.heading.join("·") ?? "" },
      {
        value: line.result.value === RESULT.notApplicable ? 0 : 1,
        formula: `(${at("J")}<>"${RESULT.notApplicable}")*1`,
      },
      is(RESULT.undetermined),
      is(RESULT.failed),
      is(RESULT.roundingTail),
      { value: tail ? (verdict.difference?.abs().toNumber() ?? 0) : 0, formula: gapFormula(row) },
      { value: "" },
      { value: "合计" },
      line.result,
      line.left,
      line.right,
      line.difference,
      line.allowed,
    ]);
    this.marks.push({
      result: this.calculation.cell("J", row),
      value: line.result.value,
      cells: this.singleCells(relation, columnKey),
    });
    return row;
  }

  private worstPlace(relation: Relation, verdicts: readonly Verdict[], biggest: number): string {
    if (biggest === 0) return "";
    const columns = columnsOf(relation);
    const candidates = verdicts.filter(
      ({ difference, state }) =>
        (state === "failed" || state === "roundingTail") &&
        difference?.abs().toNumber() === biggest,
    );
    const column = columns.find((key) =>
      candidates.some(({ binding }) => binding.columnKey === key),
    );
    const worst = candidates.filter(({ binding }) => binding.columnKey === column).at(-1);
    if (!worst) return "";
    const heading = relationReferences(relation.comparing)[0]?.block.columns.find(
      ({ key }) => key === column,
    );
    const { rowId } = worst.binding;
    const label =
      rowId === undefined
        ? "合计"
        : rowBlock(relation, this.settings.placement).block.rows.find(({ id }) => id === rowId)
            ?.label;
    return `${label ?? ""} ${heading?.definition.heading.join("·") ?? ""}`;
  }

  private guardOf(relation: Relation, tables: readonly PlacedTable[]): string {
    const looksUpCodes = relationReferences(relation.comparing).some(
      ({ row }) =>
        row.kind === "children" ||
        row.kind === "roots" ||
        (row.kind === "each" && row.scope !== "rows"),
    );
    // The form has rates of four decimals, and its lists end where they are printed.
    const guards = tables
      .filter(({ table }) => table.definition.role !== "evaluation")
      .map((table) => this.calculation.guardOf(table));
    if (guards.length === 0) return "FALSE";
    const parts = guards.flatMap(({ unchecked, codes }) =>
      looksUpCodes && codes !== undefined ? [unchecked, codes] : [unchecked],
    );
    return `SUM(${parts.join(",")})>0`;
  }

  /** The single cells that the relation names, in tables whose rows are fixed or in 合计. */
  private singleCells(relation: Relation, columnKey: string | undefined) {
    return relationReferences(relation.comparing).flatMap((reference) => {
      if (isMany(reference.row) || reference.row.kind === "each") return [];
      const placed = this.settings.placement.tables.get(reference.table.key);
      const block = placed?.blocks[reference.block.index];
      const key = reference.column.kind === "column" ? reference.column.key : columnKey;
      const column = key === undefined ? undefined : block?.columns.get(key);
      const { row } = reference;
      const id = row.kind === "row" ? row.id : row.kind === "code" ? `#${row.code}` : "";
      const fixed = block?.block.rows.some((each) => each.id === id) === true;
      const found = block?.rows.find((each) => each.id === id);
      if (!placed || column === undefined || !found || !fixed) return [];
      return [{ sheet: placed.sheet, row: found.row, column }];
    });
  }

  private words(relation: Relation): void {
    this.put(this.row, 1, relation.code, "audit.code");
    const words = relationWords(relation);
    this.put(this.row, 2, words, "audit.text");
    const room = columnPoints(WIDTHS[1]) - CELL_PADDING;
    this.rowHeights.set(this.row, Math.max(18, textHeight(words, room, AUDIT_FONT_SIZE)));
  }

  private put(
    row: number,
    column: number,
    value: PlannedCell["value"],
    style: string,
    formula?: string,
  ): void {
    this.cells.push({ row, column, value, style, ...(formula === undefined ? {} : { formula }) });
  }
}

function gapFormula(row: number): string {
  const result = `$J$${String(row)}`;
  return `IF(OR(${result}="${RESULT.failed}",${result}="${RESULT.roundingTail}"),ABS($M$${String(row)}),0)`;
}

function tablesOf(relation: Relation, placement: Placement): PlacedTable[] | undefined {
  const tables = new Set<PlacedTable>();
  const condition = relation.when ? referencesOf(relation.when) : [];
  for (const { table } of [...relationReferences(relation.comparing), ...condition]) {
    const placed = placement.tables.get(table.key);
    if (!placed) return undefined;
    tables.add(placed);
  }
  return [...tables];
}
