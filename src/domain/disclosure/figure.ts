import type { Decimal } from "decimal.js";
import type { CellAddress } from "../workbook/cellAddress";

/**
 * What one cell says.
 * amount: `published` is the value rounded half up to the unit's decimals, `value` what the cell holds.
 * blank: an empty cell · nothing: a code that a filled tree does not list, or a figure of an empty table
 * that says so · notApplicable: “/”, “—”, “无” · unreadable: other text · error: an error value, or a formula without a
 * result · missing: no such table, row or column in the workbook.
 */
export type Figure =
  | {
      readonly kind: "amount";
      readonly published: Decimal;
      readonly value: Decimal;
      /** What is published, where it is whole cents and small enough to be added up as a plain number. */
      readonly cents?: number | undefined;
    }
  | { readonly kind: "blank" }
  | { readonly kind: "nothing" }
  | { readonly kind: "notApplicable"; readonly text: string }
  | { readonly kind: "unreadable"; readonly text: string }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "missing"; readonly what: "table" | "row" | "column" };

/** Where a figure is asked for. */
export interface FigurePlace {
  readonly table: string;
  readonly block: number;
  /** As in `PlacedRow.id`. */
  readonly rowId: string;
  readonly columnKey: string;
}

/** A figure and the cell it stands in; no cell for what is missing or nothing. */
export interface FigureAt {
  readonly figure: Figure;
  readonly cell?: CellAddress;
}

/** What stands for the weight and the score of an indicator that does not apply. */
export const DROPPED = "不适用";

export function isDropped(figure: Figure): boolean {
  return figure.kind === "notApplicable" && figure.text === DROPPED;
}
