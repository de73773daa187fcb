import { listed, titled } from "../domain/checking/checks/formWords";
import type { TableUnit } from "../domain/intake/tableUnit";
import type { Table } from "../domain/template/template";
import { UseCaseError } from "./useCaseError";

interface OpenUnit {
  readonly table: Table;
  readonly unit: TableUnit;
}

/** Where nobody is there to be asked. A unit that is neither 元 nor 万元 no answer settles. */
export function unitsLeftOpen(open: readonly OpenUnit[]): UseCaseError {
  const isOther = open.every(({ unit }) => unit.unit === undefined && unit.why === "otherUnit");
  return new UseCaseError(isOther ? "otherUnit" : "unclearUnit", unclearUnits(open));
}

/** Which tables leave their money unit open, and why: 《收入决算表》没有印单位。 */
export function unclearUnits(tables: readonly OpenUnit[]): string {
  const reasons = new Map<string, string[]>();
  for (const { table, unit } of tables) {
    if (unit.unit !== undefined) continue;
    const words = unclearWords(unit);
    reasons.set(words, [...(reasons.get(words) ?? []), titled(table)]);
  }
  const words = Array.from(reasons, ([why, names]) => `${listed(names, "张表")}${why}`);
  return `${words.join("，")}。`;
}

function unclearWords({ why, heading = "" }: TableUnit & { readonly unit?: undefined }): string {
  if (why === "bothUnits") return `印的是“${heading}”，没有写明是哪一个`;
  if (heading === "") return why === "noHeading" ? "没有印单位" : "没有印单位，数的大小也对不上";
  return why === "otherUnit"
    ? `印的是“${heading}”，请先换算成元或万元`
    : `印的是“${heading}”，数的大小却与别的表对不上`;
}
