import type { TakenFigures } from "../../application/layOutDisclosure";
import { titled } from "../../domain/checking/checks/formWords";

/** In words: which tables stayed empty, and what of the figures workbook could not be used. */
export function leftBehindText({ disclosure, missing }: TakenFigures): string {
  const empty = missing.map(titled).join("");
  const problems = disclosure.problems.map(({ message }) => `  ${message}`);
  const taken = `已从认出的 ${disclosure.placement.tables.size} 张表取数。`;
  return [
    taken,
    ...(empty === "" ? [] : [`取数的工作簿里没有${empty}，这些表排成空表。`]),
    ...(problems.length === 0 ? [] : ["取数的工作簿里有没用上的内容：", ...problems]),
  ].join("\n");
}
