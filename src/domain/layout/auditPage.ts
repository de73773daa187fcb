import type { Relation } from "../checking/relation";
import { relationWords } from "../checking/relationWords";
import { withinLimits } from "../expression/print/limits";
import { AUDIT_SHEET } from "../workbook/resultSheets";
import type { CellValue } from "../workbook/workbookSnapshot";
import type { PlannedCell, SheetPlan } from "../workbook/writePlan";
import { type NativeCell } from "./auditLines";
import { RESULT } from "./resultWords";
import { AUDIT_FONT_SIZE, RESULT_FORMATS } from "./auditStyles";
import { columnPoints, textHeight } from "./textHeight";

export const FIRST_AUDIT_ROW = 4;
const WIDTHS = [8, 62, 14, 14, 12, 10, 12, 26] as const;
const HEADS = ["编号", "审核关系", "左方", "右方", "差额", "允许尾差", "结果", "位置"] as const;
const CELL_PADDING = 18;
const FIRST_FIGURE = 3;
const RESULT_COLUMN = 7;
const PLACE_COLUMN = 8;
export const AUDIT_WIDTH = HEADS.length;
const COUNTED = [
  RESULT.failed,
  RESULT.undetermined,
  RESULT.roundingTail,
  RESULT.passed,
  RESULT.notApplicable,
] as const;

/** What one relation shows: both sides, the difference and what is allowed; the result; where. */
export interface AuditRow {
  /** Without them the four cells stay blank. */
  readonly figures?: readonly NativeCell[];
  readonly result: NativeCell;
  readonly place: NativeCell;
}

/** The sheet as it prints: a heading, a line of counts, and a row for each relation. */
export class AuditPage {
  private readonly cells: PlannedCell[] = [];
  private readonly rowHeights = new Map<number, number>();
  private next = FIRST_AUDIT_ROW;
  private hasAdvice = false;

  constructor() {
    for (const [index, head] of HEADS.entries())
      this.put(FIRST_AUDIT_ROW - 1, index + 1, { value: head }, "audit.head");
  }

  /** The row that comes next. */
  get row(): number {
    return this.next;
  }

  /** Throws where a formula is too long or too deep, and adds nothing then. */
  add(relation: Relation, { figures = [], result, place }: AuditRow): void {
    for (const { formula } of [...figures, result, place]) {
      if (formula !== undefined) withinLimits(formula);
    }
    const { row } = this;
    if (relation.level === "advice") this.hasAdvice = true;
    const words = relationWords(relation);
    const room = columnPoints(WIDTHS[1]) - CELL_PADDING;
    this.rowHeights.set(row, Math.max(18, textHeight(words, room, AUDIT_FONT_SIZE)));
    this.put(row, 1, { value: relation.code }, "audit.code");
    this.put(row, 2, { value: words }, "audit.text");
    for (let column = FIRST_FIGURE; column < RESULT_COLUMN; column += 1) {
      this.put(row, column, figures[column - FIRST_FIGURE] ?? { value: null }, "audit.figure");
    }
    this.put(row, RESULT_COLUMN, result, "audit.result");
    this.put(row, PLACE_COLUMN, place, "audit.text");
    this.next += 1;
  }

  plan(): SheetPlan {
    const bottom = Math.max(this.row - 1, FIRST_AUDIT_ROW);
    const results = { top: FIRST_AUDIT_ROW, left: RESULT_COLUMN, bottom, right: RESULT_COLUMN };
    return {
      name: AUDIT_SHEET,
      visibility: "visible",
      cells: [
        { row: 1, column: 1, value: "审核（随填随算）", style: "audit.title" },
        { row: 2, column: 1, ...this.summary(bottom), style: "audit.summary" },
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
      freeze: { rows: FIRST_AUDIT_ROW - 1, columns: 0 },
      pageSetup: {
        orientation: "landscape",
        fitToWidth: 1,
        fitToHeight: 0,
        printArea: { top: 1, left: 1, bottom, right: HEADS.length },
        titleRows: { first: FIRST_AUDIT_ROW - 1, last: FIRST_AUDIT_ROW - 1 },
        centerHorizontally: true,
      },
      conditionalFormats: RESULT_FORMATS.map(([word, style]) => ({
        range: results,
        formula: `$G${String(FIRST_AUDIT_ROW)}="${word}"`,
        style,
      })),
      validations: [],
    };
  }

  /** How many relations came to what; 提示, and what only the pane checks, where there is any. */
  private summary(bottom: number): NativeCell {
    const results = this.cells.filter(({ column }) => column === RESULT_COLUMN);
    const counted = (word: CellValue) => results.filter(({ value }) => value === word).length;
    const seldom = [
      ...(this.hasAdvice ? [RESULT.advice] : []),
      ...(counted(RESULT.relationFault) > 0 ? [RESULT.relationFault] : []),
    ];
    const words = [...COUNTED, ...seldom];
    const range = `$G$${String(FIRST_AUDIT_ROW)}:$G$${String(bottom)}`;
    return {
      value: words.map((word) => `${word} ${String(counted(word))} 条`).join("　"),
      formula: words.map((word) => `"${word} "&COUNTIF(${range},"${word}")&" 条"`).join('&"　"&'),
    };
  }

  private put(row: number, column: number, cell: NativeCell, style: string): void {
    this.cells.push({ row, column, ...cell, style });
  }
}
