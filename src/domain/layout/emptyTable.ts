import type { CellValue } from "../workbook/workbookSnapshot";
import { bodyRowId } from "./bodyRows";
import type { TableGrid } from "./tableGrid";
import type { TableInput } from "./tableInput";

const NOTHING = /^(?:0+(?:\.0+)?|[-—/]|无)?$/u;

/** A table without any figure has to say so. Blank and 0.00 are no figures. */
export function hasNoFigures({ blocks }: TableGrid, input: TableInput): boolean {
  return blocks.every(({ block, rows }) =>
    rows.every((row) => {
      const id = bodyRowId(block, row);
      return (
        id === undefined ||
        block.figureColumns.every((column) => isNothing(input.value(block.index, id, column.key)))
      );
    }),
  );
}

function isNothing(value: CellValue): boolean {
  if (value === null || value === 0) return true;
  return typeof value === "string" && NOTHING.test(value.trim());
}
