import { type CellValue, isErrorValue, NO_RESULT } from "../../domain/workbook/workbookSnapshot";
import { mapUnquoted } from "../guard/formulaText";
import { EXCEL_ERRORS } from "../guard/planLimits";

export interface CellContent {
  readonly value: CellValue;
  readonly formula?: string;
}

export const BLANK: CellContent = { value: null };

const YOUNGER_ERRORS: ReadonlySet<string> = new Set([
  "#SPILL!",
  "#CALC!",
  "#GETTING_DATA",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#BUSY!",
  "#UNKNOWN!",
  "#EXTERNAL!",
]);

function toCellValue(value: unknown): CellValue {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string") return null;
  return EXCEL_ERRORS.has(value) || YOUNGER_ERRORS.has(value) ? { error: value } : value;
}

/** From what Excel shows as the cell's value and as its formula: of a cell without formula both are the same. */
export function toCellContent(value: unknown, formula: unknown): CellContent {
  if (typeof formula !== "string" || !formula.startsWith("=") || formula === value) {
    return value === "" ? BLANK : { value: toCellValue(value) };
  }
  const text = mapUnquoted(formula.slice(1), (code) => code.replace(/_xl(?:fn|ws)\./gu, ""));
  const result = toCellValue(value);
  return { value: result ?? { error: NO_RESULT }, formula: text };
}

/** Texts that no Excel takes for a number, a date, a formula or a logical value. */
const PLAIN_TEXT = /^(?![上下一二三四五六七八九十〇零星])\p{Script=Han}/u;

function looksLikeMore(text: string): boolean {
  return !PLAIN_TEXT.test(text) && !/^[（【《“][^\d\p{Nd}]*$/u.test(text);
}

/** What to enter, so that Excel keeps exactly this. In a text cell an apostrophe would be kept too. */
export function toInput({ value, formula }: CellContent, isTextCell: boolean): unknown {
  if (formula !== undefined) return `=${formula}`;
  if (value === null) return "";
  if (isErrorValue(value)) return value.error;
  if (typeof value !== "string" || value === "" || isTextCell) return value;
  return looksLikeMore(value) ? `'${value}` : value;
}

/** Excel keeps 15 digits, and one kind of line break; what it answers does not tell the text #N/A from the error. */
export function sameValue(left: CellValue, right: CellValue): boolean {
  if (isErrorValue(left)) return left.error === (isErrorValue(right) ? right.error : right);
  if (isErrorValue(right)) return left === right.error;
  if (typeof left === "number" && typeof right === "number") {
    return left.toPrecision(15) === right.toPrecision(15);
  }
  if (typeof left === "string" && typeof right === "string") {
    return left.replaceAll("\r\n", "\n") === right.replaceAll("\r\n", "\n");
  }
  return left === right;
}

/** Blanks, cases and needless quotes are Excel's to choose. */
function canonical(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'((?:[^']|'')*)'!|[^"']+/gu, (text, sheet?: string) => {
    if (text.startsWith('"')) return text;
    return (sheet === undefined ? text : `${sheet}!`).replace(/\s+/gu, "").toUpperCase();
  });
}

/** Of a formula only its text counts: its result changes by itself. */
export function sameContent(left: CellContent, right: CellContent): boolean {
  if (left.formula === undefined || right.formula === undefined) {
    return left.formula === right.formula && sameValue(left.value, right.value);
  }
  return left.formula === right.formula || canonical(left.formula) === canonical(right.formula);
}

export function contentOf({ value, formula }: CellContent): CellContent {
  return formula === undefined ? { value } : { value, formula };
}

/** Excel may write a formula in its own way: that one stands there is what can be asked. */
export function isAsPlanned(content: CellContent, plan: CellContent): boolean {
  if (plan.formula !== undefined) return content.formula !== undefined;
  const value = plan.value === "" ? null : plan.value;
  return content.formula === undefined && sameValue(content.value, value);
}
