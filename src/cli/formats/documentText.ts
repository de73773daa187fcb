import type { LeftBehind } from "../../application/openWorkbook";
import type { OpenPlaces } from "../../application/publishDocument";

/** What is to be done before the document goes out. */
export function documentText({ gaps, prompts }: OpenPlaces, { sheets }: LeftBehind): string {
  const lines = [
    ...(gaps.length > 0
      ? [`文档里还缺 ${String(gaps.length)} 项，写作【缺：…】：${gaps.join("、")}。`]
      : []),
    ...(prompts > 0 ? [`有 ${String(prompts)} 处写着【请填写：…】，请写好或删去。`] : []),
    ...(sheets.length > 0 ? [`没有写进文档的工作表：${sheets.join("、")}。`] : []),
  ];
  return lines.length > 0 ? lines.join("\n") : "文档里没有缺项。";
}

export const mistakesText = (mistakes: number): string =>
  `决算表还有 ${String(mistakes)} 处必须改的没有改，公开前请用 gongkai check 逐条看、改好再出。`;
