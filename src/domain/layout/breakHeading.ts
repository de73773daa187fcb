import type { PlannedCell } from "../workbook/writePlan";
import type { WrappedText } from "./sheetDraft";
import { paddingOf } from "./styles";
import { columnPoints, countLines, textPoints } from "./textHeight";

/** The cells with their headings broken to the widths that the columns now have. */
export function breakHeadings(
  cells: readonly PlannedCell[],
  headings: readonly WrappedText[],
  columnWidths: ReadonlyMap<number, number>,
): readonly PlannedCell[] {
  const broken = new Map<string, string>();
  for (const { area, text, fontSize, style } of headings) {
    let room = -paddingOf(style);
    for (let column = area.left; column <= area.right; column += 1) {
      room += columnPoints(columnWidths.get(column) ?? 0);
    }
    broken.set(`${area.top},${area.left}`, breakHeading(text, room, fontSize));
  }
  return cells.map((cell) => {
    const value = broken.get(`${cell.row},${cell.column}`);
    return value === undefined ? cell : { ...cell, value };
  });
}

const words = new Intl.Segmenter("zh", { granularity: "word" });
/** What may not begin a line. */
const CLOSING = /^[)）》”、，。费数]/u;

/** A heading that needs two lines is broken between words near its middle, not one character before its end. */
export function breakHeading(text: string, room: number, fontSize: number): string {
  if (text.includes("\n") || countLines(text, room, fontSize) !== 2) return text;
  const middle = textPoints(text, fontSize) / 2;
  let best: { readonly at: number; readonly distance: number } | undefined;
  for (const { index, segment } of words.segment(text)) {
    if (index === 0 || CLOSING.test(segment)) continue;
    const first = textPoints(text.slice(0, index), fontSize);
    const distance = Math.abs(first - middle);
    // Of two equally good places the later one: the last words of a heading belong together.
    if (best === undefined || distance <= best.distance) best = { at: index, distance };
  }
  if (best === undefined) return text;
  const broken = `${text.slice(0, best.at)}\n${text.slice(best.at)}`;
  return countLines(broken, room, fontSize) === 2 ? broken : text;
}
