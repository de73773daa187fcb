import type { Mention, ReadText, Statement } from "./mention";
import type { PartList } from "./lists";

/** What the checks read: the text, its lists, and where to look for operands. */
export interface Reading {
  readonly text: ReadText;
  readonly lists: readonly PartList[];
}

/** This year's amount that a figure of a statement may speak of: its own, else what the paragraph speaks of. */
export function currentsOf(statement: Statement): readonly Mention[] {
  const found: Mention[] = [];
  for (let each: Statement | undefined = statement; each; each = each.before)
    if (each.current?.figure.kind === "money") found.push(each.current);
  return found;
}

/** The words around a statement, from its sentence to the figure. */
export const wordsOf = ({ text }: Reading, { statement, figure }: Mention): string =>
  text.plain.slice(statement.sentence, figure.from);

/** The totals of the lists that a part stands in, the nearest first. */
export function headsOf({ lists }: Reading, part: Mention): readonly Mention[] {
  return lists
    .filter(({ parts, head }) => parts.includes(part) && head !== part)
    .map(({ head }) => head)
    .reverse();
}
