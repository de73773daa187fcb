import type { FoundClaim } from "./claim";
import type { ReadText } from "./mention";
import type { Reading } from "./readings";

/** 30202 ⇥ 印刷费 ⇥ 0.00: a 款 of the 经济分类 in a table that stands in the text. */
const ROW = /(?<=^|\t)3[0-9]{4}\t([一-龥()]{2,24})\t(-?[0-9.,]*)(?=\t|$)/gu;
/** So many rows are a table, and not a note of somebody's. */
const FEWEST_ROWS = 10;
const NAMED = /(?:人员|公用)经费[^。;\n]{0,80}?主要(?:包括|用于|是|为):?([^。;\n0-9]+)/gu;

/** 公用经费主要包括…印刷费…, though the table of the same text says 0.00 for it. */
export function readNilItems({ text }: Reading): readonly FoundClaim[] {
  const nil = nilItems(text);
  if (nil.size === 0) return [];
  return [...text.plain.matchAll(NAMED)].flatMap((match) => {
    const [whole, list = ""] = match;
    const from = match.index + whole.length - list.length;
    return [...list.matchAll(/[一-龥()]+?(?=[、,和及]|等|$)/gu)].flatMap((name): FoundClaim[] => {
      if (!nil.has(name[0])) return [];
      return [
        {
          from: from + name.index,
          to: from + name.index + name[0].length,
          kind: "wording",
          claimed: name[0],
          recomputed: "0",
          verdict: "inconsistent",
          explanation: `文中的决算表里“${name[0]}”没有支出，不应写进“主要包括”。`,
        },
      ];
    });
  });
}

/** What every table of the text has nothing for. */
function nilItems({ paragraphs }: ReadText): ReadonlySet<string> {
  const spent = new Map<string, boolean>();
  for (const { text, isTable } of paragraphs)
    if (isTable)
      for (const [, name = "", amount = ""] of text.matchAll(ROW))
        spent.set(name, spent.get(name) === true || /[1-9]/u.test(amount));
  const isTable = spent.size >= FEWEST_ROWS && [...spent.values()].some(Boolean);
  return new Set(isTable ? [...spent].flatMap(([name, isSpent]) => (isSpent ? [] : [name])) : []);
}
