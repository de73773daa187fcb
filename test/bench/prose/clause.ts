const BREAKS = "，；。：,;:\n";
const OPENING = "（(";
const CLOSING = "）)";
const BEFORE_LISTING = "元%％辆台个次零）)";

/** Where the clause begins that holds the offset. */
export function clauseStart(text: string, offset: number): number {
  let depth = 0;
  let at = offset;
  for (; at > 0; at -= 1) {
    const before = text[at - 1] ?? "";
    if (CLOSING.includes(before)) depth += 1;
    else if (OPENING.includes(before)) {
      if (depth === 0) break;
      depth -= 1;
    } else if (depth === 0 && isBreak(text, at - 1)) break;
    else if (before === "\n") break;
  }
  while (text[at] === " ") at += 1;
  return Math.min(at, offset);
}

/** Between digits a comma separates thousands; a 、 separates only what has its unit. */
export function isBreak(text: string, at: number): boolean {
  const mark = text[at] ?? "";
  if (mark === "、") return BEFORE_LISTING.includes(text[at - 1] ?? "。");
  if (!BREAKS.includes(mark)) return false;
  return !(mark === "," && isDigit(text[at - 1]) && isDigit(text[at + 1]));
}

const isDigit = (mark: string | undefined) => mark !== undefined && mark >= "0" && mark <= "9";
