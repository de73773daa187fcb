import type { Column } from "../template/template";
import type { PlacedBlock, PlacedRow } from "./placement";

/** 支出方 201 一般公共服务支出; empty in a table of a single row. */
export function rowWords({ block }: PlacedBlock, { code, label }: PlacedRow): string {
  const plain = label.replace(/\s+/gu, "");
  const words = [code, plain === code ? undefined : plain].filter(
    (part) => part !== undefined && part !== "",
  );
  const { name, kind } = block.definition;
  const side = name === undefined || kind !== "rows" ? [] : [name];
  return [...side, ...words].join(" ");
}

/** 决算数／公务用车购置及运行费／小计 */
export function columnWords({ definition }: Column): string {
  return definition.heading.join("／");
}
