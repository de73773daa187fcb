import type { TemplatePackage } from "../template/templatePackage";
import type { CellValue } from "../workbook/workbookSnapshot";
import type { TreeRows } from "./bodyRows";

/** What a table is filled with. */
export interface TableInput extends TreeRows {
  readonly unitName: string;
  readonly year: number;
  readonly moneyUnit: TemplatePackage["moneyUnit"];
  /** Printed decimals of amounts. */
  readonly decimals: number;
  /** null where the source has nothing. `rowId` as in `PlacedRow.id`. */
  readonly value: (blockIndex: number, rowId: string, columnKey: string) => CellValue;
}

/** For a set without figures. */
export const NO_FIGURES: Pick<TableInput, "codes" | "value"> = {
  codes: () => [],
  value: () => null,
};

export function fillYear(text: string, { year }: TableInput): string {
  return text.replaceAll("{年度}", String(year));
}
