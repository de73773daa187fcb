import { Decimal } from "decimal.js";
import type { CellValue } from "../../workbook/workbookSnapshot";
import { readPeriod, type Period } from "./readPeriod";

/** ≥, = and ≤; range: both ends are typed; none: a bare number. */
type Operator = "atLeast" | "equal" | "atMost" | "range" | "none";

/** A number with its unit: ≥95%, 2138 本, 每月 1 次/人, 3~5 场. */
export interface Quantity {
  readonly kind: "quantity";
  readonly operator: Operator;
  readonly amount: Decimal;
  /** The upper end of a range. */
  readonly to?: Decimal;
  /** 次/人, %, 元 (万元 and 亿元 are turned into it); empty where none is typed. */
  readonly unit: string;
  /** 每月; empty where the number is of the whole year. */
  readonly per: string;
  /** What the number is of, where that is typed: 举办培训班, 下降. */
  readonly of: string;
}

/**
 * What stands as 年度指标值 or 实际完成值. words: nothing that can be counted (定性). What cannot be read whole is words
 * too, never a guess.
 */
export type Typed =
  | Quantity
  | Period
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "blank" };

export function readTyped(value: CellValue): Typed {
  const text = typeof value === "number" ? new Decimal(value).toFixed() : plainText(value);
  if (text === "") return { kind: "blank" };
  return readPeriod(text) ?? readQuantity(text) ?? { kind: "words", text };
}

/** 》95%: a bracket of titles typed for the sign of a bound. */
export function mistypedOperator(value: CellValue): { typed: string; meant: string } | undefined {
  const typed = /^([》《〉〈])=?[0-9]/u.exec(plainText(value))?.[1];
  return typed === undefined ? undefined : { typed, meant: "》〉".includes(typed) ? "≥" : "≤" };
}

/** Half-width, without blanks and the commas of thousands. */
export function plainText(value: CellValue): string {
  if (typeof value !== "string") return "";
  return value
    .normalize("NFKC")
    .replace(/\s/gu, "")
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, "");
}

const SIGNS: Readonly<Record<string, Operator>> = {
  ...signs("atLeast", ["≥", "≧", "⩾", ">=", "=>", ">", "》", "》=", "〉"]),
  ...signs("atMost", ["≤", "≦", "⩽", "<=", "=<", "<", "《", "《=", "〈"]),
  "=": "equal",
};
const AT_LEAST_WORDS =
  /(?:不得?(?:低于|少于|小于)|(?<!不得?)(?:大于(?:等于)?|高于|多于|超过)|至少)$/u;
const AT_MOST_WORDS =
  /(?:不得?(?:超过|高于|多于|大于)|(?<!不得?)(?:小于(?:等于)?|低于|少于)|控制在)$/u;
const EQUAL_WORDS = /等于$/u;

const WHOLE = /^([^0-9≥≧⩾≤≦⩽<>=》《〉〈]*)([≥≧⩾≤≦⩽<>=》《〉〈]*)([0-9]+(?:\.[0-9]+)?)(.*)$/u;
const UP_TO = /^([^0-9]*?)(?:[-~—–]|至|到)([0-9]+(?:\.[0-9]+)?)(.*)$/u;
const AFTER = /(?:及|或|\(含\))?(以上|以下|[以之]?内)$/u;
const DONE = /已?完成$/u;
const PER = /每(?:个|一)?(?:季度|[年季月周日天次人户期])/u;
/** Words that change nothing in what is counted. */
const NEUTRAL = /(?:已经?|实际|共计?|合计|累计|全年|年度|完成|达到?|实现|为|均|:)/gu;
/** 第3名, 前10名, 约30次, 30余次 have a number and count nothing exactly. */
const NO_COUNT = /[第前近约-]$/u;
const ABOUT = /左右|上下|[余多几]|[底末前]$/u;
const ODD = /[0-9。,;、()"“”]/u;
const SCALES = new Map([
  ["万元", 10_000],
  ["亿元", 100_000_000],
]);

function readQuantity(text: string): Quantity | undefined {
  const [, before = "", sign = "", digits, behind = ""] = WHOLE.exec(text) ?? [];
  if (digits === undefined || NO_COUNT.test(before)) return undefined;
  const [, ownUnit = "", to, rest = behind] = UP_TO.exec(behind) ?? [];
  const after = AFTER.exec(rest)?.[1];
  const unit = rest.replace(AFTER, "").replace(DONE, "");
  if (ABOUT.test(unit) || ODD.test(unit) || unit.length > 10) return undefined;
  if (to !== undefined && ![unit, ""].includes(ownUnit)) return undefined;

  const said = [
    ...(sign === "" ? [] : [SIGNS[sign]]),
    ...(AT_MOST_WORDS.test(before) ? ["atMost" as const] : []),
    ...(AT_LEAST_WORDS.test(before) ? ["atLeast" as const] : []),
    ...(EQUAL_WORDS.test(before) ? ["equal" as const] : []),
    ...(after === undefined ? [] : [after === "以上" ? ("atLeast" as const) : ("atMost" as const)]),
    ...(to === undefined ? [] : ["range" as const]),
  ];
  const [operator = "none"] = said;
  // 控制在 3 万元以内 says the same twice; ≥3 万元以内 contradicts itself.
  if (said.includes(undefined) || said.some((each) => each !== operator)) return undefined;

  const of = withoutOperator(before);
  const scale = SCALES.get(unit) ?? 1;
  const whole = {
    kind: "quantity",
    operator,
    amount: new Decimal(digits).times(scale),
    unit: scale === 1 ? unit : "元",
    per: PER.exec(of)?.[0].replace(/个|一/u, "") ?? "",
    of: of.replace(PER, "").replace(NEUTRAL, ""),
  } as const;
  return to === undefined ? whole : { ...whole, to: new Decimal(to).times(scale) };
}

function withoutOperator(before: string): string {
  return before.replace(AT_MOST_WORDS, "").replace(AT_LEAST_WORDS, "").replace(EQUAL_WORDS, "");
}

function signs(operator: Operator, all: readonly string[]): Record<string, Operator> {
  return Object.fromEntries(all.map((sign) => [sign, operator]));
}
