import type { Block } from "../template/template";
import type { CellRange } from "../workbook/cellAddress";

export interface Heading {
  readonly text: string;
  /** Rows and columns count from 0 within the block's head. */
  readonly area: CellRange;
}

/** As printed, outermost first: 收入 / 支出 of a table with two halves stands above its columns. */
function printedPaths(block: Block): readonly (readonly string[])[] {
  const { name, columns } = block.definition;
  return columns.map(({ heading }) => (name === undefined ? heading : [name, ...heading]));
}

export function headingDepth(blocks: readonly Block[]): number {
  return Math.max(...blocks.flatMap(printedPaths).map((path) => path.length));
}

/** Equal neighbours are one heading; a path that ends early reaches down to the last heading row. */
export function blockHeadings(block: Block, depth: number): readonly Heading[] {
  const paths = printedPaths(block);
  const headings: Heading[] = [];
  for (let level = 0; level < depth; level += 1) {
    for (let left = 0; left < paths.length; left += 1) {
      const path = paths[left] ?? [];
      const text = path[level];
      if (text === undefined) continue;
      let right = left;
      while (sharesHeading(path, paths[right + 1], level)) right += 1;
      const bottom = level === path.length - 1 ? depth - 1 : level;
      headings.push({ text, area: { top: level, left, bottom, right } });
      left = right;
    }
  }
  return headings;
}

function sharesHeading(
  path: readonly string[],
  next: readonly string[] | undefined,
  level: number,
): boolean {
  if (next === undefined || level === path.length - 1 || level === next.length - 1) return false;
  return path.slice(0, level + 1).every((text, index) => text === next[index]);
}
