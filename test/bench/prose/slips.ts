import { Decimal } from "decimal.js";
import type { RandomNumbers } from "../../golden/randomNumbers";
import type { ClaimKind } from "./claim";
import type { Shape } from "./compose";
import type { Alteration, Touch } from "./draft";
import { chineseNumber } from "./headings";
import {
  printAmount,
  printCount,
  type PrintedFigure,
  printPercent,
  type Style,
  widen,
} from "./style";
import type { UnitModel } from "./unitModel";

export interface Surroundings {
  readonly touches: readonly Touch[];
  readonly style: Style;
  readonly unit: UnitModel;
  readonly shape: Shape;
  readonly random: RandomNumbers;
}

export type AroundFigure = Pick<Surroundings, "touches" | "style" | "random">;

export const figured = (figure: PrintedFigure): Alteration => ({ text: figure.text, figure });

export function truncate({ exact, printed }: Touch, { style, random }: AroundFigure) {
  const cut = exact?.toDecimalPlaces(style.percentDecimals, Decimal.ROUND_DOWN);
  if (!cut || !printed || cut.equals(printed.value)) return undefined;
  return { ...figured(printPercent(cut, style, random)), isHint: true };
}

type Retype = (digits: string, random: RandomNumbers) => string | undefined;

/** The figure with other digits, in the style of the text. */
export function retyped(retype: Retype) {
  return ({ role, printed }: Touch, { style, random }: AroundFigure): Alteration | undefined => {
    const digits = printed && retype(printed.shown, random);
    if (!digits || digits === printed.shown) return undefined;
    const value = new Decimal(digits).times(printed.scale);
    if (role === "count") {
      const unit = /\D+$/u.exec(printed.text.trim())?.[0] ?? "";
      return figured(printCount(value.toNumber(), unit.trim(), style));
    }
    return figured((role === "amount" ? printAmount : printPercent)(value, style, random));
  };
}

export function swapDigits(digits: string, random: RandomNumbers): string | undefined {
  const places = Array.from(digits).flatMap((digit, index) => {
    const next = digits[index + 1];
    const isLeadingZero = index === 0 && next === "0";
    return /^\d\d$/u.test(digit + (next ?? "")) && digit !== next && !isLeadingZero ? [index] : [];
  });
  if (places.length === 0) return undefined;
  const at = random.pick(places);
  return `${digits.slice(0, at)}${digits[at + 1] ?? ""}${digits[at] ?? ""}${digits.slice(at + 2)}`;
}

export function mistypeDigit(digits: string, random: RandomNumbers): string | undefined {
  if (!/[1-9]/u.test(digits)) return undefined;
  const places = Array.from(digits).flatMap((digit, index) => (/\d/u.test(digit) ? [index] : []));
  const at = random.pick(places);
  const moved = (Number(digits[at]) + random.integer(1, 8)) % 10;
  return at === 0 && moved === 0
    ? undefined
    : `${digits.slice(0, at)}${String(moved)}${digits.slice(at + 1)}`;
}

export function partly(part: Touch["part"]) {
  const change = retyped(mistypeDigit);
  return (touch: Touch, around: AroundFigure) =>
    touch.part === part ? change(touch, around) : undefined;
}

/** Only amounts by which something changed. */
export function changed(touch: Touch, around: AroundFigure): Alteration | undefined {
  const isChange = /:(?:change|difference|overBudget)$/u.test(touch.key);
  return isChange ? retyped(mistypeDigit)(touch, around) : undefined;
}

/** Only where the figure stands twice. */
export function differ(touch: Touch, around: AroundFigure): Alteration | undefined {
  const same = around.touches.filter(({ role, key }) => role === touch.role && key === touch.key);
  return same.length > 1 ? retyped(mistypeDigit)(touch, around) : undefined;
}

/** The figure of one unit with the name of the other. */
export function slipUnit(
  { printed, exact }: Touch,
  { style, random }: AroundFigure,
): Alteration | undefined {
  if (!printed || !exact || exact.isZero() || style.unit === "亿元") return undefined;
  const isYuan = style.unit === "元";
  const value = isYuan ? printed.value.times(10_000) : printed.value.div(10_000);
  const slip = random.chance(0.5);
  // 75.40 万元 as 75.40 元, or as 754000.00 万元.
  if (isYuan || slip) {
    const [from, to] = isYuan ? ["元", "万元"] : ["万元", "元"];
    const text = printed.text.replace(from, to);
    const scale = isYuan ? 10_000 : 1;
    return { text, figure: { ...printed, text, value, half: new Decimal(0), scale } };
  }
  return figured(printAmount(printed.value.times(10_000), { ...style, unit: "万元" }, random));
}

export function turn({ key }: Touch): Alteration {
  return { text: key, isTurned: true };
}

export const worded = (text: string, right: string, claim: ClaimKind = "wording"): Alteration => ({
  text,
  claim: { kind: claim, claimed: text.trim(), recomputed: right, verdict: "wrong" },
});

/** Where the right year stands often enough to be the right one. */
const hasYears = (touches: readonly Touch[]) =>
  touches.filter(({ role }) => role === "year").length >= 3;

export function ageYear(
  { text }: Touch,
  { touches, unit, style }: Surroundings,
): Alteration | undefined {
  if (!hasYears(touches)) return undefined;
  const last = String(unit.year - 1);
  const printed = style.isWide ? widen(last) : last;
  return { ...worded(text.replace(text.trim(), printed), String(unit.year)) };
}

export function shortenYear({ text }: Touch, { unit }: Surroundings): Alteration {
  const year = text.trim();
  return worded(text.replace(year, year.slice(0, 3)), String(unit.year));
}

const OFTEN = /主要原因是|主要原因|主要用于|主要是|贯彻|进一步|严格|组织|其中/u;

export function doubleWord({ text }: Touch): Alteration | undefined {
  const found = OFTEN.exec(text);
  if (!found) return undefined;
  const [word] = found;
  const doubled = `${text.slice(0, found.index)}${word}${text.slice(found.index)}`;
  const inner = { start: found.index, end: found.index + 2 * word.length };
  const claim = {
    kind: "wording",
    claimed: `${word}${word}`,
    recomputed: word,
    verdict: "wrong",
  } as const;
  return { text: doubled, inner, claim };
}

export function leaveMark({ text }: Touch, { random }: Surroundings): Alteration {
  const mark = random.pick(["[bookmark: _GoBack]", "[bookmark: _Hlk52]", "错误!未定义书签。"]);
  const claim = { kind: "wording", claimed: mark, recomputed: "", verdict: "wrong" } as const;
  return { text: `${mark}${text}`, inner: { start: 0, end: mark.length }, claim };
}

export function leaveBlank({ role }: Touch, { style, random }: Surroundings): Alteration {
  const blank = random.pick(
    role === "percent" ? ["XX", "**", " ", "X.XX"] : ["XX", "****", "××", "XXX.XX"],
  );
  const unit = role === "percent" ? style.percentSign : style.unit === "元" ? "元" : "万元";
  return { ...worded(`${style.gap}${blank}${unit}`, ""), figure: null };
}

export function leaveAlternative({ text, key }: Touch): Alteration {
  return worded(`${text}（或${key}）`, text);
}

/** The number before it once more, or the next one too early; where 目录 holds the rest, only this one. */
export function misnumber({ key }: Touch, { shape, random }: Surroundings): Alteration | undefined {
  const number = Number(key);
  if (number < 2) return undefined;
  const step = random.pick([-1, 1]);
  const shift = shape === "document" ? 0 : step;
  return { ...worded(chineseNumber(number + step), chineseNumber(number), "numbering"), shift };
}

export function retitle({ text, key }: Touch): Alteration {
  return worded(key, text, "numbering");
}

export function rename({ text }: Touch, { touches, unit }: Surroundings): Alteration | undefined {
  // One against one tells nobody which is right, nor whether they are two units.
  if (touches.filter(({ role }) => role === "name").length < 3) return undefined;
  const claim = {
    kind: "name",
    claimed: unit.otherName,
    recomputed: text,
    verdict: "inconsistent",
  } as const;
  return { text: unit.otherName, claim };
}
