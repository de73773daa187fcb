import type { GuardedMarkup } from "../guard/guardWorkbook";
import type { SheetCells } from "../guard/sheetCells";
import { SnapshotBuilder } from "../guard/snapshotBuilder";
import { walkXml, type XmlAttributes, type XmlVisitor } from "../guard/xmlWalk";
import { MAX_COLUMN, MAX_ROW } from "../../domain/workbook/cellAddress";
import { type CellValue, NO_RESULT } from "../../domain/workbook/workbookSnapshot";
import { WorkbookError, type WorkbookSnapshot } from "../../ports/workbookPorts";
import { readIsoDate, readIsoDuration } from "./isoTime";
import { readOdsFormula } from "./odsFormula";

interface OpenCell {
  readonly attributes: XmlAttributes;
  readonly isCovered: boolean;
  text: string;
  paragraphs: number;
}

interface OpenTable {
  readonly name: string;
  readonly style: string;
  readonly cells: SheetCells;
}

const ERROR = /^(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)|Err:[0-9]{3})$/u;

/** LibreOffice's own, as it writes them into other formats. */
const OWN_ERRORS: Readonly<Record<string, string>> = { "Err:502": "#VALUE!", "Err:503": "#NUM!" };

/** How often something stands there; what is no number of times is an attack or damage. */
function times(attributes: XmlAttributes, name: string): number {
  const text = attributes.get(name);
  const count = text === undefined ? 1 : Number(text);
  if (!Number.isInteger(count) || count < 1) throw new WorkbookError("hostile", name);
  return count;
}

function damaged(): never {
  throw new WorkbookError("damaged", "cell outside of a table");
}

class ContentVisitor implements XmlVisitor {
  readonly workbook = new SnapshotBuilder();
  private readonly hiddenStyles = new Set<string>();
  private tableStyle = "";
  private table: OpenTable | undefined;
  private row = 0;
  private rowTimes = 1;
  private column = 0;
  private cell: OpenCell | undefined;
  /** Elements in a cell that are not its text: notes, drawings, and tables in them. */
  private aside = 0;
  private paragraph = 0;

  open(name: string, attributes: XmlAttributes): void {
    if (this.aside > 0) this.aside += 1;
    else if (this.cell) this.openInCell(this.cell, name, attributes);
    else if (this.table) this.openInTable(name, attributes);
    else if (name === "table") this.openTable(attributes);
    else if (name === "style") this.openStyle(attributes);
    else if (name === "table-properties" && attributes.get("display") === "false") {
      this.hiddenStyles.add(this.tableStyle);
    }
  }

  text(text: string): void {
    if (this.cell && this.aside === 0 && this.paragraph > 0) {
      // Blanks that count are written as elements of their own.
      this.cell.text += text.replace(/[ \t\r\n]+/gu, " ");
    }
  }

  close(name: string): void {
    if (this.aside > 0) this.aside -= 1;
    else if (this.cell) this.closeInCell(this.cell, name);
    else if (this.table) {
      if (name === "table-row") this.row += this.rowTimes;
      else if (name === "table") this.closeTable(this.table);
    }
  }

  private openStyle(attributes: XmlAttributes): void {
    this.tableStyle = attributes.get("family") === "table" ? (attributes.get("name") ?? "") : "";
  }

  private openTable(attributes: XmlAttributes): void {
    this.table = {
      name: attributes.get("name") ?? "",
      style: attributes.get("style-name") ?? "",
      cells: this.workbook.startSheet(),
    };
    this.row = 1;
  }

  private openInTable(name: string, attributes: XmlAttributes): void {
    if (name === "table-row") {
      this.rowTimes = times(attributes, "number-rows-repeated");
      this.column = 1;
    } else if (name === "table-cell" || name === "covered-table-cell") {
      const isCovered = name === "covered-table-cell";
      this.cell = { attributes, isCovered, text: "", paragraphs: 0 };
    } else if (!TABLE_PARTS.has(name)) this.aside = 1;
  }

  private openInCell(cell: OpenCell, name: string, attributes: XmlAttributes): void {
    if (name === "p" && this.paragraph === 0) {
      if (cell.paragraphs > 0) cell.text += "\n";
      cell.paragraphs += 1;
      this.paragraph = 1;
    } else if (this.paragraph === 0 || ASIDE.has(name)) this.aside = 1;
    else {
      this.paragraph += 1;
      if (name === "s") cell.text += " ".repeat(Math.min(times(attributes, "c"), LONGEST_BLANK));
      else if (name === "tab") cell.text += "\t";
      else if (name === "line-break") cell.text += "\n";
    }
  }

  private closeInCell(cell: OpenCell, name: string): void {
    if (this.paragraph > 0) this.paragraph -= 1;
    else if (name === "table-cell" || name === "covered-table-cell") this.keep(cell);
  }

  private keep(cell: OpenCell): void {
    this.cell = undefined;
    const { attributes } = cell;
    const repeated = times(attributes, "number-columns-repeated");
    const { row, column, rowTimes } = this;
    this.column += repeated;
    const written = attributes.get("formula");
    const value = cell.isCovered ? null : readValue(cell, written !== undefined);
    const formula = cell.isCovered || written === undefined ? undefined : readOdsFormula(written);
    const height = times(attributes, "number-rows-spanned");
    const width = times(attributes, "number-columns-spanned");
    if (value === null && formula === undefined && height * width === 1) return;
    const bottom = row + rowTimes - 1;
    const right = column + repeated - 1;
    if (bottom > MAX_ROW || right > MAX_COLUMN) {
      throw new WorkbookError("hostile", `cells to row ${String(bottom)}, column ${String(right)}`);
    }
    const { cells } = this.table ?? damaged();
    for (let at = { row, column }; at.row <= bottom; at = next(at, column, right)) {
      if (value !== null) cells.place(at, value);
      // What is repeated has no formula of its own: its references would be another's.
      if (formula !== undefined && rowTimes * repeated === 1) cells.placeFormula(at, formula);
      if (height * width === 1) continue;
      cells.addMerge({
        top: at.row,
        left: at.column,
        bottom: Math.min(MAX_ROW, at.row + height - 1),
        right: Math.min(MAX_COLUMN, at.column + width - 1),
      });
    }
  }

  private closeTable(table: OpenTable): void {
    this.table = undefined;
    const visibility = this.hiddenStyles.has(table.style) ? "hidden" : "visible";
    this.workbook.endSheet(table.cells, table.name, visibility);
  }
}

const LONGEST_BLANK = 1_000;
/** What rows lie in. */
const TABLE_PARTS: ReadonlySet<string> = new Set([
  "table-header-rows",
  "table-rows",
  "table-row-group",
]);
/** What may stand inside a paragraph without being its text. */
const ASIDE: ReadonlySet<string> = new Set(["annotation", "note", "frame", "ruby-text"]);

function next(
  { row, column }: { row: number; column: number },
  left: number,
  right: number,
): { row: number; column: number } {
  return column < right ? { row, column: column + 1 } : { row: row + 1, column: left };
}

function readValue({ attributes, text, paragraphs }: OpenCell, hasFormula: boolean): CellValue {
  const shown = attributes.get("string-value") ?? text;
  // Errors stand there as their own words, marked by a second type.
  if (hasFormula && ERROR.test(text)) return { error: OWN_ERRORS[text] ?? text };
  switch (attributes.get("value-type")) {
    case "error":
      return { error: OWN_ERRORS[text] ?? "#VALUE!" };
    case "float":
    case "percentage":
    case "currency":
      return readNumber(attributes.get("value"));
    case "boolean":
      return attributes.get("boolean-value") === "true";
    case "date":
      return readIsoDate(attributes.get("date-value") ?? "") ?? text;
    case "time":
      return readIsoDuration(attributes.get("time-value") ?? "") ?? text;
    case "string":
      return shown === "" && !hasFormula ? null : shown;
    default:
      // A formula that gives an empty text has no type, but an empty paragraph.
      if (hasFormula) return paragraphs > 0 ? text : { error: NO_RESULT };
      return text === "" ? null : text;
  }
}

function readNumber(text: string | undefined): CellValue {
  const number = text === undefined || text.trim() === "" ? NaN : Number(text);
  return Number.isFinite(number) ? number : { error: "#NUM!" };
}

/** The content of an .ods, whose rows and cells stand for as many as they say. */
export function readOds({ text }: GuardedMarkup<"ods">): WorkbookSnapshot {
  const visitor = new ContentVisitor();
  walkXml(text, visitor);
  return visitor.workbook.finish();
}
