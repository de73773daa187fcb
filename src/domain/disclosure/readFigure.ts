import type { Decimal } from "decimal.js";
import { centsOf, roundHalfUp, ZERO } from "../money/amount";
import { parseAmount } from "../money/parseAmount";
import { isErrorValue, type CellValue } from "../workbook/workbookSnapshot";
import type { Figure } from "./figure";
import { remember } from "./labelBook";

const NOT_APPLICABLE = /^(?:[/\\]+|无|[-\u2010-\u2015\u2212\u2500\u2501\u30fc_]+|不适用|N\/A)$/iu;
const BLANK: Figure = { kind: "blank" };
const NOUGHT: Figure = { kind: "amount", value: ZERO, published: ZERO, cents: 0 };

/** A figure that is published as it is. */
export function exactFigure(value: Decimal): Extract<Figure, { readonly kind: "amount" }> {
  return { kind: "amount", value, published: value, cents: centsOf(value) };
}

/** By decimals: the same figures stand in many tables, and are read again after every edit. */
const numbers: Map<number, Figure>[] = [];

/** A figure as the unit publishes it: half up at `decimals`. A number with a unit or a remark is not one. */
export function readFigure(value: CellValue, decimals: number): Figure {
  if (value === null) return BLANK;
  if (value === 0) return NOUGHT;
  if (isErrorValue(value)) return { kind: "error", error: value.error };
  if (typeof value === "number") {
    const ofDecimals = (numbers[decimals] ??= new Map<number, Figure>());
    return remember(ofDecimals, value, () => readTyped(value, decimals));
  }
  if (typeof value === "boolean") return { kind: "unreadable", text: value ? "TRUE" : "FALSE" };
  return readTyped(value, decimals);
}

function readTyped(value: string | number, decimals: number): Figure {
  const parsed = parseAmount(value);
  if (parsed.kind === "blank") return BLANK;
  if (parsed.kind === "amount" && parsed.unit === undefined) {
    const published = roundHalfUp(parsed.value, decimals);
    return { kind: "amount", value: parsed.value, published, cents: centsOf(published) };
  }
  const text = String(value).trim();
  return NOT_APPLICABLE.test(text.normalize("NFKC").replace(/\s/gu, ""))
    ? { kind: "notApplicable", text }
    : { kind: "unreadable", text };
}
