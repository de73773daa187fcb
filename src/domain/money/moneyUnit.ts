/** What the figures of a table are in. */
export type MoneyUnit = "元" | "万元";
