import { fitToPage, type Sizes } from "../layout/fitToPage";
import type { SheetDraft } from "../layout/sheetDraft";
import type { TablePaper } from "../layout/tablePaper";
import { columnCharacters, columnPoints } from "../layout/textHeight";
import type { DrawnForm } from "./drawForm";

const A4 = { width: 595.3, height: 841.9 };
const POINTS_PER_CENTIMETRE = 28.35;
/** Smaller than this is hard to read: the form then breaks over two pages. */
const SMALLEST_PRINT = 0.8;
/**
 * Hosts draw columns up to that much wider. Over several pages nothing may be shrunk to the width: only then do
 * pages begin where the row heights say.
 */
const NARROW = 0.82;
/** Characters; columns of points and rates are as narrow as they can be. */
const NARROWEST = 8;
/** Excel's. */
const HIGHEST_ROW = 409;

export interface Drawing extends DrawnForm {
  readonly draft: SheetDraft;
}

export interface FittedForm {
  readonly drawn: Drawing;
  readonly sizes: Sizes;
  /** As in `PageSetup`: 0 for as many pages as it takes. */
  readonly fitToHeight: 0 | 1;
}

/** On one page where that can be read, else over several, with what spans rows broken where a page begins. */
export function fitForm(
  widths: readonly number[],
  paper: TablePaper,
  draw: (pageStarts: readonly number[]) => Drawing,
): FittedForm {
  const whole = draw([]);
  const room = pageRoom(paper);
  const onePage = fitToPage(whole.draft, widths, "portrait", paper, true);
  if (totalOf(onePage.rowHeights.values()) * SMALLEST_PRINT <= room.height) {
    return { drawn: whole, sizes: levelled(onePage, whole), fitToHeight: 1 };
  }
  const unstretched = { ...paper, stretch: 1 };
  const narrow = narrowed(widths, room.width * NARROW);
  const fit = (form: Drawing) =>
    levelled(fitToPage(form.draft, narrow, "portrait", unstretched, false), form);
  const drawn = draw(pageStarts(fit(whole).rowHeights, whole.indicatorHead, room.height));
  const sizes = fit(drawn);
  return { drawn, sizes, fitToHeight: 0 };
}

function pageRoom({ margins }: TablePaper): { readonly width: number; readonly height: number } {
  return {
    width: A4.width - (margins.left + margins.right) * POINTS_PER_CENTIMETRE,
    height: A4.height - (margins.top + margins.bottom) * POINTS_PER_CENTIMETRE,
  };
}

/** Characters that take so many points together, taken off the columns of texts. */
function narrowed(widths: readonly number[], points: number): readonly number[] {
  const isNarrow = (width: number) => width <= NARROWEST;
  const kept = totalOf(widths.filter(isNarrow).map(columnPoints));
  const texts = totalOf(widths.map(columnPoints)) - kept;
  const factor = Math.min(1, (points - kept) / texts);
  return widths.map((width) =>
    isNarrow(width) ? width : columnCharacters(columnPoints(width) * factor),
  );
}

/** The rows below the head of the indicators that begin a page, under the head repeated there. */
function pageStarts(
  heights: ReadonlyMap<number, number>,
  head: number,
  room: number,
): readonly number[] {
  const starts: number[] = [];
  let used = 0;
  for (const [row, height] of [...heights].sort(([a], [b]) => a - b)) {
    used += height;
    if (used <= room) continue;
    const isIndicator = row > head;
    if (isIndicator) starts.push(row);
    used = height + (isIndicator ? (heights.get(head) ?? 0) : 0);
  }
  return starts;
}

/** Rows that share one text are alike, and none is higher than a host allows. */
function levelled(sizes: Sizes, { goalRows: { first, last } }: DrawnForm): Sizes {
  const heights = [...sizes.rowHeights];
  const shared = heights.filter(([row]) => row >= first && row <= last);
  const each = totalOf(shared.map(([, height]) => height)) / shared.length;
  const rowHeights = heights.map(([row, height]): [number, number] => {
    const own = row >= first && row <= last ? each : height;
    return [row, Math.min(Math.ceil(own * 10) / 10, HIGHEST_ROW)];
  });
  return { ...sizes, rowHeights: new Map(rowHeights) };
}

function totalOf(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
