import type { TakenFigures } from "../../application/layOutDisclosure";
import { titled } from "../../domain/checking/checks/formWords";

/** In words: which tables stayed empty, and what of the figures workbook could not be used. */
export function leftBehindText({ disclosure, missing, unitNames = [] }: TakenFigures): string {
  const empty = missing.map(titled).join("");
  const problems = disclosure.problems.map(({ message }) => `  ${message}`);
  const taken = `已从认出的 ${disclosure.placement.tables.size} 张表取数。`;
  return [
    taken,
    ...(unitNames.length < 2
      ? []
      : [
          `取数的工作簿里有 ${String(unitNames.length)} 个单位名称：${unitNames.map(({ name, tables }) => `${name}（${String(tables.length)} 张表）`).join("，")}。请确认是同一个单位的表。`,
        ]),
    ...(empty === "" ? [] : [`取数的工作簿里没有${empty}，这些表排成空表。`]),
    ...(problems.length === 0 ? [] : ["取数的工作簿里有没用上的内容：", ...problems]),
  ].join("\n");
}
