import { Decimal } from "decimal.js";
import { ZERO, type Amount } from "./amount";

/**
 * The unit stays with the caller: 12.5万元 in a table in 万元 is 12.5, elsewhere it is not.
 * noted: a number with a remark behind it (5.84(净值)), to be used with a hint or not at all.
 */
export type ParsedAmount =
  | { readonly kind: "amount"; readonly value: Amount; readonly unit?: AmountUnit }
  | { readonly kind: "noted"; readonly value: Amount; readonly note: string }
  | { readonly kind: "blank" }
  | { readonly kind: "unreadable"; readonly text: string };

export type AmountUnit = "元" | "万元" | "亿元";

const HOST_DIGITS = 15;
const BLANKS = /[\s\u200b\ufeff]/gu;
const MINUS = /[\u2010-\u2015\u2212\ufe63\uff0d]/gu;
const PLAIN = /^(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/u;
const GROUPED = /^[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?$/u;
const NUMBER = /^([-+])?(?:[¥$]|人民币)?([-+])?([0-9.,]+)(亿元|万元|元)?$/u;
const BRACKETED = /^\(([^()+-]+)\)$/u;
const NOTED = /^([-+]?[0-9.,]+)\(([^()]+)\)$/u;
const LONGEST = 60;

/** Reads what people type into figure cells. Nothing unreadable ever becomes zero. */
export function parseAmount(input: string | number): ParsedAmount {
  return typeof input === "number" ? fromNumber(input) : fromText(input);
}

/** A cell that shows 0.3 may hold 0.30000000000000004: hosts show 15 digits. */
function fromNumber(input: number): ParsedAmount {
  if (!Number.isFinite(input)) return { kind: "unreadable", text: String(input) };
  const shortest = String(input);
  const digits =
    shortest.length <= HOST_DIGITS && !shortest.includes("e")
      ? shortest
      : input.toPrecision(HOST_DIGITS);
  return { kind: "amount", value: withoutMinusZero(new Decimal(digits)) };
}

function fromText(text: string): ParsedAmount {
  const unreadable = { kind: "unreadable", text } as const;
  const plain = text.normalize("NFKC").replace(BLANKS, "").replace(MINUS, "-");
  if (plain === "") return { kind: "blank" };
  if (plain.length > LONGEST) return unreadable;

  const noted = NOTED.exec(plain);
  if (noted?.[1] !== undefined && noted[2] !== undefined && !PLAIN.test(noted[2])) {
    const value = signedNumber(noted[1])?.value;
    return value ? { kind: "noted", value, note: noted[2] } : unreadable;
  }
  const inner = BRACKETED.exec(plain)?.[1];
  const number = signedNumber(inner ?? plain);
  if (!number) return unreadable;
  const value = withoutMinusZero(inner === undefined ? number.value : number.value.neg());
  return number.unit === undefined
    ? { kind: "amount", value }
    : { kind: "amount", value, unit: number.unit };
}

function signedNumber(text: string): { value: Amount; unit?: AmountUnit } | undefined {
  const [, before, after, digits, unit] = NUMBER.exec(text) ?? [];
  if (digits === undefined || (before !== undefined && after !== undefined)) return undefined;
  if (!PLAIN.test(digits) && !GROUPED.test(digits)) return undefined;
  const amount = new Decimal(digits.replaceAll(",", ""));
  const value = withoutMinusZero((before ?? after) === "-" ? amount.neg() : amount);
  return unit === undefined ? { value } : { value, unit: unit as AmountUnit };
}

function withoutMinusZero(value: Amount): Amount {
  return value.isZero() ? ZERO : value;
}
