import {
  type CellPosition,
  columnName,
  MAX_COLUMN,
  MAX_ROW,
} from "../../domain/workbook/cellAddress";
import { type CellValue, NO_RESULT } from "../../domain/workbook/workbookSnapshot";
import {
  type SheetVisibility,
  WorkbookError,
  type WorkbookSnapshot,
} from "../../ports/workbookPorts";
import { mapUnquoted } from "../guard/formulaText";
import type { GuardedMarkup } from "../guard/guardWorkbook";
import type { SheetCells } from "../guard/sheetCells";
import { SnapshotBuilder } from "../guard/snapshotBuilder";
import { walkXml, type XmlAttributes, type XmlVisitor } from "../guard/xmlWalk";
import { readIsoDate } from "./isoTime";

const VISIBILITIES: Readonly<Record<string, SheetVisibility>> = {
  SheetHidden: "hidden",
  SheetVeryHidden: "veryHidden",
};
const ONE = String.raw`R(\[-?[0-9]+\]|[0-9]+)?C(\[-?[0-9]+\]|[0-9]+)?`;
const R1C1 = new RegExp(`(?<![\\p{L}\\p{N}_.])${ONE}(?![\\p{L}\\p{N}_.(\\[])`, "gu");

function coordinate(text: string | undefined, at: number): [mark: string, number: number] {
  if (text === undefined) return ["", at];
  return text.startsWith("[") ? ["", at + Number(text.slice(1, -1))] : ["$", Number(text)];
}

/** `R[-1]C` in C5 is `C4`; undefined where a reference leaves the sheet or names a whole line. */
function readR1C1(written: string, { row, column }: CellPosition): string | undefined {
  const outside: string[] = [];
  const formula = mapUnquoted(written.replace(/^=/u, ""), (code) =>
    code.replace(R1C1, (reference, rowText: string | undefined, columnText: string | undefined) => {
      const [rowMark, toRow] = coordinate(rowText, row);
      const [columnMark, toColumn] = coordinate(columnText, column);
      if (toRow < 1 || toRow > MAX_ROW || toColumn < 1 || toColumn > MAX_COLUMN) {
        outside.push(reference);
      }
      return `${columnMark}${columnName(toColumn)}${rowMark}${String(toRow)}`;
    }),
  );
  return outside.length === 0 ? formula : undefined;
}

interface OpenSheet {
  readonly name: string;
  readonly cells: SheetCells;
  visibility: SheetVisibility;
}

interface OpenCell {
  readonly at: CellPosition;
  readonly attributes: XmlAttributes;
  type: string | undefined;
  text: string;
}

function damaged(): never {
  throw new WorkbookError("damaged", "cell outside of a sheet");
}

class WorkbookVisitor implements XmlVisitor {
  readonly workbook = new SnapshotBuilder();
  private readonly path: string[] = [];
  private sheet: OpenSheet | undefined;
  private rowSpan = 0;
  private row = 0;
  private column = 0;
  private cell: OpenCell | undefined;
  private visible = "";

  open(name: string, attributes: XmlAttributes): void {
    const parent = this.path.at(-1);
    this.path.push(name);
    if (name === "Worksheet") {
      const cells = this.workbook.startSheet();
      this.sheet = { name: attributes.get("Name") ?? "", cells, visibility: "visible" };
      this.row = 0;
      this.rowSpan = 0;
    } else if (name === "Row" && parent === "Table") {
      this.row = place(attributes, this.row + this.rowSpan + 1, MAX_ROW);
      this.rowSpan = span(attributes, "Span");
      this.column = 0;
    } else if (name === "Cell" && parent === "Row") {
      this.column = place(attributes, this.column + 1, MAX_COLUMN);
      const at = { row: this.row, column: this.column };
      this.cell = { at, attributes, type: undefined, text: "" };
    } else if (name === "Data" && parent === "Cell" && this.cell) {
      this.cell.type = attributes.get("Type") ?? "String";
    } else if (name === "Visible") this.visible = "";
  }

  text(text: string): void {
    if (this.path.at(-1) === "Visible") this.visible += text;
    // Also what is set in bold inside of it; a comment's text lies elsewhere.
    else if (this.cell && this.path.includes("Data") && !this.path.includes("Comment")) {
      this.cell.text += text;
    }
  }

  close(name: string): void {
    this.path.pop();
    const parent = this.path.at(-1);
    if (name === "Cell" && parent === "Row" && this.cell) this.keep(this.cell);
    else if (name === "Visible" && this.sheet) {
      this.sheet.visibility = VISIBILITIES[this.visible.trim()] ?? "visible";
    } else if (name === "Worksheet" && this.sheet) {
      const { cells, name: title, visibility } = this.sheet;
      this.sheet = undefined;
      this.workbook.endSheet(cells, title, visibility);
    }
  }

  private keep({ at, attributes, type, text }: OpenCell): void {
    this.cell = undefined;
    const written = attributes.get("Formula");
    const formula = written === undefined ? undefined : readR1C1(written, at);
    const value = readValue(type, text, written !== undefined);
    const across = span(attributes, "MergeAcross");
    const down = span(attributes, "MergeDown");
    this.column += across;
    if (value === null && formula === undefined && across + down === 0) return;
    const { cells } = this.sheet ?? damaged();
    if (value !== null) cells.place(at, value);
    if (formula !== undefined && formula !== "") cells.placeFormula(at, formula);
    if (across + down === 0) return;
    cells.addMerge({
      top: at.row,
      left: at.column,
      bottom: Math.min(MAX_ROW, at.row + down),
      right: Math.min(MAX_COLUMN, at.column + across),
    });
  }
}

function place(attributes: XmlAttributes, next: number, last: number): number {
  const index = attributes.get("Index");
  const at = index === undefined ? next : Number(index);
  if (!Number.isInteger(at) || at < next || at > last) {
    throw new WorkbookError("hostile", `index ${index ?? String(at)}`);
  }
  return at;
}

function span(attributes: XmlAttributes, name: string): number {
  const count = Number(attributes.get(name) ?? 0);
  if (!Number.isInteger(count) || count < 0) throw new WorkbookError("hostile", name);
  return count;
}

function readValue(type: string | undefined, text: string, hasFormula: boolean): CellValue {
  if (type === undefined || (type !== "String" && text.trim() === "")) {
    return hasFormula ? { error: NO_RESULT } : null;
  }
  switch (type) {
    case "Number": {
      const number = Number(text);
      return Number.isFinite(number) ? number : { error: "#NUM!" };
    }
    case "Boolean":
      return text.trim() === "1";
    case "Error":
      return { error: text.trim() };
    case "DateTime":
      return readIsoDate(text.trim()) ?? text;
    default:
      return text === "" && !hasFormula ? null : text;
  }
}

/** The XML of Excel 2003, which older programs export under the name .xls. */
export function readSpreadsheetXml({ text }: GuardedMarkup<"spreadsheetXml">): WorkbookSnapshot {
  const visitor = new WorkbookVisitor();
  walkXml(text, visitor);
  return visitor.workbook.finish();
}
