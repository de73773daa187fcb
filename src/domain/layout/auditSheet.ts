import { quoteSheetName } from "../workbook/cellAddress";
import { AUDIT_SHEET, CALCULATION_SHEET } from "../workbook/resultSheets";
import type { SheetPlan } from "../workbook/writePlan";
import { relationReferences, type Relation } from "../checking/relation";
import type { Verdict } from "../checking/verdict";
import type { PlacedTable, Placement } from "../disclosure/placement";
import { codedRows, type VectorFrame } from "../expression/print/vector";
import { referencesOf, type Reference } from "../expression/expression";
import type { Binding } from "../expression/scope";
import { isMany } from "../expression/write";
import { PrintError } from "../expression/print/area";
import {
  columnsOf,
  headingOf,
  largestGap,
  lineResult,
  rowBlock,
  rowResult,
  rowsLine,
  scalarLine,
  type LineSettings,
  type NativeCell,
} from "./auditLines";
import { failedWord, RESULT } from "./resultWords";
import { AuditPage } from "./auditPage";
import type { ResultMark } from "./resultMark";
import { CalculationSheet } from "./calculationSheet";

const LETTERS = ["C", "D", "E", "F"] as const;
const TABLE_CHANGED = "表的行列变了，请更新审核表";
const NOTHING: NativeCell = { value: null };

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
  private readonly page = new AuditPage();
  private readonly marks: ResultMark[] = [];
  private readonly paneOnly: PaneOnly[] = [];

  constructor(private readonly settings: LineSettings) {
    this.calculation = new CalculationSheet(settings.placement, settings.valueAt, settings.listed);
  }

  add(relation: Relation, verdicts: readonly Verdict[]): void {
    const tables = tablesOf(relation, this.settings.placement);
    if (!tables) return;
    try {
      const reason = this.settings.listed?.reasonAgainst(tables);
      if (reason !== undefined) throw new PrintError(reason);
      if (relation.each.rows === undefined && !relation.each.columns) {
        this.addScalar(relation, verdicts[0], tables);
      } else {
        this.addLines(relation, verdicts, tables);
      }
    } catch (error) {
      if (!(error instanceof PrintError)) throw error;
      this.paneOnly.push({ relation, reason: error });
      const result = { value: RESULT.relationFault };
      this.page.add(relation, { result, place: { value: error.message } });
    }
  }

  plans(): AuditSheets {
    return {
      audit: this.page.plan(),
      calculation: this.calculation.plan(this.marks),
      marks: this.marks,
      paneOnly: this.paneOnly,
    };
  }

  private addScalar(
    relation: Relation,
    verdict: Verdict | undefined,
    tables: readonly PlacedTable[],
  ): void {
    const { row } = this.page;
    const place = { sheet: AUDIT_SHEET, row, columns: LETTERS };
    const line = scalarLine(
      relation,
      verdict,
      this.guardOf(relation, tables),
      this.settings,
      place,
    );
    this.page.add(relation, {
      figures: [line.left, line.right, line.difference, line.allowed],
      result: line.result,
      place: this.placeCell(relation, tables, NOTHING),
    });
    this.marks.push({
      result: `${quoteSheetName(AUDIT_SHEET)}!$G$${String(row)}`,
      value: line.result.value,
      cells: this.singleCells(relation, {}),
    });
  }

  private addLines(
    relation: Relation,
    verdicts: readonly Verdict[],
    tables: readonly PlacedTable[],
  ): void {
    const lines = columnsOf(relation).flatMap((columnKey) => {
      const own = verdicts.filter(({ binding }) => binding.columnKey === columnKey);
      return this.settings.listed
        ? own.map((verdict) => this.addScalarLine(relation, verdict, verdict.binding, tables))
        : [this.addLine(relation, own, columnKey, tables)];
    });
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) {
      this.addNothing(relation, tables);
      return;
    }
    const range = (letter: string) =>
      `${quoteSheetName(CALCULATION_SHEET)}!$${letter}$${String(first)}:$${letter}$${String(last)}`;
    const result = lineResult(verdicts);
    const at = `$E$${String(this.page.row)}`;
    const biggest = Math.max(0, ...this.linesOf(relation, verdicts).map(largestGap));
    const label = `INDEX(${range("I")},MATCH(${at},${range("G")},0))`;
    const heading = `INDEX(${range("B")},MATCH(${at},${range("G")},0))`;
    this.page.add(relation, {
      figures: [NOTHING, NOTHING, { value: biggest, formula: `MAX(${range("G")})` }],
      result: { value: result, formula: foldedResult(range("J"), relation) },
      place: this.placeCell(relation, tables, {
        value: this.worstPlace(relation, verdicts, biggest),
        formula: `IF(${at}=0,"",IFERROR(${label}&" "&${heading},""))`,
      }),
    });
  }

  /** A table without codes, until it gets some. */
  private addNothing(relation: Relation, tables: readonly PlacedTable[]): void {
    const { undetermined, notApplicable } = RESULT;
    const formula = `IF(${this.guardOf(relation, tables)},"${undetermined}","${notApplicable}")`;
    const result = { value: notApplicable, formula };
    this.page.add(relation, { result, place: this.placeCell(relation, tables, NOTHING) });
  }

  /** Beside tables of a person's own also why a check is off: nobody else tells without the pane. */
  private placeCell(
    relation: Relation,
    tables: readonly PlacedTable[],
    { value, formula }: NativeCell,
  ): NativeCell {
    if (!this.settings.listed) return formula === undefined ? { value } : { value, formula };
    const guard = this.guardOf(relation, tables);
    return { value: value ?? "", formula: `IF(${guard},"${TABLE_CHANGED}",${formula ?? '""'})` };
  }

  private addLine(
    relation: Relation,
    verdicts: readonly Verdict[],
    columnKey: string | undefined,
    tables: readonly PlacedTable[],
  ): number {
    if (relation.each.rows === undefined) {
      return this.addScalarLine(relation, verdicts[0], { columnKey }, tables);
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
    if (frame.labels !== undefined) this.markRows(relation, verdicts, guard, frame, columnKey);
    const counted = guard.replace(">0", "");
    return rowsLine(relation, verdicts, columnKey, frame, counted, this.calculation, this.settings);
  }

  /** Fixed rows are marked one by one, wherever 每类 fails. */
  private markRows(
    relation: Relation,
    verdicts: readonly Verdict[],
    guard: string,
    frame: VectorFrame,
    columnKey: string | undefined,
  ): void {
    const { block } = frame;
    const reference = relationReferences(relation.comparing).find(
      (each) => each.block === block.block,
    );
    const key = reference?.column.kind === "column" ? reference.column.key : columnKey;
    const column = key === undefined ? undefined : block.columns.get(key);
    const table = reference && this.settings.placement.tables.get(reference.table.key);
    if (column === undefined || !table) return;
    this.calculation.column(relation.code, codedRows(block), ({ id, row }, result, index) => {
      const verdict = verdicts.find(({ binding }) => binding.rowId === id);
      if (!verdict) return { value: "" };
      const code = frame.codeCell?.(index);
      const cell = rowResult(relation, verdict, guard, this.settings, CALCULATION_SHEET, code);
      this.marks.push({ result, value: cell.value, cells: [{ sheet: table.sheet, row, column }] });
      return cell;
    });
  }

  /** One row and column, such as 合计: the five cells of a scalar, folded into a line of the 计算 sheet. */
  private addScalarLine(
    relation: Relation,
    verdict: Verdict | undefined,
    binding: Binding,
    tables: readonly PlacedTable[],
  ): number {
    const guard = this.guardOf(relation, tables);
    const row = this.calculation.upcomingRow;
    const place = { sheet: CALCULATION_SHEET, row, columns: ["K", "L", "M", "N"] };
    const line = scalarLine(relation, verdict, guard, this.settings, place, binding);
    const nothing = { value: "" };
    const tail = verdict?.state === "failed" || verdict?.state === "roundingTail";
    this.calculation.addLine([
      { value: relation.code },
      { value: headingOf(relation, binding.columnKey) },
      nothing,
      nothing,
      nothing,
      nothing,
      {
        value: tail ? (verdict.difference?.abs().toNumber() ?? 0) : 0,
        formula: gapFormula(row, relation),
      },
      nothing,
      { value: this.rowName(relation, binding) },
      line.result,
      line.left,
      line.right,
      line.difference,
      line.allowed,
    ]);
    this.marks.push({
      result: this.calculation.cell("J", row),
      value: line.result.value,
      cells: this.singleCells(relation, binding),
    });
    return row;
  }

  /** Verdicts as lines of 计算 hold them. */
  private linesOf(relation: Relation, verdicts: readonly Verdict[]): (readonly Verdict[])[] {
    const columns = columnsOf(relation).map((columnKey) =>
      verdicts.filter(({ binding }) => binding.columnKey === columnKey),
    );
    return this.settings.listed ? columns.flat().map((verdict) => [verdict]) : columns;
  }

  private worstPlace(relation: Relation, verdicts: readonly Verdict[], biggest: number): string {
    if (biggest === 0) return "";
    const worst = this.linesOf(relation, verdicts)
      .map((line) =>
        line
          .filter(
            ({ difference, state }) =>
              (state === "failed" || state === "roundingTail") &&
              difference?.abs().toNumber() === biggest,
          )
          .at(-1),
      )
      .find((verdict) => verdict !== undefined);
    if (!worst) return "";
    const { binding } = worst;
    return `${this.rowName(relation, binding)} ${headingOf(relation, binding.columnKey)}`;
  }

  private rowName(relation: Relation, { rowId, code }: Binding): string {
    if (rowId === undefined) return "合计";
    if (!this.settings.listed) {
      const { rows } = rowBlock(relation, this.settings.placement).block;
      return rows.find(({ id }) => id === rowId)?.label ?? "";
    }
    const rows = relationReferences(relation.comparing).flatMap(({ table, block }) =>
      (this.settings.placement.tables.get(table.key)?.blocks[block.index]?.rows ?? []).filter(
        ({ id }) => id === rowId,
      ),
    );
    return rows.find(({ label }) => label !== "")?.label ?? code ?? "";
  }

  private guardOf(relation: Relation, tables: readonly PlacedTable[]): string {
    const looksUpCodes = relationReferences(relation.comparing).some(
      ({ row }) =>
        row.kind === "children" ||
        row.kind === "roots" ||
        (row.kind === "each" && row.scope !== "rows"),
    );
    // Our form has rates of four decimals, and its lists end where they are printed.
    const isOurs = this.settings.listed === undefined;
    const guards = tables
      .filter(({ table }) => !isOurs || table.definition.role !== "evaluation")
      .map((table) => this.calculation.guardOf(table));
    if (guards.length === 0) return "FALSE";
    const parts = guards.flatMap(({ unchecked, codes }) =>
      looksUpCodes && codes !== undefined ? [unchecked, codes] : [unchecked],
    );
    return `SUM(${parts.join(",")})>0`;
  }

  /** The single cells that the relation names, in tables whose rows are fixed or in 合计. */
  private singleCells(relation: Relation, binding: Binding): ResultMark["cells"] {
    const { listed } = this.settings;
    if (listed) return markedReferences(relation).flatMap((each) => listed.cellsOf(each, binding));
    return relationReferences(relation.comparing).flatMap((reference) => {
      if (isMany(reference.row) || reference.row.kind === "each") return [];
      const placed = this.settings.placement.tables.get(reference.table.key);
      const block = placed?.blocks[reference.block.index];
      const key = reference.column.kind === "column" ? reference.column.key : binding.columnKey;
      const column = key === undefined ? undefined : block?.columns.get(key);
      const { row } = reference;
      const id = row.kind === "row" ? row.id : row.kind === "code" ? `#${row.code}` : "";
      const fixed = block?.block.rows.some((each) => each.id === id) === true;
      const found = block?.rows.find((each) => each.id === id);
      if (!placed || column === undefined || !found || !fixed) return [];
      return [{ sheet: placed.sheet, row: found.row, column }];
    });
  }
}

/** The worst of several lines. */
function foldedResult(results: string, relation: Relation): string {
  const has = (word: string) => `COUNTIF(${results},"${word}")`;
  const { undetermined, notApplicable, roundingTail, passed } = RESULT;
  const failed = failedWord(relation);
  return `IFERROR(IF(${has(undetermined)}>0,"${undetermined}",IF(${has(notApplicable)}=ROWS(${results}),"${notApplicable}",IF(${has(failed)}>0,"${failed}",IF(${has(roundingTail)}>0,"${roundingTail}","${passed}")))),"${undetermined}")`;
}

/** Of a relation over many rows the total alone, or the figure that it begins with. */
function markedReferences({ comparing, each, definesTotal }: Relation): Reference[] {
  const all = relationReferences(comparing);
  const marked =
    each.rows === undefined ? all : definesTotal ? referencesOf(comparing.right) : all.slice(0, 1);
  return marked.filter(({ row }) => !isMany(row));
}

function gapFormula(row: number, relation: Relation): string {
  const result = `$J$${String(row)}`;
  return `IF(OR(${result}="${failedWord(relation)}",${result}="${RESULT.roundingTail}"),ABS($M$${String(row)}),0)`;
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
