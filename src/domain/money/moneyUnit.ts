/** What the figures of a table are in. */
export type MoneyUnit = "元" | "万元";

export function isMoneyUnit(text: string): boolean {
  return text === "元" || text === "万元";
}
