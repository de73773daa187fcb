import {
  type CellPosition,
  formatPosition,
  MAX_COLUMN,
  MAX_ROW,
  parsePosition,
  parseRange,
} from "../../domain/workbook/cellAddress";
import { WorkbookError } from "../../ports/workbookPorts";
import { readCellValue } from "./cellValue";
import { FormulaReader, type RawFormula } from "./formulaReader";
import type { SheetCells } from "../guard/sheetCells";
import { TextCollector } from "./sharedStrings";
import { walkXml, type XmlAttributes, type XmlVisitor } from "../guard/xmlWalk";

interface OpenCell {
  readonly at: CellPosition;
  readonly type: string;
  value: string | undefined;
  inlineText: string | undefined;
  formula: RawFormula | undefined;
}

function positionError(text: string): never {
  throw new WorkbookError("hostile", `cell ${text.slice(0, 30)}`);
}

/** Reads cells and merges; column widths, styles and all else of a sheet is not looked at. */
class SheetVisitor implements XmlVisitor {
  private readonly formulas = new FormulaReader();
  private readonly inline = new TextCollector();
  private inData = false;
  private row = 0;
  private column = 0;
  private cell: OpenCell | undefined;
  private collects: "value" | "formula" | "inline" | undefined;

  constructor(
    private readonly strings: readonly string[],
    private readonly cells: SheetCells,
  ) {}

  open(name: string, attributes: XmlAttributes): void {
    if (this.cell) this.openInCell(this.cell, name, attributes);
    else if (name === "c" && this.inData) this.openCell(attributes);
    else if (name === "row" && this.inData) this.openRow(attributes);
    else if (name === "sheetData") this.inData = true;
    else if (name === "mergeCell") this.addMerge(attributes.get("ref") ?? "");
  }

  text(text: string): void {
    if (!this.cell || !this.collects) return;
    if (this.collects === "value") this.cell.value = (this.cell.value ?? "") + text;
    else if (this.collects === "inline") this.inline.add(text);
    else if (this.cell.formula) {
      this.cell.formula = { ...this.cell.formula, text: this.cell.formula.text + text };
    }
  }

  close(name: string): void {
    if (this.cell) this.closeInCell(this.cell, name);
    else if (name === "sheetData") this.inData = false;
  }

  private openRow(attributes: XmlAttributes): void {
    const number = attributes.get("r");
    this.row = number === undefined ? this.row + 1 : Number(number);
    if (!Number.isInteger(this.row) || this.row < 1 || this.row > MAX_ROW) {
      positionError(`row ${number ?? ""}`);
    }
    this.column = 0;
  }

  private openCell(attributes: XmlAttributes): void {
    const reference = attributes.get("r");
    // Some writers leave positions out: the next cell then.
    const at =
      reference === undefined
        ? { row: this.row, column: this.column + 1 }
        : (parsePosition(reference) ?? positionError(reference));
    if (at.row < 1 || at.column > MAX_COLUMN) positionError(formatPosition(at));
    this.row = at.row;
    this.column = at.column;
    this.cell = {
      at,
      type: attributes.get("t") ?? "n",
      value: undefined,
      inlineText: undefined,
      formula: undefined,
    };
  }

  private openInCell(cell: OpenCell, name: string, attributes: XmlAttributes): void {
    if (name === "v") {
      this.collects = "value";
      cell.value ??= "";
    } else if (name === "f") {
      this.collects = "formula";
      cell.formula = {
        text: "",
        shared: attributes.get("t") === "shared" ? attributes.get("si") : undefined,
      };
    } else if (name === "is") this.collects = "inline";
    else if (this.collects === "inline") this.inline.open(name);
  }

  private closeInCell(cell: OpenCell, name: string): void {
    if (name === "c") this.keep(cell);
    else if (name === "is") cell.inlineText = this.inline.take();
    else if (name !== "v" && name !== "f") {
      this.inline.close(name);
      return;
    }
    this.collects = undefined;
  }

  private keep(cell: OpenCell): void {
    this.cell = undefined;
    const formula = cell.formula && this.formulas.read(cell.formula, cell.at);
    const value = readCellValue(cell, formula !== undefined, this.strings);
    if (formula !== undefined) this.cells.placeFormula(cell.at, formula);
    if (value !== null) this.cells.place(cell.at, value);
  }

  private addMerge(reference: string): void {
    const range = parseRange(reference);
    if (!range) throw new WorkbookError("hostile", `merge ${reference.slice(0, 30)}`);
    this.cells.addMerge(range);
  }
}

export function readSheetCells(xml: string, strings: readonly string[], cells: SheetCells): void {
  walkXml(xml, new SheetVisitor(strings, cells));
}
