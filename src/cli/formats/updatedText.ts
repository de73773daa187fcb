import { leftOverWords, replacementWords } from "../../application/updateWords";
import type { LeftOver, TextUpdate } from "../../domain/narrative/update/textUpdate";

/** For an accountant at a terminal. */
export function updatedText(file: string, { source, replacements, leftOvers }: TextUpdate): string {
  const lineAt = (start: number) => source.slice(0, start).split("\n").length;
  const changes = replacements.map(
    ({ start, from, to, kind, why }) =>
      `  第${String(lineAt(start))}行 ${replacementWords[kind]} “${oneLine(from)}” → “${to}”：${why}`,
  );
  const left = leftOvers.map(
    ({ start, quote, kind, why }: LeftOver) =>
      `  第${String(lineAt(start))}行 ${leftOverWords[kind]} “${oneLine(quote)}”：${why}`,
  );
  return [
    `文稿：${file}`,
    `更新 ${String(replacements.length)} 处 · 留下要看的 ${String(leftOvers.length)} 处`,
    ...(changes.length > 0 ? ["", "更新的", ...changes] : []),
    ...(left.length > 0 ? ["", "留下要看的", ...left] : []),
  ].join("\n");
}

const oneLine = (words: string): string => words.replace(/\s+/gu, " ").trim();
