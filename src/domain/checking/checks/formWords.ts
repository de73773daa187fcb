import { tableWords } from "../../expression/write";
import type { Table } from "../../template/template";

/** 《收入决算表》 */
export function titled(table: Table): string {
  return `《${tableWords(table)}》`;
}

const SHOWN = 3;

/** Few tables with title and number, many by their numbers. */
export function tablesNamed(tables: readonly Table[]): string {
  const names = tables.map((table) => {
    const { number = titled(table) } = table.definition;
    return tables.length > SHOWN ? number : `${titled(table)}（${number}）`;
  });
  return names.join("、");
}

/** The first few, and how many there are: 甲、乙、丙等 5 张表. */
export function listed(names: readonly string[], counter: string): string {
  const shown = names.slice(0, SHOWN).join("、");
  return names.length > SHOWN ? `${shown}等 ${String(names.length)} ${counter}` : shown;
}
