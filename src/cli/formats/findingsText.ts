import type { Finding } from "../../domain/checking/finding";
import { formatAddress, formatPosition, type CellAddress } from "../../domain/workbook/cellAddress";
import { URGENCY_WORDS, urgencyOf, type Urgency } from "./words";

const CELLS_SHOWN = 4;
const CODES_SHOWN = 6;

/** Findings under 必须改, 改或说明, 提示, 数据不足 and 尾差, a blank line before each. */
export function findingsText(findings: readonly Finding[]): string[] {
  return (Object.keys(URGENCY_WORDS) as Urgency[]).flatMap((urgency) => {
    const group = findings.filter((finding) => urgencyOf(finding) === urgency);
    if (group.length === 0) return [];
    const items = urgency === "undetermined" ? sameCauses(group) : group.map((each) => [each]);
    return [
      "",
      `${URGENCY_WORDS[urgency]}（${group.length}）`,
      ...items.flatMap((same, index) => itemText(same, index + 1)),
    ];
  });
}

/** One missing table leaves many relations undetermined: said once, with all their codes. */
function sameCauses(findings: readonly Finding[]): Finding[][] {
  const causes = [...new Set(findings.map(({ explanation }) => explanation))];
  return causes.map((cause) => findings.filter(({ explanation }) => explanation === cause));
}

function itemText(same: readonly Finding[], number: number): string[] {
  const [first] = same;
  if (!first) return [];
  const kind = { figures: "", form: "〔表样〕", text: "〔文字〕" }[first.kind];
  const codes = [...new Set(same.map(({ code }) => code))];
  const place = same.length === 1 ? cellsText(first.cells) : `共 ${same.length} 处`;
  return [
    `${String(number).padStart(3)}. ${kind}${first.explanation}`,
    `     ${place === "" ? "" : `${place}　`}${listed(codes, CODES_SHOWN, "条")}`,
  ];
}

/** The sheet is named once. */
function cellsText(cells: readonly CellAddress[]): string {
  const words = cells.map((cell, index) =>
    cell.sheet === cells[index - 1]?.sheet ? formatPosition(cell) : formatAddress(cell),
  );
  return listed(words, CELLS_SHOWN, "格");
}

function listed(items: readonly string[], shown: number, measure: string): string {
  const more = items.length > shown ? ` 等 ${items.length} ${measure}` : "";
  return `${items.slice(0, shown).join("、")}${more}`;
}
