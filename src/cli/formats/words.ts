import type { RecognisedWorkbook } from "../../application/recogniseWorkbook";
import type { Finding } from "../../domain/checking/finding";
import type { Disclosure } from "../../domain/disclosure/disclosure";
import type { PlacedTable } from "../../domain/disclosure/placement";

/** The full name on the cover, else the one that most tables print. */
export function unitNameOf({ coverUnitName, texts }: Disclosure): string {
  if (coverUnitName) return coverUnitName.text;
  const names = [...texts.values()].flatMap(({ unitName }) => unitName?.text ?? []);
  const times = (name: string) => names.filter((other) => other === name).length;
  return names.reduce((most, name) => (times(name) > times(most) ? name : most), names[0] ?? "");
}

export function tableTitle({ table }: PlacedTable, { disclosure }: RecognisedWorkbook): string {
  const year = disclosure.year ?? disclosure.structure.definition.year;
  return table.definition.title.replaceAll("{年度}", String(year));
}

/** What a person has to do about a finding. */
export type Urgency =
  "relationFault" | "must-hold" | "explain" | "advice" | "undetermined" | "tail";

export function urgencyOf({ state, level }: Finding): Urgency {
  if (state === "failed") return level;
  return state === "roundingTail" ? "tail" : state;
}

export const URGENCY_WORDS: Readonly<Record<Urgency, string>> = {
  relationFault: "公式出错",
  "must-hold": "必须改",
  explain: "改或说明",
  advice: "提示",
  undetermined: "数据不足",
  tail: "尾差",
};
