import { Decimal } from "decimal.js";
import { type CellRange, formatPosition } from "../../src/domain/workbook/cellAddress";
import {
  type CellValue,
  NO_RESULT,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from "../../src/domain/workbook/workbookSnapshot";
import type { Golden, GoldenSheet } from "./goldenText";

interface TypedCell {
  readonly value: CellValue;
  readonly formula?: string;
  readonly numberFormat?: string;
}

/** What a spreadsheet makes of a typed text. */
export function typedCell(text: string): TypedCell {
  if (text === "" || text === "<" || text === "^") return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1), numberFormat: "@" };
  if (text.startsWith("=")) return { value: { error: NO_RESULT }, formula: text.slice(1) };
  const number = /^-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]+))?(%?)$/u.exec(text);
  if (!number) return { value: text };
  const [, decimals = "", percent = ""] = number;
  const typed = new Decimal(text.replace(/[,%]/gu, ""));
  const whole = text.includes(",") ? "#,##0" : "0";
  return {
    value: (percent === "" ? typed : typed.div(100)).toNumber(),
    numberFormat: `${whole}${decimals === "" ? "" : `.${"0".repeat(decimals.length)}`}${percent}`,
  };
}

export function snapshotOf(golden: Golden): WorkbookSnapshot {
  return { sheets: golden.sheets.map(sheetSnapshotOf) };
}

function sheetSnapshotOf({ name, rows }: GoldenSheet): SheetSnapshot {
  const formulas = new Map<string, string>();
  const values = rows.map((cells, row) =>
    cells.map((text, column) => {
      const { value, formula } = typedCell(text);
      if (formula !== undefined) {
        formulas.set(formatPosition({ row: row + 1, column: column + 1 }), formula);
      }
      return value;
    }),
  );
  return {
    id: name,
    name,
    visibility: "visible",
    values: values.map(withoutBlankEnd),
    formulas,
    merges: mergesOf(rows),
  };
}

function withoutBlankEnd(row: readonly CellValue[]): readonly CellValue[] {
  return row.slice(0, row.findLastIndex((value) => value !== null) + 1);
}

/** Each text that marks follow at its right (`<`) and below (`^`). */
export function mergesOf(rows: GoldenSheet["rows"]): CellRange[] {
  const isMark = (text: string | undefined) => text === "<" || text === "^";
  return rows.flatMap((cells, row) =>
    cells.flatMap((text, column) => {
      if (text === "" || isMark(text)) return [];
      let right = column;
      while (cells[right + 1] === "<") right += 1;
      let bottom = row;
      while (rows[bottom + 1]?.[column] === "^") bottom += 1;
      if (right === column && bottom === row) return [];
      return [{ top: row + 1, left: column + 1, bottom: bottom + 1, right: right + 1 }];
    }),
  );
}
