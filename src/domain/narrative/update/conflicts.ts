import { checkProse } from "../prose/checkProse";
import { applyUpdate, type LeftOver, type TextUpdate } from "./textUpdate";

/** What is wrong in the new text and was not in the old one: figures that no longer go together. */
export function withConflicts(update: TextUpdate): TextUpdate {
  const wrongIn = (text: string) => checkProse(text).filter(({ verdict }) => verdict === "wrong");
  const shape = (quote: string) => quote.replace(/[0-9.,，]+/gu, "");
  const known = new Set(wrongIn(update.source).map(({ quote }) => shape(quote)));
  const found = wrongIn(applyUpdate(update)).filter(({ quote }) => !known.has(shape(quote)));
  const conflicts = found.map(({ start, end, explanation }): LeftOver => {
    const span = { start: oldPlace(update, start), end: oldPlace(update, end) };
    const quote = update.source.slice(span.start, span.end);
    return { ...span, quote, kind: "conflict", why: `换数以后：${explanation}` };
  });
  const leftOvers = [...update.leftOvers, ...conflicts];
  return {
    ...update,
    leftOvers: leftOvers.sort((one, other) => one.start - other.start || one.end - other.end),
  };
}

/** Where a place of the new text stood in the old one. */
function oldPlace({ replacements }: TextUpdate, place: number): number {
  let longer = 0;
  for (const { start, end, to } of replacements) {
    const from = start + longer;
    if (place < from) break;
    if (place <= from + to.length) return place === from ? start : end;
    longer += to.length - (end - start);
  }
  return place - longer;
}
