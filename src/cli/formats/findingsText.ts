import {
  cellsText,
  KIND_MARKS,
  listed,
  reasonText,
  sameCauses,
  URGENCY_WORDS,
  urgencyOf,
  type Urgency,
} from "../../application/findingWords";
import type { Finding } from "../../domain/checking/finding";

const CODES_SHOWN = 6;

/** Findings under 必须改, 改或说明, 提示, 数据不足, 尾差 and 已说明, a blank line before each. */
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

function itemText(same: readonly Finding[], number: number): string[] {
  const [first] = same;
  if (!first) return [];
  const codes = [...new Set(same.map(({ code }) => code))];
  const place = same.length === 1 ? cellsText(first.cells) : `共 ${same.length} 处`;
  return [
    `${String(number).padStart(3)}. ${KIND_MARKS[first.kind]}${first.explanation}`,
    `     ${place === "" ? "" : `${place}　`}${listed(codes, CODES_SHOWN, "条")}`,
    ...(first.reason ? [`     ${reasonText(first.reason)}`] : []),
  ];
}
