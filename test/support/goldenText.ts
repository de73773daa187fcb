import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A sheet as people would type it: one text per cell. `<` is merged with the cell at its left, `^` with
 * the one above; a leading `'` keeps digits text, as in Excel; `=` begins a formula that has no result.
 */
export interface GoldenSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export interface Golden {
  readonly name: string;
  readonly sheets: readonly GoldenSheet[];
}

export const GOLDEN_FOLDER = join(__dirname, "..", "golden");

export function parseTsv(text: string): string[][] {
  return text
    .replace(/\n$/u, "")
    .split("\n")
    .map((line) => (line === "" ? [] : line.split("\t")));
}

export function formatTsv(rows: GoldenSheet["rows"]): string {
  return rows.map((row) => `${row.join("\t").replace(/\t+$/u, "")}\n`).join("");
}

/** Reads test/golden/<name>/<sheet>.tsv, the sheets in the order given. */
export function loadGolden(name: string, sheets: readonly string[]): Golden {
  return {
    name,
    sheets: sheets.map((sheet) => ({
      name: sheet,
      rows: parseTsv(readFileSync(join(GOLDEN_FOLDER, name, `${sheet}.tsv`), "utf8")),
    })),
  };
}

export function sheetOf(golden: Golden, name: string): GoldenSheet {
  const sheet = golden.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`${golden.name} has no sheet ${name}`);
  return sheet;
}

export function textAt(sheet: GoldenSheet, row: number, column: number): string {
  return sheet.rows[row - 1]?.[column - 1] ?? "";
}
