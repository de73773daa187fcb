import { figureCellsOf } from "../checking/checks/figureCells";
import type { Disclosure } from "../disclosure/disclosure";
import { cellKey, type CellAddress } from "../workbook/cellAddress";
import type { CellValue, SheetSnapshot } from "../workbook/workbookSnapshot";
import { workingSheets } from "./workingSheets";

/** A cell that readers will see and that is no cell for a figure. */
export interface PublishedCell {
  readonly cell: CellAddress;
  /** In one width. Blank where the cell holds no text. */
  readonly text: string;
  readonly value: CellValue;
  /** What stands at its left in the same row, and right above it. */
  readonly before: string;
  readonly above: string;
}

/** Shown, and none of those that are for work alone. */
export function publishedSheets(disclosure: Disclosure): SheetSnapshot[] {
  const working = new Set(workingSheets(disclosure));
  return disclosure.snapshot.sheets.filter(
    (sheet) => sheet.visibility === "visible" && !working.has(sheet.name),
  );
}

export const publishedCells = (disclosure: Disclosure): PublishedCell[] =>
  textCells(disclosure, publishedSheets(disclosure));

/** The reasons that 补充资料 was given: what is published of it stands in the sentences. */
export function givenReasons(disclosure: Disclosure): PublishedCell[] {
  const { placement, snapshot } = disclosure;
  const asked = new Set(
    [...placement.tables.values()]
      .filter(({ table }) => table.definition.role === "supplement")
      .map(({ sheet }) => sheet),
  );
  const sheets = snapshot.sheets.filter(({ name }) => asked.has(name));
  return textCells(disclosure, sheets).filter(
    ({ text, before, above }) => text !== "" && /原因/u.test(`${before}${above}`),
  );
}

function textCells(disclosure: Disclosure, sheets: readonly SheetSnapshot[]): PublishedCell[] {
  return sheets.flatMap((sheet) => {
    const figures = figureKeys(disclosure, sheet.name);
    return sheet.values.flatMap((line, index) => {
      let before = "";
      return line.flatMap((value, offset): PublishedCell[] => {
        if (value === null || value === "") return [];
        const cell = { sheet: sheet.name, row: index + 1, column: offset + 1 };
        const text = textOf(value);
        const left = before;
        before += `${text} `;
        if (figures.has(cellKey(cell))) return [];
        return [{ cell, text, value, before: left, above: textOf(aboveOf(sheet, index, offset)) }];
      });
    });
  });
}

function aboveOf({ values }: SheetSnapshot, index: number, offset: number): CellValue {
  for (let row = index - 1; row >= 0; row -= 1) {
    const value = values[row]?.[offset] ?? null;
    if (value !== null && typeof value !== "number") return value;
  }
  return null;
}

function textOf(value: CellValue): string {
  return typeof value === "string" ? value.normalize("NFKC") : "";
}

function figureKeys(disclosure: Disclosure, sheet: string): ReadonlySet<number> {
  const tables = [...disclosure.placement.tables.values()].filter(
    (placed) => placed.sheet === sheet,
  );
  return new Set(
    tables.flatMap((placed) => figureCellsOf(disclosure, placed).map(({ cell }) => cellKey(cell))),
  );
}
