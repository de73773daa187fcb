import type { ReadyWorkbook } from "../../application/checkReadiness";
import { READINESS_WORDS } from "../../application/readinessWords";
import { cellsText } from "../../application/findingWords";
import { unitNameOf } from "../../domain/disclosure/unitNameOf";
import { TOPICS, type ReadinessState } from "../../domain/publication/readinessLine";

export function readyText(file: string, { disclosure, readiness }: ReadyWorkbook): string {
  const { lines } = readiness;
  const states = Object.keys(READINESS_WORDS) as ReadinessState[];
  return [
    `文件：${file}`,
    `单位：${unitNameOf(disclosure) || "（没有找到单位名称）"}`,
    ...states.flatMap((state) => {
      const own = lines.filter((each) => each.state === state);
      if (own.length === 0) return [];
      return [
        "",
        `${READINESS_WORDS[state]}（${String(own.length)}）`,
        ...own.flatMap(({ topic, what, cells }) => [
          `  ${TOPICS[topic]}：${what}`,
          ...(cells.length === 0 ? [] : [`    ${cellsText(cells)}`]),
        ]),
      ];
    }),
  ].join("\n");
}
