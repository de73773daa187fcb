/** Rows and columns are 1-based everywhere, as people count them. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

export interface CellAddress extends CellPosition {
  readonly sheet: string;
}

export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

const columnNames: string[] = [];

export function columnName(column: number): string {
  const known = columnNames[column];
  if (known !== undefined) return known;
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  columnNames[column] = name;
  return name;
}

/** For maps of the cells of one sheet that are asked often. */
export function cellKey({ row, column }: CellPosition): number {
  return row * MAX_COLUMN + column;
}

export function formatPosition(position: CellPosition): string {
  return `${columnName(position.column)}${String(position.row)}`;
}

export function formatRange(range: CellRange): string {
  const first = formatPosition({ row: range.top, column: range.left });
  const last = formatPosition({ row: range.bottom, column: range.right });
  return first === last ? first : `${first}:${last}`;
}

/** As findings print it: the sheet's real name, no quotes. */
export function formatAddress(address: CellAddress): string {
  return `${address.sheet}!${formatPosition(address)}`;
}

/** As formulas write it: always quoted, since names like 公开01表 or F01 break unquoted somewhere. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

const [DOLLAR, CAPITAL_A, ZERO] = ["$", "A", "0"].map((each) => each.charCodeAt(0)) as [
  number,
  number,
  number,
];
/** Letters differ by it in small and in capitals. */
const SMALL = 0x20;
const MOST_LETTERS = 3;
const MOST_DIGITS = 7;

/** F16, $F$16, f16. Walked through: files name ten thousand cells. */
export function parsePosition(text: string): CellPosition | undefined {
  let at = text.charCodeAt(0) === DOLLAR ? 1 : 0;
  let column = 0;
  const firstLetter = at;
  for (; at < text.length; at += 1) {
    const letter = (text.charCodeAt(at) & ~SMALL) - CAPITAL_A;
    if (letter < 0 || letter >= 26) break;
    column = column * 26 + letter + 1;
  }
  const letters = at - firstLetter;
  if (text.charCodeAt(at) === DOLLAR) at += 1;
  const digits = text.length - at;
  let row = 0;
  for (; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9 || (digit === 0 && row === 0)) return undefined;
    row = row * 10 + digit;
  }
  const isWithin = letters > 0 && letters <= MOST_LETTERS && digits > 0 && digits <= MOST_DIGITS;
  return isWithin && column <= MAX_COLUMN && row <= MAX_ROW ? { row, column } : undefined;
}

export function parseRange(text: string): CellRange | undefined {
  const [first = "", last = first, ...more] = text.split(":");
  const from = parsePosition(first);
  const to = parsePosition(last);
  if (!from || !to || more.length > 0) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

export function rangeContains(range: CellRange, position: CellPosition): boolean {
  return (
    position.row >= range.top &&
    position.row <= range.bottom &&
    position.column >= range.left &&
    position.column <= range.right
  );
}
