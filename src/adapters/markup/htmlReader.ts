import { parseFigure } from "../guard/shownNumber";
import type { GuardedMarkup } from "../guard/guardWorkbook";
import type { SheetCells } from "../guard/sheetCells";
import { SnapshotBuilder } from "../guard/snapshotBuilder";
import { MAX_COLUMN, MAX_ROW } from "../../domain/workbook/cellAddress";
import type { CellValue } from "../../domain/workbook/workbookSnapshot";
import { WorkbookError, type WorkbookSnapshot } from "../../ports/workbookPorts";
import { decodeReferences } from "./htmlText";

/** As browsers cut them. */
const WIDEST = 1_000;
const TALLEST = 65_534;
const DEEPEST = 64;
/** What lies between these is not shown. */
const UNSEEN = /^(?:script|style|title|xml|noscript|template|select)$/u;
const TEXT_FORMAT = /(?:mso-number-format|vnd\.ms-excel\.numberformat)\s*:\s*["'\\]*@/iu;
const SHEET_NAME = /<x:Name>([^<]{1,200})<\/x:Name>/iu;

interface OpenTable {
  column: number;
  /** For each column the last row into which a cell above reaches. */
  readonly reach: number[];
}

interface OpenCell {
  readonly attributes: string;
  readonly table: OpenTable;
  text: string;
}

class PageReader {
  readonly workbook = new SnapshotBuilder();
  readonly cells: SheetCells = this.workbook.startSheet();
  hasTable = false;
  private readonly tables: OpenTable[] = [];
  private row = 0;
  private cell: OpenCell | undefined;

  text(text: string): void {
    if (this.cell) this.cell.text += decodeReferences(text.replace(/[ \t\r\n]+/gu, " "));
  }

  tag(name: string, attributes: string, closes: boolean): void {
    switch (name) {
      case "table":
        if (closes) this.closeTable();
        else this.openTable();
        return;
      case "tr":
        this.endCell();
        if (!closes) this.openRow();
        return;
      case "td":
      case "th":
        this.endCell();
        if (!closes) this.openCell(attributes);
        return;
      case "br":
      case "p":
      case "div":
        if (this.cell && this.cell.text.trim() !== "") this.cell.text += "\n";
    }
  }

  finish(): void {
    this.endCell();
  }

  private openTable(): void {
    this.endCell();
    this.hasTable = true;
    if (this.tables.length >= DEEPEST) throw new WorkbookError("hostile", "nested tables");
    // Tables lie one beneath the other, a blank row between them, as Excel shows them.
    if (this.tables.length === 0 && this.row > 0) this.row += 1;
    this.tables.push({ column: 0, reach: [] });
  }

  private closeTable(): void {
    this.endCell();
    this.tables.pop();
  }

  private openRow(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    this.row += 1;
    table.column = 0;
  }

  private openCell(attributes: string): void {
    const table = this.tables.at(-1);
    if (!table) return;
    if (this.row === 0) this.row = 1;
    this.cell = { attributes, table, text: "" };
  }

  private endCell(): void {
    const { cell, row } = this;
    this.cell = undefined;
    if (!cell) return;
    const { table, attributes } = cell;
    let left = table.column + 1;
    while ((table.reach[left] ?? 0) >= row) left += 1;
    const width = Math.min(WIDEST, spanOf(attributes, "colspan"));
    const height = Math.min(TALLEST, spanOf(attributes, "rowspan"), MAX_ROW - row + 1);
    const right = left + width - 1;
    if (right > MAX_COLUMN) throw new WorkbookError("hostile", "columns of a page");
    this.cells.reserve(width);
    for (let column = left; column <= right; column += 1) table.reach[column] = row + height - 1;
    table.column = right;
    const value = readValue(cell);
    if (value !== null) this.cells.place({ row, column: left }, value);
    if (width * height > 1) {
      this.cells.addMerge({ top: row, left, bottom: row + height - 1, right });
    }
  }
}

function attributeOf(attributes: string, name: string): string | undefined {
  const pattern = new RegExp(
    `(?:^|[\\s"'])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`,
    "iu",
  );
  const [, double, single, bare] = pattern.exec(attributes) ?? [];
  return double ?? single ?? bare;
}

function spanOf(attributes: string, name: string): number {
  const count = Number.parseInt(attributeOf(attributes, name) ?? "1", 10);
  return Number.isNaN(count) || count < 1 ? 1 : count;
}

function readValue({ attributes, text }: OpenCell): CellValue {
  const shown = text.replace(/[ \t]*\n[ \t]*/gu, "\n").trim();
  // The figure itself, where Excel wrote the page; the text is its rounding.
  const exact = attributeOf(attributes, "x:num");
  if (exact !== undefined && exact !== "") {
    const number = Number(exact);
    if (Number.isFinite(number)) return number;
  }
  if (shown === "") return null;
  const isText = TEXT_FORMAT.test(attributes) || /\sx:str\b/iu.test(` ${attributes}`);
  return isText ? shown : (parseFigure(shown) ?? shown);
}

/** Where the tag ends that begins here: a ">" in quotes does not count, unless the quote is never closed. */
function tagEnd(page: string, from: number): number {
  const plain = page.indexOf(">", from);
  let at = from;
  while (at < plain + LONGEST_TAG && at < page.length) {
    const letter = page.charAt(at);
    if (letter === ">") return at;
    if (letter === '"' || letter === "'") {
      const close = page.indexOf(letter, at + 1);
      if (close === -1 || close > at + LONGEST_TAG) return plain;
      at = close;
    }
    at += 1;
  }
  return plain;
}

const LONGEST_TAG = 10_000;

function readPage(page: string, reader: PageReader): void {
  let at = 0;
  while (at < page.length) {
    const start = page.indexOf("<", at);
    if (start === -1) return;
    if (start > at) reader.text(page.slice(at, start));
    if (page.startsWith("<!--", start)) {
      const end = page.indexOf("-->", start);
      if (end === -1) return;
      at = end + 3;
      continue;
    }
    const [, slash = "", name = ""] = TAG_NAME.exec(page.slice(start, start + 40)) ?? [];
    if (name === "") {
      const isMarkup = /^<[!?/]/u.test(page.slice(start, start + 2));
      // A "<" that begins nothing is a letter.
      if (!isMarkup) reader.text("<");
      at = isMarkup ? endOr(page, page.indexOf(">", start)) : start + 1;
      continue;
    }
    const end = tagEnd(page, start + 1 + slash.length + name.length);
    if (end === -1) return;
    const word = name.toLowerCase();
    reader.tag(word, page.slice(start + 1 + slash.length + name.length, end), slash !== "");
    at = end + 1;
    if (slash === "" && UNSEEN.test(word) && page.charAt(end - 1) !== "/") {
      const close = new RegExp(`</${word}\\b`, "giu");
      close.lastIndex = at;
      at = close.exec(page)?.index ?? page.length;
    }
  }
}

const TAG_NAME = /^<(\/?)([a-z][a-z0-9:]{0,30})/iu;

function endOr(page: string, at: number): number {
  return at === -1 ? page.length : at + 1;
}

/** The tables of a page saved under the name .xls, which many programs call an export to Excel. */
export function readHtml({ text }: GuardedMarkup<"html">): WorkbookSnapshot {
  const reader = new PageReader();
  readPage(text, reader);
  reader.finish();
  if (!reader.hasTable) throw new WorkbookError("oldFormat", "html");
  const name = decodeReferences(SHEET_NAME.exec(text.slice(0, HEAD))?.[1] ?? "").trim();
  reader.workbook.endSheet(reader.cells, name === "" ? "Sheet1" : name, "visible");
  return reader.workbook.finish();
}

const HEAD = 64 * 1024;
