import { type CellPosition, formatPosition } from "../../domain/workbook/cellAddress";
import type { CellValue } from "../../domain/workbook/workbookSnapshot";
import { BLANK, type CellContent, toCellContent } from "./cellText";

/** Part of a sheet as Excel answers it; row and column count from 0. */
export interface Block {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** What stands in one sheet. */
export class SheetContents {
  readonly values: CellValue[][] = [];
  readonly formulas = new Map<string, string>();

  constructor(blocks: readonly Block[]) {
    for (const block of blocks) {
      block.values.forEach((line, index) => {
        const row = block.rowIndex + index + 1;
        while (this.values.length < row) this.values.push([]);
        const own = this.values[row - 1] ?? [];
        line.forEach((value, offset) => {
          const column = block.columnIndex + offset + 1;
          const content = toCellContent(value, block.formulas[index]?.[offset]);
          while (own.length < column - 1) own.push(null);
          own[column - 1] = content.value;
          if (content.formula !== undefined) {
            this.formulas.set(formatPosition({ row, column }), content.formula);
          }
        });
      });
    }
  }

  at(position: CellPosition): CellContent {
    const value = this.values[position.row - 1]?.[position.column - 1] ?? null;
    const formula = this.formulas.get(formatPosition(position));
    if (formula !== undefined) return { value, formula };
    return value === null ? BLANK : { value };
  }

  get width(): number {
    return this.values.reduce((width, line) => Math.max(width, line.length), 0);
  }

  filled(): (CellPosition & CellContent)[] {
    return this.values.flatMap((line, index) =>
      line.flatMap((value, offset) => {
        const position = { row: index + 1, column: offset + 1 };
        return value === null ? [] : [{ ...position, ...this.at(position) }];
      }),
    );
  }
}

export const EMPTY_SHEET = new SheetContents([]);
