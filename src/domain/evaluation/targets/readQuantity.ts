import { Decimal } from "decimal.js";
import { withDigits } from "./numerals";
import { operatorBehind, operatorOfSign, operatorWords, type Operator } from "./operators";

/** A number with its unit: ≥95%, 2138 本, 每月 1 次/人, 3~5 场. */
export interface Quantity {
  readonly kind: "quantity";
  readonly operator: Operator;
  /** In the plain unit: 3 万元 is 30000 元. */
  readonly amount: Decimal;
  /** The upper end of a range. */
  readonly to?: Decimal;
  /** 次/人, %, 元; empty where none is typed. */
  readonly unit: string;
  /** 10000 where 万 is typed. */
  readonly scale: number;
  /** 每月; 每年 where the whole year is named; empty where nothing is. */
  readonly per: string;
  /** What the number is of, where that is typed: 举办培训班, 下降. */
  readonly of: string;
  /** 1/3 may be the third of January as well: 103. */
  readonly asDay?: number;
}

const SIGN = "≥≧⩾≤≦⩽<>=》《〉〈";
const NUMBER = String.raw`[0-9]+(?:\.[0-9]+)?`;
const WHOLE = new RegExp(
  `^([^0-9${SIGN}]*)([${SIGN}]*)(${NUMBER})(?:/([1-9][0-9]*)(?![0-9/.-]))?(.*)$`,
  "u",
);
const UP_TO = new RegExp(`^([^0-9]*?)(?:[-~—–]+|至|到)(${NUMBER})(.*)$`, "u");
const DONE = /已?完成$/u;
const PER = /每(?:个|一)?(?:季度?|[年月周日天次人户期])|全年/gu;
const UNIT_PER = /\/(年|季度?|月|周|日|天)$/u;
/** Words that change nothing in what is counted. */
const NEUTRAL = /(?:已经?|实际|共计?|合计|累计|年度|完成|达到?|实现|为|均|:)/gu;
/** 第3名, 前10名, 约30次, 30余次 have a number and count nothing exactly. */
const NO_COUNT = /[第前近约-]$/u;
const ABOUT = /左右|上下|[余多几]|[底末前]$/u;
const ODD = /[0-9。,;、()"“”]/u;
const LONGEST_UNIT = 10;
const SCALED = /^([万亿])(.+)$/u;
const SCALES = new Map([
  ["万", 10_000],
  ["亿", 100_000_000],
]);
/** One thing under two names. */
const UNITS = new Map([
  ["天", "日"],
  ["个工作日", "工作日"],
  ["名", "人"],
  ["位", "人"],
  ["公里", "千米"],
  ["公斤", "千克"],
]);

/** `text` as `plainText` gives it; undefined for what is no number, or cannot be read whole. */
export function readQuantity(text: string): Quantity | undefined {
  return readOne(text) ?? readBoth(text);
}

function readOne(text: string): Quantity | undefined {
  const [, before = "", sign = "", digits, whole, behind = ""] = WHOLE.exec(withDigits(text)) ?? [];
  if (digits === undefined || NO_COUNT.test(before)) return undefined;
  const [, ownUnit = "", to, rest = behind] = UP_TO.exec(behind) ?? [];
  const after = operatorBehind(rest);
  const unit = unitOf(after.rest.replace(DONE, ""));
  if (ABOUT.test(unit.typed) || ODD.test(unit.typed) || unit.typed.length > LONGEST_UNIT) {
    return undefined;
  }
  if (to !== undefined && ![unit.typed, ""].includes(ownUnit)) return undefined;

  const words = operatorWords(before);
  const said = [
    ...(sign === "" ? [] : [operatorOfSign(sign)]),
    ...words.said,
    ...after.said,
    ...(to === undefined ? [] : ["range" as const]),
  ];
  const [operator = "none"] = said;
  // 控制在 3 万元以内 says the same twice; ≥3 万元以内 contradicts itself.
  if (said.includes(undefined) || said.some((each) => each !== operator)) return undefined;

  const periods = [...(words.rest.match(PER) ?? []), ...(unit.per === "" ? [] : [unit.per])];
  const of = words.rest.replace(PER, "").replace(NEUTRAL, "");
  const number = new Decimal(digits).div(whole ?? 1);
  const isDay = whole !== undefined && said.length === 0 && of === "" && unit.typed === "";
  const day = isDay ? dayOf(Number(digits), Number(whole)) : undefined;
  return {
    kind: "quantity",
    operator,
    amount: number.times(unit.scale),
    ...(to === undefined ? {} : { to: new Decimal(to).times(unit.scale) }),
    unit: unit.name,
    scale: unit.scale,
    per: periods.map(periodOf).join(""),
    of,
    ...(day === undefined ? {} : { asDay: day }),
  };
}

/** ≥3 次，≤5 次 · 不少于 3 次且不超过 5 次 · 3 次以上 5 次以下 */
function readBoth(text: string): Quantity | undefined {
  const [first, second, ...more] = text.split(/[,;、且]+|(?<=[0-9][^0-9]*以[上下])(?=[0-9])/u);
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const both = [readOne(first), readOne(second)] as const;
  const low = both.find((each) => each?.operator === "atLeast");
  const high = both.find((each) => each?.operator === "atMost");
  if (!low || !high || high.amount.lessThan(low.amount)) return undefined;
  const parts = (["unit", "per", "of"] as const).map((key) => [low[key], high[key]] as const);
  if (parts.some(([a, b]) => a !== b && a !== "" && b !== "")) return undefined;
  // 3~5 万元 with 万 behind the last alone.
  if (low.unit !== high.unit && low.scale !== high.scale) return undefined;
  const [unit = "", per = "", of = ""] = parts.map(([a, b]) => (a === "" ? b : a));
  return { ...low, operator: "between", to: high.amount, unit, per, of };
}

function unitOf(text: string): { typed: string; name: string; scale: number; per: string } {
  const [, per] = UNIT_PER.exec(text) ?? [];
  const typed = text.replace(UNIT_PER, "");
  const [, scaleWord = "", scaled = typed] = SCALED.exec(typed) ?? [];
  return {
    typed,
    name: UNITS.get(scaled) ?? scaled,
    scale: SCALES.get(scaleWord) ?? 1,
    per: per === undefined ? "" : `每${per}`,
  };
}

/** 每个月 is 每月, 每季 is 每季度, 全年 is 每年. */
function periodOf(words: string): string {
  if (words === "全年") return "每年";
  return words.replace(/个|一/u, "").replace(/季$/u, "季度").replace("天", "日");
}

function dayOf(month: number, day: number): number | undefined {
  const isDay = Number.isInteger(month) && month >= 1 && month <= 12 && day <= 31;
  return isDay ? month * 100 + day : undefined;
}
