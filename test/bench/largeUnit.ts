import type { Disclosure } from "../../src/domain/disclosure/disclosure";
import type { CellAddress } from "../../src/domain/workbook/cellAddress";
import type { CellValue, WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import { RandomNumbers } from "../golden/randomNumbers";
import { randomUnit } from "../golden/randomUnit";
import { workbookOf } from "../golden/unitWorkbook";
import type { Golden } from "../support/goldenText";

/** A unit with money of every kind, so that no table is empty. */
const SEED = 7;

/** By how many figures they publish. Of none a table is empty: HyperFormula is not told when one comes to be filled. */
export const UNITS = {
  small: { label: "0.8 千余个数", items: 13 },
  large: { label: "7 千个数", items: 230 },
  huge: { label: "7 万个数", items: 4090 },
} as const;

/** Wrong figures, so that there are findings to put into words. */
export const FLAWS = 12;

export function largeGolden(items: number): Golden {
  return workbookOf(randomUnit(SEED, items));
}

export interface Edit {
  readonly cell: CellAddress;
  readonly value: number;
}

/** Other figures in cells all over the published tables. */
export function randomEdits(disclosure: Disclosure, count: number, seed: number): Edit[] {
  const random = new RandomNumbers(seed);
  const cells = figureCells(disclosure);
  return Array.from({ length: count }, () => ({
    cell: random.pick(cells),
    value: random.amount(500).toNumber(),
  }));
}

export function figureCells({ placement }: Disclosure): CellAddress[] {
  return [...placement.tables.values()]
    .filter(({ table }) => table.definition.role === "disclosure")
    .flatMap(({ sheet, blocks }) =>
      blocks.flatMap(({ block, columns, rows }) =>
        rows.flatMap((row) =>
          block.figureColumns.flatMap(({ key }) => {
            const column = (row.columns ?? columns).get(key);
            return column === undefined ? [] : [{ sheet, row: row.row, column }];
          }),
        ),
      ),
    );
}

/** As a host would hand it over after an edit: every row read anew. */
export function edited(snapshot: WorkbookSnapshot, edits: readonly Edit[]): WorkbookSnapshot {
  return {
    sheets: snapshot.sheets.map((sheet) => {
      const values: CellValue[][] = sheet.values.map((row) => [...row]);
      for (const { cell, value } of edits) {
        const row = cell.sheet === sheet.name ? values[cell.row - 1] : undefined;
        if (row) row[cell.column - 1] = value;
      }
      return { ...sheet, values };
    }),
  };
}
