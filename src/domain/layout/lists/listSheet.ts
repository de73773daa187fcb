import type { Decimal } from "decimal.js";
import type { CellRange } from "../../workbook/cellAddress";
import type { CellValue } from "../../workbook/workbookSnapshot";
import type { CellStyle, PageSetup, PlannedCell, SheetPlan } from "../../workbook/writePlan";
import { columnPoints, textHeight } from "../textHeight";
import { keptMinus } from "./keptMinus";
import { splitText } from "./splitText";

const FONT = "宋体";
const SIZE = 10;
const TITLE_HEIGHT = 28;
const LINE_HEIGHT = 18;
/** Padding and indent, in points, and a character that punctuation may take along to the next line. */
const PADDING = 15 + SIZE;
/** Between a text and the lines above and below it, in points. */
const BORDER_ROOM = 5;
/** Beside the digits of a figure, in characters. */
const FIGURE_ROOM = 3;
/** In points: Excel takes 409, and a row too tall for the rest of a page leaves it empty. */
const TALLEST = 160;
const MOST_DECIMALS = 6;

const TEXT: CellStyle = { fontName: FONT, fontSize: SIZE, vertical: "middle" };
const CELL: CellStyle = { ...TEXT, border: "thin" };

/** Of all lists that are printed for the file. */
export const LIST_STYLES: ReadonlyMap<string, CellStyle> = new Map<string, CellStyle>([
  ["list.title", { ...TEXT, fontSize: 16, bold: true, horizontal: "center" }],
  ["list.line", { ...TEXT, wrap: true }],
  ["list.strong", { ...TEXT, wrap: true, bold: true }],
  ["list.head", { ...CELL, bold: true, horizontal: "center", wrap: true, fill: "F2F2F2" }],
  ["list.text", { ...CELL, horizontal: "left", indent: 1, wrap: true }],
  ["list.word", { ...CELL, horizontal: "center", wrap: true }],
  ["list.rate", { ...CELL, horizontal: "center", numberFormat: "0.00%" }],
  ...Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals): [string, CellStyle] => [
    `list.figure.${String(decimals)}`,
    {
      ...CELL,
      horizontal: "right",
      indent: 1,
      numberFormat: decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`,
    },
  ]),
]);

export interface ListColumn {
  readonly heading: string;
  /** In characters; figures get more where they need it. */
  readonly width: number;
  /** text: at the left, words that wrap · word: one word or number, centred. Figures stand at the right anyway. */
  readonly look: "text" | "word";
}

/** A figure with the decimals that are printed. */
export interface ListFigure {
  readonly amount: Decimal;
  readonly decimals: number;
}

/** Follows from other cells; a formula without "=". */
export interface ListFormula {
  readonly formula: string;
  /** Its result as it stands. */
  readonly value: CellValue;
  /** Decimals of an amount; as its column looks where left out. */
  readonly format?: number | "rate";
}

export type ListCell = string | number | ListFigure | ListFormula | undefined;

/** A printed list: A4, its headings on each page, every text whole, no figure as ####. */
export class ListSheet {
  private readonly cells: PlannedCell[] = [];
  private readonly merges: CellRange[] = [];
  private readonly heights = new Map<number, number>();
  private readonly widths: number[];
  private readonly rows: (readonly ListCell[])[] = [];
  private readonly closing: string[] = [];
  private next = 1;
  private headRow = 0;

  constructor(
    private readonly name: string,
    private readonly orientation: PageSetup["orientation"],
    private readonly columns: readonly ListColumn[],
  ) {
    this.widths = columns.map(({ width }) => width);
  }

  title(text: string): void {
    this.across(text, "list.title", TITLE_HEIGHT);
  }

  /** Above the headings, over all columns. */
  line(text: string, style: "list.line" | "list.strong" = "list.line"): void {
    this.across(text, style);
  }

  row(cells: readonly ListCell[]): void {
    this.rows.push(cells);
    cells.forEach((cell, index) => {
      if (typeof cell !== "object" || "formula" in cell) return;
      const digits = printed(cell).length + FIGURE_ROOM;
      this.widths[index] = Math.max(this.widths[index] ?? 0, digits);
    });
  }

  /** Where the first row will stand, once the lines above are written. */
  get firstRow(): number {
    return this.next + 1;
  }

  /** Below the rows, over all columns. */
  closingLine(text: string): void {
    this.closing.push(text);
  }

  plan(): SheetPlan {
    this.headRow = this.next;
    this.put(this.columns.map(({ heading }) => ({ value: heading, style: "list.head" })));
    this.heights.set(this.headRow, this.heightOf(this.columns.map(({ heading }) => heading)));
    this.next += 1;
    for (const row of this.rows) this.writeRow(row);
    for (const text of this.closing) this.across(text, "list.line");
    const bottom = Math.max(this.next - 1, this.headRow);
    return {
      name: this.name,
      visibility: "visible",
      cells: this.cells,
      merges: this.merges,
      columnWidths: new Map(this.widths.map((width, index) => [index + 1, width])),
      rowHeights: this.heights,
      hiddenColumns: [],
      hiddenRows: [],
      pageSetup: {
        orientation: this.orientation,
        fitToWidth: 1,
        fitToHeight: 0,
        printArea: { top: 1, left: 1, bottom, right: this.columns.length },
        titleRows: { first: this.headRow, last: this.headRow },
        centerHorizontally: true,
        pageNumbers: true,
      },
      freeze: { rows: this.headRow, columns: 0 },
      conditionalFormats: [],
      validations: [],
    };
  }

  /** A text too tall for one row goes on in the next ones. */
  private writeRow(row: readonly ListCell[]): void {
    const parts = row.map((cell, index) =>
      typeof cell === "string"
        ? splitText(keptMinus(cell), this.roomIn(index), SIZE, TALLEST)
        : [cell],
    );
    const count = Math.max(...parts.map(({ length }) => length));
    for (let part = 0; part < count; part += 1) {
      const cells = parts.map((own) => own[part]);
      this.put(cells.map((cell, index) => this.planned(cell, index)));
      this.heights.set(this.next, this.heightOf(cells.map(wordsOf)));
      this.next += 1;
    }
  }

  private planned(cell: ListCell, index: number): Pick<PlannedCell, "value" | "formula" | "style"> {
    const look = `list.${this.columns[index]?.look ?? "text"}`;
    if (typeof cell === "object" && "formula" in cell) {
      const { formula, value, format } = cell;
      const style =
        format === undefined
          ? look
          : format === "rate"
            ? "list.rate"
            : `list.figure.${String(Math.min(format, MOST_DECIMALS))}`;
      return { value, formula, style };
    }
    if (typeof cell === "object") {
      const decimals = Math.min(cell.decimals, MOST_DECIMALS);
      return { value: cell.amount.toNumber(), style: `list.figure.${String(decimals)}` };
    }
    return { value: cell ?? "", style: look };
  }

  private across(text: string, style: string, height?: number): void {
    const right = this.columns.length;
    const room = this.widths.reduce((sum, width) => sum + columnPoints(width), -PADDING);
    this.put([{ value: text, style }]);
    this.merges.push({ top: this.next, left: 1, bottom: this.next, right });
    this.heights.set(this.next, height ?? Math.max(LINE_HEIGHT, textHeight(text, room, SIZE)));
    this.next += 1;
  }

  private put(cells: readonly Pick<PlannedCell, "value" | "formula" | "style">[]): void {
    cells.forEach((cell, index) => {
      this.cells.push({ row: this.next, column: index + 1, ...cell });
    });
  }

  private heightOf(texts: readonly string[]): number {
    const heights = texts.map((text, index) => textHeight(text, this.roomIn(index), SIZE));
    return Math.max(LINE_HEIGHT, Math.max(...heights) + BORDER_ROOM);
  }

  private roomIn(index: number): number {
    return columnPoints(this.widths[index] ?? 0) - PADDING;
  }
}

function wordsOf(cell: ListCell): string {
  const value = typeof cell === "object" && "formula" in cell ? cell.value : cell;
  return typeof value === "string" ? value : "";
}

function printed({ amount, decimals }: ListFigure): string {
  return amount.toFixed(decimals).replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/gu, ",");
}
