import type { SheetGrid } from "./sheetGrid";

export interface PrintedCode {
  readonly code: string;
  /** The name behind the code, where both stand in one cell. */
  readonly name?: string;
}

const CODE = /^[0-9]{2,9}$/u;
/** 201-03-01 */
const PARTED = /(?<=[0-9])[-\u2010-\u2015](?=[0-9])/gu;
/** 款 and 项 in columns of their own may be numbers: 3 for 03. */
const LONE_DIGIT = /^([0-9])$/u;
const CODE_AND_NAME = /^([0-9]{3,7})[-_:]?(\p{L}.*)$/u;
const CLASS_DIGITS = 3;
const LEVEL_DIGITS = 2;

/** A code as text or number, or split over several columns. */
export function readCode(
  grid: SheetGrid,
  row: number,
  from: number,
  to: number,
  above: string | undefined,
): PrintedCode | undefined {
  let digits = "";
  let first = 0;
  for (let column = from; column <= to; column += 1) {
    const value = grid.value(row, column);
    if (value === null) continue;
    const text = typeof value === "number" ? String(value) : grid.text(row, column);
    const written = CODE.test(text) ? text : withoutMarks(text);
    if (written === "") continue;
    const plain = column > from ? written.replace(LONE_DIGIT, "0$1") : written;
    if (!CODE.test(plain)) {
      const [, code, name] = CODE_AND_NAME.exec(plain) ?? [];
      return code === undefined || name === undefined ? undefined : { code, name };
    }
    if (digits === "") first = column - from;
    // Some print the whole code in each of the columns: 201, 20103, 2010301.
    digits = isWholeAgain(digits, plain) ? plain : digits + plain;
  }
  if (digits === "") return undefined;
  const code = first > 0 ? withStem(digits, first, above) : digits;
  return code === undefined ? undefined : { code };
}

function withoutMarks(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s'.]/gu, "")
    .replace(PARTED, "");
}

function isWholeAgain(before: string, digits: string): boolean {
  return before.length >= CLASS_DIGITS && digits.startsWith(before);
}

/** 款 and 项 without what stands at their left go on from the row above; without one they are no code. */
function withStem(digits: string, column: number, above: string | undefined): string | undefined {
  if (digits.length % LEVEL_DIGITS === 1) return digits;
  const length = CLASS_DIGITS + LEVEL_DIGITS * (column - 1);
  return above !== undefined && above.length >= length
    ? above.slice(0, length) + digits
    : undefined;
}
