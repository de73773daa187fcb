import type { TableTexts, FormText } from "./disclosure";
import { isBlank, type SheetGrid } from "./sheetGrid";
import type { FoundTable } from "./recogniseTable";
import type { TitleAt } from "./recogniseTitles";
import {
  moneyUnitIn,
  statesUnit,
  unitNameIn,
  type TextInRow,
  type TextWithNext,
} from "./unitNames";

const NUMBER = /(?:财决)?公开\s*[0-9０-９]{1,2}(?:\s*[-－]\s*[0-9０-９]+)?\s*表/u;
const ABOVE_TITLE = 3;
const MOST_NOTES = 20;

interface FormLine extends TextWithNext {
  readonly row: number;
}

/** What the form says around a table: between title and head, at most three rows above, and below the rows. */
export function recogniseTexts(
  grid: SheetGrid,
  found: FoundTable,
  title: TitleAt | undefined,
  free: { readonly top: number; readonly bottom: number },
): TableTexts {
  const titleRow = title?.row ?? found.headTop;
  const near = linesIn(grid, titleRow, found.headTop - 1);
  const above = linesIn(grid, Math.max(free.top, titleRow - ABOVE_TITLE), titleRow - 1);
  const lines = [...near, ...above];
  const { name: sheet } = grid.sheet;
  const inLine = (read: (text: string) => string | undefined) => {
    return ({ text, column }: FormLine) => ({ text: read(text) ?? "", column });
  };
  const number = firstText(
    sheet,
    lines,
    inLine((text) => NUMBER.exec(text)?.[0]),
  );
  const moneyUnit = firstText(sheet, lines, inLine(moneyUnitIn));
  const unitName = firstText(sheet, lines, unitNameIn);
  const cell = { sheet, row: found.headTop, column: found.headLeft };
  return {
    title: title
      ? { text: title.text, cell: { ...cell, row: title.row, column: title.column } }
      : { text: "", cell },
    ...(number ? { number } : {}),
    ...(unitName ? { unitName } : {}),
    ...(moneyUnit ? { moneyUnit } : {}),
    notes: notesBelow(grid, found.end, free.bottom),
  };
}

function firstText(
  sheet: string,
  lines: readonly FormLine[],
  read: (line: FormLine) => TextInRow | undefined,
): FormText | undefined {
  for (const line of lines) {
    const found = read(line);
    const text = found?.text.trim() ?? "";
    if (found && text !== "") return { text, cell: { sheet, row: line.row, column: found.column } };
  }
  return undefined;
}

function linesIn(grid: SheetGrid, top: number, bottom: number): FormLine[] {
  const lines: FormLine[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const cells = textCells(grid, row);
    cells.forEach(({ text, column }, place) => {
      const next = cells[place + 1];
      for (const line of text.split(/\r?\n/u)) lines.push({ text: line, row, column, next });
    });
  }
  return lines;
}

export function textCells(grid: SheetGrid, row: number): readonly TextInRow[] {
  return grid
    .cells(row)
    .flatMap((value, place) =>
      typeof value === "string" && !isBlank(value)
        ? [{ text: value.trim(), column: place + 1 }]
        : [],
    );
}

/** Table number and unit line of the next table may stand above its title. */
function notesBelow(grid: SheetGrid, top: number, bottom: number): FormText[] {
  const notes: FormText[] = [];
  for (let row = top; row <= bottom && notes.length < MOST_NOTES; row += 1) {
    for (const { text, column } of textCells(grid, row)) {
      const isFurniture = text.length < 40 && (NUMBER.test(text) || statesUnit(text));
      if (!isFurniture) notes.push({ text, cell: { sheet: grid.sheet.name, row, column } });
    }
  }
  return notes;
}
