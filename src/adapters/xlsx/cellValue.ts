import { type CellValue, NO_RESULT } from "../../domain/workbook/workbookSnapshot";
import { WorkbookError } from "../../ports/workbookPorts";
import { decodeEscapes } from "./sharedStrings";

export interface RawCell {
  /** The attribute t; "n" where there is none. */
  readonly type: string;
  /** What <v> holds; undefined where there is no <v>. */
  readonly value: string | undefined;
  readonly inlineText: string | undefined;
}

const SERIAL_OF_1970 = 25_569;
const DAY = 86_400_000;

function readNumber(text: string): CellValue {
  const number = Number(text);
  return Number.isFinite(number) ? number : { error: "#NUM!" };
}

/** The rare ISO date becomes what every other date in a workbook is: a serial number. */
function readIsoDate(text: string): CellValue {
  const time = Date.parse(/[zZ]|[+-]\d\d:\d\d$/u.test(text) ? text : `${text.slice(0, 10)}T00:00Z`);
  return Number.isNaN(time) ? text : time / DAY + SERIAL_OF_1970;
}

function readSharedString(text: string, strings: readonly string[]): string {
  const shared = strings[Number(text)];
  if (shared === undefined) throw new WorkbookError("damaged", "shared string missing");
  return shared;
}

/**
 * Dates stay the serial numbers that they are in the file, since that is what formulas see. A formula's
 * empty text is a result; only a number, boolean or error that is not there is none.
 */
export function readCellValue(
  raw: RawCell,
  hasFormula: boolean,
  strings: readonly string[],
): CellValue {
  const { type } = raw;
  if (type === "inlineStr") return readText(raw.inlineText, hasFormula);
  if (type === "str") return readText(raw.value && decodeEscapes(raw.value), hasFormula);
  const value = raw.value?.trim();
  if (value === undefined || value === "") return hasFormula ? { error: NO_RESULT } : null;
  switch (type) {
    case "s":
      return readSharedString(value, strings);
    case "b":
      return value === "1" || value === "true";
    case "e":
      return { error: value };
    case "d":
      return readIsoDate(value);
    default:
      return readNumber(value);
  }
}

function readText(text: string | undefined, hasFormula: boolean): CellValue {
  return text ?? (hasFormula ? "" : null);
}
