import type { ReadyWorkbook } from "../../application/checkReadiness";
import { TOPICS } from "../../domain/publication/readinessLine";
import { formatAddress } from "../../domain/workbook/cellAddress";

export function readyJson(file: string, { disclosure, readiness }: ReadyWorkbook): object {
  return {
    file,
    year: disclosure.year ?? null,
    lines: readiness.lines.map(({ topic, state, what, cells }) => ({
      topic,
      title: TOPICS[topic],
      state,
      what,
      cells: cells.map(formatAddress),
    })),
  };
}
