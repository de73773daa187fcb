export interface VisibleRows {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  /** Room that the rows before and after take. */
  readonly before: number;
  readonly after: number;
}

/** Which rows of these heights lie between two lines, counted from the top of the list. */
export function visibleRows(heights: readonly number[], top: number, bottom: number): VisibleRows {
  let first = 0;
  let before = 0;
  while (first < heights.length - 1 && before + (heights[first] ?? 0) <= top) {
    before += heights[first] ?? 0;
    first += 1;
  }
  let last = first;
  let end = before;
  while (last < heights.length && (end < bottom || last === first)) {
    end += heights[last] ?? 0;
    last += 1;
  }
  const total = heights.reduce((sum, height) => sum + height, 0);
  return { first, last, before, after: total - end };
}
