import {
  partsFigures,
  saysSame,
  type HeadingIndex,
  type WantedBlock,
  type WantedColumn,
} from "./headingIndex";
import type { Heading, LabelBook } from "./labelBook";
import { isBlank, isBlankRow, isNumeric, type SheetGrid } from "./sheetGrid";

/** The heading rows of one head, and what stands above each column. */
export interface HeadBand {
  readonly top: number;
  /** Without the row of 栏次. */
  readonly bottom: number;
  /** The last row before the figures. */
  readonly lastRow: number;
  /** Column → heading path, outermost first; columns without headings are absent. */
  readonly paths: ReadonlyMap<number, readonly Heading[]>;
}

export interface HeadContext {
  readonly grid: SheetGrid;
  readonly book: LabelBook;
  readonly index: HeadingIndex;
}

const COLUMN_NUMBER = "栏次";
/** Rows that somebody inserted between headings; merged headings stand on them. */
const MOST_BLANK_ROWS = 5;
/** 1, (1), 1栏, 1=2+3; columns of labels are counted 甲, 乙 … */
const NUMBER = /^\(?([0-9]{1,2})\)?栏?(?:=[0-9+\-()]+)?$/u;
const LETTER = /^[甲乙丙丁]$/u;
const CODE_LEVELS = new Set(["类", "款", "项"]);
const CODES = "科目编码";

/** How many cells of a row say what headings say, of the whole table or of some blocks. */
export function headLabelsIn(
  { grid, book, index }: HeadContext,
  row: number,
  blocks: readonly WantedBlock[] = [],
): number {
  const isHeading = (canonical: string) =>
    index.labels.has(canonical) &&
    (blocks.length === 0 || blocks.some(({ labels }) => labels.has(canonical)));
  let found = 0;
  for (let column = 1; column <= grid.width; column += 1) {
    const text = grid.text(row, column);
    if (text !== "" && isHeading(book.heading(text).canonical)) found += 1;
  }
  return found;
}

export function readBand(context: HeadContext, top: number, lastRow: number): HeadBand {
  const { grid, index } = context;
  const deepest = index.depth + 2;
  let bottom = top;
  let last = top;
  let filled = 0;
  let blank = 0;
  for (
    let row = top + 1;
    row <= lastRow && filled < deepest && blank <= MOST_BLANK_ROWS;
    row += 1
  ) {
    if (isBlankRow(grid, row)) {
      blank += 1;
      continue;
    }
    filled += 1;
    if (isColumnNumberRow(context, row)) {
      last = row;
      break;
    }
    if (!continuesHead(context, top, row)) break;
    bottom = row;
    last = row;
  }
  const paths = new Map<number, readonly Heading[]>();
  for (let column = 1; column <= grid.width; column += 1) {
    const path = pathAt(context, top, bottom, column);
    if (path.length > 0) paths.set(column, path);
  }
  return { top, bottom, lastRow: last, paths };
}

/** 栏次 is printed in words, or at least the numbers run on: 1 2 3 … */
export function isColumnNumberRow({ grid, book }: HeadContext, row: number): boolean {
  const numbers: number[] = [];
  let others = 0;
  for (let column = 1; column <= grid.width; column += 1) {
    const value = grid.value(row, column);
    if (isBlank(value)) continue;
    const number = typeof value === "string" ? printedNumber(book, value) : value;
    if (number === COLUMN_NUMBER) return true;
    if (number === undefined) continue;
    if (typeof number === "number" && Number.isInteger(number)) numbers.push(number);
    else others += 1;
  }
  const [first = 0] = numbers;
  return (
    others === 0 &&
    numbers.length > 1 &&
    first >= 1 &&
    first <= 3 &&
    numbers.every((number, place) => number === first + place)
  );
}

/** Undefined for what only accompanies numbers, null for what is none. */
function printedNumber(
  book: LabelBook,
  text: string,
): number | typeof COLUMN_NUMBER | null | undefined {
  const { normal, bare } = book.spell(text);
  if (bare === COLUMN_NUMBER) return COLUMN_NUMBER;
  if (normal.length === 1 && LETTER.test(normal)) return undefined;
  if (normal > "A") return null;
  const digits = NUMBER.exec(normal)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A row goes on with the head while its texts stand below headings that they belong to. */
function continuesHead(context: HeadContext, top: number, row: number): boolean {
  const { grid, book } = context;
  let continuing = 0;
  let repeated = 0;
  let foreign = 0;
  for (let column = 1; column <= grid.width; column += 1) {
    const value = grid.value(row, column);
    if (isNumeric(value)) return false;
    const text = grid.text(row, column);
    if (text === "") continue;
    const above = pathAt(context, top, row - 1, column, true);
    const label = book.heading(text);
    // A heading that is written again in each cell it stands over.
    if (above.at(-1)?.normal === label.normal) repeated += 1;
    else if (follows(context.index, above, label)) continuing += 1;
    else if (isLeading(context.index, above)) return false;
    else foreign += 1;
  }
  return continuing > 0 || (repeated > 0 && foreign === 0);
}

function follows({ blocks }: HeadingIndex, above: readonly Heading[], label: Heading): boolean {
  const parent = above.at(-1);
  const joined = [...above, label].map(({ normal }) => normal).join("");
  return blocks.some(({ name, columns, lead }) =>
    columns.some((wanted) => {
      const place = wanted.path.findIndex((part) => saysSame(label, part));
      if (place >= 0) {
        if (parent === undefined || parent.canonical === name) return true;
        const parentPlace = wanted.path.findIndex((part) => saysSame(parent, part));
        if (parentPlace >= 0 && parentPlace < place) return true;
      }
      if (above.length > 0 && wanted.joined.startsWith(joined)) return true;
      if (partsFigures(label) && isFigureUnder(wanted, parent)) return true;
      return wanted === lead && parent !== undefined && CODE_LEVELS.has(label.normal);
    }),
  );
}

function isFigureUnder({ column, path }: WantedColumn, parent: Heading | undefined): boolean {
  return column.definition.role === "figure" && saysSame(parent, path.at(-1));
}

/** Below 项目 or 科目编码 stand the rows. */
function isLeading({ blocks }: HeadingIndex, above: readonly Heading[]): boolean {
  const last = above.at(-1);
  if (last === undefined) return false;
  return blocks.some(({ columns }) =>
    columns.some(
      ({ column, path }) =>
        (column.definition.role === "label" ||
          column.definition.role === "code" ||
          column.definition.role === "name") &&
        path.some(({ canonical }) => canonical === last.canonical),
    ),
  );
}

/** `inherit`: a blank cell takes the heading at its left even where nothing stands below it yet. */
function pathAt(
  { grid, book }: HeadContext,
  top: number,
  bottom: number,
  column: number,
  inherit = false,
): readonly Heading[] {
  const path: Heading[] = [];
  let deeper = inherit;
  let isLevel = false;
  for (let row = bottom; row >= top; row -= 1) {
    const merge = grid.merge(row, column);
    const own = grid.text(row, column);
    const anchored = merge && merge.top >= top ? grid.text(merge.top, merge.left) : own;
    const text = own !== "" ? own : anchored;
    const found = text === "" && deeper && !merge ? headingAtLeft(grid, top, row, column) : text;
    if (found === "") continue;
    deeper = true;
    const part = book.heading(found);
    if (CODE_LEVELS.has(part.normal) && path.length === 0) {
      isLevel = true;
      continue;
    }
    if (path[0]?.normal !== part.normal || path[0].year !== part.year) path.unshift(part);
  }
  // 类, 款 and 项 without 科目编码 above them
  if (isLevel && !path.some(({ normal }) => normal.includes("科目")))
    path.push(book.heading(CODES));
  return path;
}

/** Where heads are not merged, a heading reaches over the blank cells at its right, up to the next one above them. */
function headingAtLeft(grid: SheetGrid, top: number, row: number, column: number): string {
  for (let left = column; left >= 1; left -= 1) {
    const text = left < column ? grid.text(row, left) : "";
    if (text !== "") {
      const merge = grid.merge(row, left);
      return merge && merge.right > merge.left ? "" : text;
    }
    for (let above = top; above < row; above += 1) {
      if (grid.text(above, left) !== "") return "";
    }
  }
  return "";
}
