import type { SheetDraft } from "./sheetDraft";
import { paddingOf } from "./styles";
import type { TablePaper } from "./tablePaper";
import { columnCharacters, columnPoints, textHeight } from "./textHeight";

const A4 = { long: 841.9, short: 595.3 };
const POINTS_PER_CENTIMETRE = 28.35;
/** Hosts measure fonts differently, columns more so than rows; what fits here should fit there. */
const RESERVE = { width: 0.85, height: 0.98 };

export interface Sizes {
  /** Characters, by column number. */
  readonly columnWidths: ReadonlyMap<number, number>;
  /** Points, by row number. */
  readonly rowHeights: ReadonlyMap<number, number>;
}

interface Room {
  readonly width: number;
  readonly height: number;
}

/**
 * Columns widen until the page is full; a fixed table is brought onto one page, with rows as high as the
 * page allows. A tree grows over more pages.
 */
export function fitToPage(
  draft: SheetDraft,
  widths: readonly number[],
  orientation: "portrait" | "landscape",
  paper: TablePaper,
  onePage: boolean,
): Sizes {
  const room = pageRoom(orientation, paper);
  const points = stretch(widths.map(columnPoints), room.width, paper.stretch);
  if (!onePage) return sizes(points, rowHeights(draft, points, paper, paper.easyRow));

  const scale = Math.min(1, room.width / sum(points));
  const tight = rowHeights(draft, points, paper, paper.tightRow);
  const left = room.height / scale - sum(tight.values());
  if (left >= 0) {
    const bodyRows = [...draft.rowKinds.values()].filter((kind) => kind === "body").length;
    const row = Math.min(paper.easyRow, paper.tightRow + left / Math.max(bodyRows, 1));
    return sizes(points, rowHeights(draft, points, paper, row));
  }
  // Too long for the page: it will be printed smaller, so it may be wider in the same measure.
  const shrink = room.height / sum(tight.values());
  const wider = stretch(widths.map(columnPoints), room.width / shrink, paper.stretch);
  return sizes(wider, rowHeights(draft, wider, paper, paper.tightRow));
}

function pageRoom(orientation: "portrait" | "landscape", { margins }: TablePaper): Room {
  const [width, height] = orientation === "landscape" ? [A4.long, A4.short] : [A4.short, A4.long];
  return {
    width: (width - (margins.left + margins.right) * POINTS_PER_CENTIMETRE) * RESERVE.width,
    height: (height - (margins.top + margins.bottom) * POINTS_PER_CENTIMETRE) * RESERVE.height,
  };
}

function stretch(points: readonly number[], room: number, most: number): readonly number[] {
  const factor = Math.min(Math.max(room / sum(points), 1), most);
  return points.map((width) => width * factor);
}

function rowHeights(
  draft: SheetDraft,
  points: readonly number[],
  paper: TablePaper,
  bodyRow: number,
): ReadonlyMap<number, number> {
  const least = { title: paper.titleRow, furniture: 18, head: 18, body: bodyRow, note: 16 };
  const heights = new Map<number, number>();
  for (const [row, kind] of draft.rowKinds) heights.set(row, least[kind]);
  // Texts over one row first: an area over several rows takes what they already have.
  const byRows = [...draft.texts].sort((a, b) => rowsOf(a.area) - rowsOf(b.area));
  for (const { area, text, fontSize, style } of byRows) {
    const room = sum(points.slice(area.left - 1, area.right)) - paddingOf(style);
    const needed = textHeight(text, room, fontSize);
    let above = 0;
    for (let row = area.top; row < area.bottom; row += 1) above += heights.get(row) ?? 0;
    heights.set(area.bottom, Math.max(heights.get(area.bottom) ?? 0, needed - above));
  }
  return heights;
}

function rowsOf(area: { readonly top: number; readonly bottom: number }): number {
  return area.bottom - area.top;
}

function sizes(points: readonly number[], heights: ReadonlyMap<number, number>): Sizes {
  return {
    columnWidths: new Map(
      points.map((width, index) => [index + 1, rounded(columnCharacters(width), 2)]),
    ),
    rowHeights: new Map([...heights].map(([row, height]) => [row, rounded(height, 1)])),
  };
}

function rounded(value: number, decimals: number): number {
  return Math.floor(value * 10 ** decimals) / 10 ** decimals;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
