import { type CellRange, MAX_COLUMN } from "../../domain/workbook/cellAddress";
import { WorkbookError, type WorkbookSnapshot } from "../../ports/workbookPorts";
import type { GuardedMarkup } from "../guard/guardWorkbook";
import type { SheetCells } from "../guard/sheetCells";
import { parseFigure } from "../guard/shownNumber";
import { SnapshotBuilder } from "../guard/snapshotBuilder";
import { walkXml, type XmlAttributes, type XmlVisitor } from "../guard/xmlWalk";
import { ASIDE, isOn } from "./wordMarkup";

/** As Word limits them; wider spans are written by nobody. */
const WIDEST = 63;
/** Lines of a cover, as far as anybody looks for the year and the unit's name. */
const COVER_LINES = 40;
/** Title, table number and unit above a table; notes below it. What lies between two tables may be either. */
const LINES_ABOVE = 12;
const LINES_BELOW = 20;
const LONGEST_LINE = 2_000;

interface OpenSheet {
  readonly number: number;
  readonly cells: SheetCells;
  /** The last row that is taken. */
  row: number;
}

interface ReadCell {
  readonly left: number;
  readonly right: number;
  readonly merge: OpenCell["merge"];
  readonly text: string;
}

interface OpenRow {
  column: number;
  isDeleted: boolean;
  readonly cells: ReadCell[];
}

interface OpenCell {
  width: number;
  merge: "starts" | "goesOn" | undefined;
  readonly lines: string[];
}

class DocumentVisitor implements XmlVisitor {
  readonly workbook = new SnapshotBuilder();
  tables = 0;
  private sheet: OpenSheet | undefined;
  /** Since the last table, or the document's start. */
  private lines: string[] = [];
  /** Tables that lie in cells of others are text of their cells. */
  private depth = 0;
  private row: OpenRow | undefined;
  private cell: OpenCell | undefined;
  /** By first column: areas that go on in the row below. */
  private readonly tall = new Map<number, CellRange>();
  private paragraph = "";
  private aside = 0;
  private isText = false;
  private isHidden = false;
  private isRowProperties = false;

  open(name: string, attributes: XmlAttributes): void {
    if (this.aside > 0) {
      this.aside += 1;
      return;
    }
    if (this.isRowProperties && name === "del" && this.row && this.depth === 1) {
      this.row.isDeleted = true;
    }
    if (ASIDE.has(name)) {
      this.aside = 1;
      return;
    }
    switch (name) {
      case "p":
        this.endLine();
        return;
      case "t":
        this.isText = true;
        return;
      case "tab":
        this.add("\t");
        return;
      case "br":
      case "cr":
        this.add("\n");
        return;
      case "noBreakHyphen":
        this.add("-");
        return;
      case "vanish":
        this.isHidden = isOn(attributes);
        return;
      case "tbl":
        this.openTable();
        return;
      default:
        if (this.depth === 1) this.openInTable(name, attributes);
    }
  }

  text(text: string): void {
    if (this.aside === 0 && this.isText) this.add(text);
  }

  close(name: string): void {
    if (this.aside > 0) {
      this.aside -= 1;
      return;
    }
    switch (name) {
      case "t":
        this.isText = false;
        return;
      case "r":
        this.isHidden = false;
        return;
      case "p":
        this.endLine();
        return;
      case "tbl":
        this.closeTable();
        return;
      default:
        if (this.depth === 1) this.closeInTable(name);
    }
  }

  finish(): WorkbookSnapshot {
    if (this.tables === 0) throw new WorkbookError("notAWorkbook", "docxWithoutTables");
    this.endSheet();
    return this.workbook.finish();
  }

  private add(text: string): void {
    if (!this.isHidden) this.paragraph += text;
  }

  private endLine(): void {
    const written = this.paragraph;
    this.paragraph = "";
    const lines = written.split("\n").filter((line) => line.trim() !== "");
    if (this.cell) this.cell.lines.push(...lines);
    else if (this.depth === 0) this.lines.push(...lines.map((line) => line.slice(0, LONGEST_LINE)));
  }

  private openTable(): void {
    this.endLine();
    this.depth += 1;
    if (this.depth > 1) return;
    this.tables += 1;
    // Parts of one table, a blank row between them.
    if (this.sheet && this.lines.length === 0) this.sheet.row += 1;
    else this.openSheet();
  }

  private closeTable(): void {
    this.depth -= 1;
    if (this.depth === 0) for (const left of [...this.tall.keys()]) this.endTall(left);
  }

  private openSheet(): void {
    const above = this.lines.slice(-LINES_ABOVE);
    if (this.tables === 1) this.addCover(this.lines.slice(0, -LINES_ABOVE));
    this.endSheet();
    this.sheet = { number: this.tables, cells: this.workbook.startSheet(), row: 0 };
    placeLines(this.sheet, above);
    this.lines = [];
  }

  private addCover(lines: readonly string[]): void {
    if (lines.length === 0) return;
    const cover = { number: 0, cells: this.workbook.startSheet(), row: 0 };
    placeLines(cover, lines.slice(0, COVER_LINES));
    this.workbook.endSheet(cover.cells, "文首", "visible");
  }

  private endSheet(): void {
    const { sheet } = this;
    if (!sheet) return;
    placeLines(sheet, this.lines.slice(0, LINES_BELOW));
    this.workbook.endSheet(sheet.cells, `第${String(sheet.number)}个表格`, "visible");
    this.sheet = undefined;
  }

  private openInTable(name: string, attributes: XmlAttributes): void {
    const { row, cell } = this;
    if (name === "tr") this.row = { column: 0, isDeleted: false, cells: [] };
    else if (name === "trPr") this.isRowProperties = true;
    else if (name === "gridBefore" && row) row.column = countIn(attributes);
    else if (name === "tc") this.cell = { width: 1, merge: undefined, lines: [] };
    else if (name === "gridSpan" && cell) cell.width = Math.max(1, countIn(attributes));
    else if (name === "vMerge" && cell) {
      cell.merge = attributes.get("val") === "restart" ? "starts" : "goesOn";
    }
  }

  private closeInTable(name: string): void {
    if (name === "trPr") this.isRowProperties = false;
    else if (name === "tc" && this.cell) this.closeCell(this.cell);
    else if (name === "tr" && this.row) this.closeRow(this.row);
  }

  private closeCell({ width, merge, lines }: OpenCell): void {
    this.endLine();
    this.cell = undefined;
    const { row, sheet } = this;
    if (!row || !sheet) throw new WorkbookError("damaged", "cell outside of a table");
    const left = row.column + 1;
    row.column += width;
    if (row.column > MAX_COLUMN) throw new WorkbookError("hostile", "columns of a table");
    sheet.cells.reserve(width);
    const text = lines.join("\n").replace(/[ \t]*\n[ \t]*/gu, "\n");
    row.cells.push({ left, right: row.column, merge, text: text.trim() });
  }

  private closeRow({ cells, isDeleted }: OpenRow): void {
    this.row = undefined;
    const { sheet } = this;
    if (!sheet || isDeleted) return;
    sheet.row += 1;
    const { row } = sheet;
    for (const { left, right, merge, text } of cells) {
      const above = this.tall.get(left);
      if (merge === "goesOn" && above) {
        this.tall.set(left, { ...above, bottom: row });
        continue;
      }
      this.endTall(left);
      const range = { top: row, left, bottom: row, right };
      if (text !== "") sheet.cells.place({ row, column: left }, parseFigure(text) ?? text);
      if (merge === "starts") this.tall.set(left, range);
      else if (right > left) sheet.cells.addMerge(range);
    }
  }

  private endTall(left: number): void {
    const area = this.tall.get(left);
    this.tall.delete(left);
    if (area && (area.bottom > area.top || area.right > area.left)) {
      this.sheet?.cells.addMerge(area);
    }
  }
}

function placeLines(sheet: OpenSheet, lines: readonly string[]): void {
  for (const line of lines) {
    sheet.row += 1;
    const { row, cells } = sheet;
    line.split("\t").forEach((part, index) => {
      const text = part.trim();
      if (text !== "" && index < WIDEST) cells.place({ row, column: index + 1 }, text);
    });
  }
}

function countIn(attributes: XmlAttributes): number {
  const count = Number(attributes.get("val"));
  return Number.isInteger(count) && count > 0 ? Math.min(WIDEST, count) : 0;
}

/** Every table of a Word document as a sheet, with the lines around it as rows. */
export function readDocx({ text }: GuardedMarkup<"docx">): WorkbookSnapshot {
  const visitor = new DocumentVisitor();
  walkXml(text, visitor);
  return visitor.finish();
}
