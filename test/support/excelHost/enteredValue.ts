import { EXCEL_ERRORS } from "../../../src/adapters/guard/planLimits";
import type { HostCell } from "./hostSheet";

export type HostValue = number | string | boolean | null;

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?%?$/iu;
/** Chinese Excel takes all of these for dates or times. */
const DATE =
  /^(?:\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?|\d{1,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}:\d{2}(?::\d{2})?)$/u;
const SOME_DATE = 43_831;

/** What stands in a cell after this was entered; undefined: nothing. */
export function enteredValue(input: unknown, isTextCell: boolean): HostCell | undefined {
  if (typeof input === "number" || typeof input === "boolean") return { value: input };
  if (typeof input !== "string") throw new Error(`not a cell value: ${JSON.stringify(input)}`);
  if (input === "") return undefined;
  // A formula that is typed into a text cell stays text, and so does an apostrophe.
  if (isTextCell) return { value: input };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (input.startsWith("=") && input.length > 1) return { value: null, formula: input };
  if (EXCEL_ERRORS.has(input)) return { value: input };
  const text = input.normalize("NFKC").trim();
  if (/^(?:true|false)$/iu.test(text)) return { value: text.toLowerCase() === "true" };
  if (/^\((\d+(?:\.\d+)?)\)$/u.test(text)) return { value: -Number(text.slice(1, -1)) };
  if (/\d/u.test(text) && NUMBER.test(text)) return { value: numberOf(text) };
  if (DATE.test(text)) return { value: SOME_DATE };
  return { value: input };
}

function numberOf(text: string): number {
  const number = Number(text.replaceAll(",", "").replace("%", ""));
  return text.endsWith("%") ? number / 100 : number;
}
