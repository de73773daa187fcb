import type { CellRange } from "../../src/domain/workbook/cellAddress";
import type {
  CellValue,
  SheetSnapshot,
  SheetVisibility,
  WorkbookSnapshot,
} from "../../src/domain/workbook/workbookSnapshot";

export interface TsvOptions {
  /** Codes of 3, 5 and 7 digits are text in some files and numbers in others. */
  readonly codes?: "text" | "number";
  /** Heads that only look merged: the same texts, no merged areas. */
  readonly merged?: boolean;
  readonly visibility?: SheetVisibility;
}

/** Sheet name → rows as they print: cells parted by tabs, "<" merged with the left, "^" with the one above. */
export function tsvWorkbook(
  sheets: Readonly<Record<string, string>>,
  options: TsvOptions = {},
): WorkbookSnapshot {
  return { sheets: Object.entries(sheets).map(([name, tsv]) => tsvSheet(name, tsv, options)) };
}

export function tsvSheet(name: string, tsv: string, options: TsvOptions = {}): SheetSnapshot {
  const lines = tsv.replace(/^\n|\n$/gu, "").split("\n");
  const marked = lines.map((line) => (line === "" ? [] : line.split("\t")));
  return {
    id: name,
    name,
    visibility: options.visibility ?? "visible",
    values: marked.map((row) => row.map((cell) => cellValue(cell, options))),
    formulas: new Map(),
    merges: options.merged === false ? [] : mergesOf(marked),
  };
}

function cellValue(cell: string, { codes = "text" }: TsvOptions): CellValue {
  const text = cell.replaceAll("\\n", "\n");
  const plain = text.trim();
  if (plain === "" || plain === "<" || plain === "^") return null;
  if (codes === "text" && /^(?:[0-9]{3}|[0-9]{5}|[0-9]{7})$/u.test(plain)) return plain;
  return /^-?[0-9]+(?:\.[0-9]+)?$/u.test(plain) ? Number(plain) : text;
}

function mergesOf(marked: readonly (readonly string[])[]): CellRange[] {
  const merges: CellRange[] = [];
  marked.forEach((cells, rowIndex) => {
    cells.forEach((cell, columnIndex) => {
      if (cell === "<" || cell === "^") return;
      let right = columnIndex;
      while (cells[right + 1] === "<") right += 1;
      let bottom = rowIndex;
      while (marked[bottom + 1]?.[columnIndex] === "^") bottom += 1;
      if (right === columnIndex && bottom === rowIndex) return;
      merges.push({
        top: rowIndex + 1,
        left: columnIndex + 1,
        bottom: bottom + 1,
        right: right + 1,
      });
    });
  });
  return merges;
}
