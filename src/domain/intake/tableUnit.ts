import type { MoneyUnit } from "../money/moneyUnit";

/**
 * heading: as the table prints it · size: its figures are those of tables that print theirs · person: as the person
 * says · empty: no figure has one. Where it cannot be told: noHeading, and no other table tells · bothUnits: printed
 * 元/万元 · contradiction: the headings say one thing, the figures another · otherUnit: neither 元 nor 万元.
 */
export type TableUnit =
  | { readonly unit: MoneyUnit; readonly by: "heading" | "size" | "person" | "empty" }
  | {
      readonly unit?: undefined;
      readonly why: "noHeading" | "bothUnits" | "contradiction" | "otherUnit";
      /** As printed. */
      readonly heading?: string;
    };

/** What a person answers about a table's money unit; leaveOut: nothing of it is taken. */
export type UnitAnswer = MoneyUnit | "leaveOut";
