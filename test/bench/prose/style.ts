import { Decimal } from "decimal.js";
import type { RandomNumbers } from "../../golden/randomNumbers";

/** How one text prints its figures. */
export interface Style {
  readonly unit: "万元" | "元" | "亿元";
  readonly largeDecimals: number;
  readonly percentDecimals: number;
  readonly dropsZeros: boolean;
  readonly percentDropsZeros: boolean;
  readonly hasThousands: boolean;
  readonly isWide: boolean;
  readonly percentSign: string;
  readonly gap: string;
  /** A blank that came in from a table or a scan. */
  readonly innerBlanks: number;
  readonly zero: string;
  readonly hasHalfPunctuation: boolean;
  readonly quotes: readonly [string, string];
  readonly our: string;
  readonly lineBreaks: number;
}

export interface PrintedFigure {
  readonly text: string;
  readonly value: Decimal;
  readonly half: Decimal;
  readonly shown: string;
  readonly decimals: number;
  readonly scale: number;
}

const QUOTES: readonly (readonly [string, string])[] = [
  ["“", "”"],
  ["“", "”"],
  ['"', '"'],
  ["", ""],
];

export function drawStyle(random: RandomNumbers): Style {
  const isWide = random.chance(0.06);
  return {
    unit: random.pick(["万元", "万元", "万元", "万元", "万元", "万元", "万元", "元", "亿元"]),
    largeDecimals: random.pick([2, 4]),
    percentDecimals: random.pick([0, 1, 1, 2, 2, 2]),
    dropsZeros: random.chance(0.35),
    percentDropsZeros: random.chance(0.6),
    hasThousands: random.chance(0.12),
    isWide,
    percentSign: isWide || random.chance(0.08) ? "％" : "%",
    gap: random.chance(0.2) ? " " : "",
    innerBlanks: random.chance(0.08) ? 0.1 : 0,
    zero: random.pick(["0", "0", "0.00"]),
    hasHalfPunctuation: random.chance(0.12),
    quotes: random.pick(QUOTES),
    our: random.pick(["本单位", "本单位", "本部门", "我单位"]),
    lineBreaks: random.chance(0.15) ? 0.01 : 0,
  };
}

const NONE = new Decimal(0);
/** Half a unit of the last decimal, by the number of decimals. */
const HALVES = ["0.5", "0.05", "0.005", "0.0005", "0.00005"].map((half) => new Decimal(half));
const SCALES = { 元: 1, 万元: 10_000, 亿元: 100_000_000 } as const;

export function printAmount(amount: Decimal, style: Style, random: RandomNumbers): PrintedFigure {
  const unit = unitOf(amount, style);
  const scale = SCALES[unit];
  const decimals = unit === "亿元" ? style.largeDecimals : 2;
  const rounded = amount.div(scale).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  const isExact = unit === "元" || rounded.isZero();
  const digits = rounded.isZero()
    ? style.zero
    : dropZeros(rounded.toFixed(decimals), style.dropsZeros);
  return {
    text: dress(digits, unit, style, random),
    value: rounded.times(scale),
    half: isExact ? NONE : (HALVES[decimals] ?? NONE).times(scale),
    shown: digits,
    decimals,
    scale,
  };
}

/** Whether two amounts look the same in print. */
export function printsAlike(one: Decimal, other: Decimal, style: Style): boolean {
  const [unit, otherUnit] = [unitOf(one, style), unitOf(other, style)];
  const decimals = unit === "亿元" ? style.largeDecimals : 2;
  const printed = (amount: Decimal) =>
    amount.div(SCALES[unit]).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  return unit === otherUnit && printed(one).equals(printed(other));
}

function unitOf(amount: Decimal, { unit }: Style): Style["unit"] {
  if (unit === "亿元" && amount.abs().lessThan(SCALES.亿元)) return "万元";
  return unit;
}

export function printPercent(rate: Decimal, style: Style, random: RandomNumbers): PrintedFigure {
  const { percentDecimals } = style;
  const rounded = rate.toDecimalPlaces(percentDecimals, Decimal.ROUND_HALF_UP);
  const digits = dropZeros(rounded.toFixed(percentDecimals), style.percentDropsZeros);
  const decimals = digits.split(".")[1]?.length ?? 0;
  return {
    text: dress(digits, style.percentSign, style, random),
    value: rounded,
    half: new Decimal(10).pow(-decimals).div(2),
    shown: digits,
    decimals,
    scale: 1,
  };
}

/** Pieces and people: exact. */
export function printCount(count: number, unit: string, style: Style): PrintedFigure {
  const digits = String(count);
  const text = `${style.gap}${style.isWide ? widen(digits) : digits}${style.gap}${unit}`;
  const value = new Decimal(count);
  return { text, value, half: NONE, shown: digits, decimals: 0, scale: 1 };
}

export function dress(digits: string, unit: string, style: Style, random: RandomNumbers): string {
  let dressed = style.hasThousands ? withThousands(digits) : digits;
  if (dressed.length > 4 && random.chance(style.innerBlanks)) {
    const at = random.integer(1, dressed.length - 1);
    dressed = `${dressed.slice(0, at)} ${dressed.slice(at)}`;
  }
  if (style.isWide) dressed = widen(dressed);
  return `${style.gap}${dressed}${style.percentSign === unit ? "" : style.gap}${unit}`;
}

function withThousands(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

const dropZeros = (digits: string, drops: boolean) =>
  drops && digits.includes(".") ? digits.replace(/\.?0+$/u, "") : digits;

/** Full-width digits and point, as some input methods leave them. */
export const widen = (text: string): string =>
  text.replace(/[0-9.]/gu, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
