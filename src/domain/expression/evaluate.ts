import { Decimal } from "decimal.js";
import { isDropped, type FigureAt } from "../disclosure/figure";
import { comparedWords, plainNumber } from "./cellWords";
import { comparesWords } from "./expression";
import type { BinaryExpression, Comparison, Expression, Operator, Reference } from "./expression";
import { figuresOf, termsOf, type BoundItem, type FigureTerm, type Scope } from "./scope";

/** What the phrase of 较上年 lacks without a figure for last year. */
export const LAST_YEAR_FIGURE = "上年数";
export const COMPARED = "与上年相比，";

/** A rate on a negative base would say the opposite of what happened. */
export const NEGATIVE_LAST_YEAR = "（上年为负数，不计算增长率）";

const ZERO = new Decimal(0);
const HUNDRED = new Decimal(100);

/** A result with what the proof of printed figures needs to know about how it came about. */
export interface AmountValue {
  readonly kind: "amount";
  readonly value: Decimal;
  /** Printed figures in it that are not zero, and those that are. */
  readonly nonzero: number;
  readonly zero: number;
  /** Only sums and differences: the interval of printing is known. */
  readonly provable: boolean;
  /** No cell in it holds a figure. */
  readonly blank: boolean;
}

export type Value =
  | AmountValue
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "undetermined"; readonly causes: readonly Cause[] };

/** Why something cannot be computed: the cell, or a base of zero. */
export type Cause =
  { readonly kind: "figure"; readonly term: FigureTerm } | { readonly kind: "zeroBase" };

/** The exact value of an expression, or what keeps it from having one. */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case "number":
      return amount(expression.value, 0, 0, true, false);
    case "text":
      return { kind: "text", value: expression.value };
    case "year":
      return { kind: "text", value: String(scope.year ?? expression.value) };
    case "item":
      return itemValue(expression, scope);
    case "reference":
      return sumOf(expression.reference, scope);
    case "negate": {
      const operand = evaluate(expression.operand, scope);
      return operand.kind === "amount" ? { ...operand, value: operand.value.neg() } : operand;
    }
    case "binary":
      return comparesWords(expression)
        ? wordsCompared(expression, scope)
        : binary(expression, scope);
    case "call":
      return call(expression, scope);
  }
}

function amount(
  value: Decimal,
  nonzero: number,
  zero: number,
  provable: boolean,
  blank: boolean,
): AmountValue {
  return { kind: "amount", value, nonzero, zero, provable, blank };
}

type ItemExpression = Expression & { readonly kind: "item" };

function itemValue(expression: ItemExpression, scope: Scope): Value {
  if (expression.word === "数") {
    const figure = boundItem(scope).figure;
    return (figure && sumOfFigures([figure])) ?? { kind: "undetermined", causes: [] };
  }
  const words = itemWords(expression, scope);
  return words === undefined
    ? { kind: "undetermined", causes: [] }
    : { kind: "text", value: words };
}

/** A code, its name or that of a code above it: the table's, else the package's. */
export function itemWords({ word, codeNames }: ItemExpression, scope: Scope): string | undefined {
  const item = boundItem(scope);
  const { code, ordinal } = item;
  const named = (of: string) => item.nameOf(of) ?? codeNames(of);
  switch (word) {
    case "类名":
      return named(code.slice(0, 3));
    case "款名":
      return named(code.slice(0, 5));
    case "名称":
      return named(code);
    case "序号":
      return String(ordinal);
    default:
      return code;
  }
}

function boundItem({ binding }: Scope): BoundItem {
  if (!binding?.item) throw new Error("no item is bound");
  return binding.item;
}

function sumOf(reference: Reference, scope: Scope): Value {
  const figures = figuresOf(reference, scope);
  return sumOfFigures(figures) ?? withoutSum(termsOf(reference, scope));
}

/** Nothing where one of them cannot be read. */
function sumOfFigures(figures: readonly FigureAt[]): AmountValue | undefined {
  let value = ZERO;
  let nonzero = 0;
  let zero = 0;
  let blank = true;
  for (const { figure } of figures) {
    switch (figure.kind) {
      case "amount":
        blank = false;
        if (figure.published.isZero()) {
          zero += 1;
        } else {
          value = nonzero === 0 ? figure.published : value.plus(figure.published);
          nonzero += 1;
        }
        break;
      case "unreadable":
      case "error":
      case "missing":
        return undefined;
      case "blank":
      case "nothing":
      case "notApplicable":
        break;
    }
  }
  return amount(value, nonzero, zero, true, blank);
}

/** A single cell with a text is that text; else the cells that cannot be read are the causes. */
function withoutSum(terms: readonly FigureTerm[]): Value {
  const [first, second] = terms;
  if (first?.figure.kind === "unreadable" && !second) {
    return { kind: "text", value: first.figure.text };
  }
  const causes = terms.filter(cannotBeRead).map((term): Cause => ({ kind: "figure", term }));
  return { kind: "undetermined", causes };
}

function cannotBeRead({ figure }: FigureTerm): boolean {
  return figure.kind === "unreadable" || figure.kind === "error" || figure.kind === "missing";
}

function binary({ operator, left, right }: BinaryExpression, scope: Scope): Value {
  if (operator === "&") {
    const [a, b] = [evaluate(left, scope), evaluate(right, scope)];
    const gone = undetermined([a, b]);
    return gone ?? { kind: "text", value: plainText(a, scope) + plainText(b, scope) };
  }
  const a = asAmount(evaluate(left, scope), left, scope);
  const b = asAmount(evaluate(right, scope), right, scope);
  if (a.kind !== "amount" || b.kind !== "amount") {
    const text = comparedTexts(operator, a, b);
    return text ?? undetermined([a, b]) ?? { kind: "undetermined", causes: [] };
  }
  const nonzero = a.nonzero + b.nonzero;
  const zero = a.zero + b.zero;
  const provable = a.provable && b.provable;
  const blank = a.blank && b.blank;
  switch (operator) {
    case "+":
      return amount(plus(a.value, b.value), nonzero, zero, provable, blank);
    case "-":
      return amount(minus(a.value, b.value), nonzero, zero, provable, blank);
    case "×":
      return amount(a.value.times(b.value), nonzero, zero, false, a.blank || b.blank);
    case "÷":
      if (a.blank || b.blank) return amount(ZERO, nonzero, zero, false, true);
      return b.value.isZero()
        ? { kind: "undetermined", causes: [{ kind: "zeroBase" }] }
        : amount(a.value.div(b.value), nonzero, zero, false, false);
    default:
      return { kind: "truth", value: compares(operator, a.value, b.value) };
  }
}

/** Most figures of a set are zero or blank. */
function plus(one: Decimal, other: Decimal): Decimal {
  if (one.isZero()) return other;
  return other.isZero() ? one : one.plus(other);
}

function minus(one: Decimal, other: Decimal): Decimal {
  return other.isZero() ? one : one.minus(other);
}

export function compares(comparison: Comparison, left: Decimal, right: Decimal): boolean {
  switch (comparison) {
    case "=":
      return left.equals(right);
    case "≠":
      return !left.equals(right);
    case "≤":
      return left.lessThanOrEqualTo(right);
    case "≥":
      return left.greaterThanOrEqualTo(right);
    case "<":
      return left.lessThan(right);
    case ">":
      return left.greaterThan(right);
  }
}

function wordsCompared(expression: BinaryExpression, scope: Scope): Value {
  const compared = comparedWords(expression, scope);
  if (typeof compared === "boolean") return { kind: "truth", value: compared };
  return { kind: "undetermined", causes: compared.map((term) => ({ kind: "figure", term })) };
}

function comparedTexts(operator: Operator, a: Value, b: Value): Value | undefined {
  if (a.kind !== "text" || b.kind !== "text") return undefined;
  if (operator === "=") return { kind: "truth", value: a.value === b.value };
  if (operator === "≠") return { kind: "truth", value: a.value !== b.value };
  return undefined;
}

/** Text where a figure belongs is a cell that could not be read. */
function asAmount(value: Value, expression: Expression, scope: Scope): Value {
  if (value.kind !== "text" || expression.kind !== "reference") return value;
  const causes = termsOf(expression.reference, scope)
    .filter(({ figure }) => figure.kind === "unreadable")
    .map((term): Cause => ({ kind: "figure", term }));
  return { kind: "undetermined", causes };
}

function undetermined(values: readonly Value[]): Value | undefined {
  const causes = values.flatMap((value) => (value.kind === "undetermined" ? value.causes : []));
  return values.some(({ kind }) => kind === "undetermined")
    ? { kind: "undetermined", causes }
    : undefined;
}

function call(expression: Expression & { readonly kind: "call" }, scope: Scope): Value {
  const { name, args } = expression;
  switch (name) {
    case "IF":
      return choose(args, scope);
    case "AND":
    case "OR":
    case "NOT":
      return logic(name, args, scope);
    case "有数":
      return hasFigure(args[0], scope);
    case "计数":
      return countFigures(args[0], scope, ({ figure }) => figure.kind === "amount");
    case "不适用数":
      return countFigures(args[0], scope, ({ figure }) => isDropped(figure));
    case "金额":
    case "个数":
    case "百分比":
    case "较上年":
      return phrase(name, args, scope);
    case "列举":
      // A text with gaps of its own: renderText writes it.
      return { kind: "undetermined", causes: [] };
    default:
      return numeric(name, args, scope);
  }
}

function numeric(
  name: "SUM" | "ROUND" | "MIN" | "MAX" | "ABS",
  args: readonly Expression[],
  scope: Scope,
): Value {
  const amounts: AmountValue[] = [];
  const others: Value[] = [];
  for (const arg of args) {
    const values =
      (name === "MIN" || name === "MAX") && arg.kind === "reference"
        ? termsOf(arg.reference, scope).map((term) => sumOfFigures([term]) ?? withoutSum([term]))
        : [evaluate(arg, scope)];
    for (const each of values) {
      const value = asAmount(each, arg, scope);
      if (value.kind === "amount") amounts.push(value);
      else others.push(value);
    }
  }
  const gone = undetermined(others);
  if (gone || others.length > 0) return gone ?? { kind: "undetermined", causes: [] };
  const nonzero = count(amounts, (each) => each.nonzero);
  const zero = count(amounts, (each) => each.zero);
  const provable = amounts.every((each) => each.provable);
  const blank = amounts.every((each) => each.blank);
  const first = amounts[0]?.value ?? ZERO;
  switch (name) {
    case "SUM":
      return amount(
        amounts.reduce((sum, each) => sum.plus(each.value), ZERO),
        nonzero,
        zero,
        provable,
        blank,
      );
    case "ABS":
      return amount(first.abs(), nonzero, zero, provable, blank);
    case "ROUND":
      return amount(
        round(first, amounts[1]?.value.toNumber() ?? 0),
        nonzero,
        zero,
        false,
        amounts[0]?.blank ?? true,
      );
    case "MIN":
    case "MAX": {
      const filled = amounts.filter((each) => !each.blank).map((each) => each.value);
      const result =
        filled.length === 0 ? ZERO : Decimal[name === "MIN" ? "min" : "max"](...filled);
      const lacking = args.length > 1 && amounts.some((each) => each.blank);
      return amount(result, nonzero, zero, false, blank || lacking);
    }
  }
}

function count<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

function choose(args: readonly Expression[], scope: Scope): Value {
  const [condition, yes, no] = args;
  if (!condition || !yes || !no) throw new Error("IF takes three arguments");
  const value = evaluate(condition, scope);
  if (value.kind === "undetermined") return value;
  if (value.kind !== "truth") return { kind: "undetermined", causes: [] };
  if (comparesBlank(condition, scope)) return amount(ZERO, 0, 0, false, true);
  return evaluate(value.value ? yes : no, scope);
}

/** A condition on a cell that nobody has filled in decides nothing. */
function comparesBlank(condition: Expression, scope: Scope): boolean {
  if (condition.kind !== "binary") return false;
  if (comparesWords(condition)) return false;
  return [condition.left, condition.right].some((side) => {
    const value = evaluate(side, scope);
    return value.kind === "amount" && value.blank;
  });
}

function logic(name: "AND" | "OR" | "NOT", args: readonly Expression[], scope: Scope): Value {
  const values = args.map((arg) => evaluate(arg, scope));
  const has = (wanted: boolean) =>
    values.some((value) => value.kind === "truth" && value.value === wanted);
  // One that is known may decide, whatever the others are.
  if (name === "AND" && has(false)) return { kind: "truth", value: false };
  if (name === "OR" && has(true)) return { kind: "truth", value: true };
  const gone = undetermined(values);
  if (gone) return gone;
  return { kind: "truth", value: name === "NOT" ? !has(true) : name === "AND" };
}

function hasFigure(arg: Expression | undefined, scope: Scope): Value {
  if (!arg) throw new Error("有数 takes one argument");
  const value = evaluate(arg, scope);
  const read = asAmount(value, arg, scope);
  if (value.kind === "text" && read.kind === "undetermined") return read;
  return { kind: "truth", value: value.kind === "amount" && !value.blank };
}

function countFigures(
  arg: Expression | undefined,
  scope: Scope,
  counts: (term: FigureTerm) => boolean,
): Value {
  if (arg?.kind !== "reference") throw new Error("only cells are counted");
  const terms = termsOf(arg.reference, scope);
  const causes = terms
    .filter(({ figure }) => ["unreadable", "error", "missing"].includes(figure.kind))
    .map((term): Cause => ({ kind: "figure", term }));
  if (causes.length > 0) return { kind: "undetermined", causes };
  return amount(new Decimal(terms.filter(counts).length), 0, 0, false, false);
}

function phrase(
  name: "金额" | "个数" | "百分比" | "较上年",
  args: readonly Expression[],
  scope: Scope,
): Value {
  const values = args.map((arg) => asAmount(evaluate(arg, scope), arg, scope));
  const gone = undetermined(values);
  if (gone) return gone;
  const [first, second] = values;
  if (first?.kind !== "amount") return { kind: "undetermined", causes: [] };
  if (name === "金额") return { kind: "text", value: formatFixed(first.value, scope.decimals) };
  if (name === "个数") {
    return { kind: "text", value: plainNumber(round(first.value, scope.decimals)) };
  }
  if (second?.kind !== "amount") return { kind: "undetermined", causes: [] };
  if (name === "较上年") {
    if (second.blank) return { kind: "undetermined", causes: [] };
    const parts = comparison(first.value, second.value, scope);
    return { kind: "text", value: parts.map(({ text }) => text).join("") };
  }
  if (second.value.isZero()) return { kind: "undetermined", causes: [{ kind: "zeroBase" }] };
  return { kind: "text", value: percentage(first.value, second.value, scope.percentDecimals) };
}

/** 与上年相比，增加8.47万元，增长12.7% with its figures told apart from the words between them. */
export function comparison(current: Decimal, previous: Decimal, scope: Scope): PhrasePart[] {
  const change = current.minus(previous);
  if (change.isZero()) return [{ kind: "words", text: "与上年持平" }];
  const [more, grown] = change.isPositive() ? ["增加", "增长"] : ["减少", "下降"];
  const by: PhrasePart[] = [
    { kind: "words", text: `${COMPARED}${more}` },
    { kind: "amount", text: formatFixed(change.abs(), scope.decimals) },
  ];
  const ending = (text: string): PhrasePart[] => [...by, { kind: "words", text: `万元${text}` }];
  if (previous.isZero()) return ending("（上年为0，不计算增长率）");
  if (previous.isNegative()) return ending(NEGATIVE_LAST_YEAR);
  const rate = percentage(change.abs(), previous, scope.percentDecimals);
  if (rate === "0%") return ending(`，${grown}${lessThanPrinted(scope.percentDecimals)}`);
  return [...ending(`，${grown}`), { kind: "rate", text: rate }];
}

export interface PhrasePart {
  readonly kind: "words" | "amount" | "rate";
  readonly text: string;
}

/** 不足0.1%: a change is never called 0%. */
export function lessThanPrinted(percentDecimals: number): string {
  return `不足${new Decimal(10).pow(-percentDecimals).toFixed()}%`;
}

function percentage(part: Decimal, base: Decimal, decimals: number): string {
  return `${plainNumber(round(part.times(HUNDRED).div(base), decimals))}%`;
}

/** Half up, away from zero. */
export function round(value: Decimal, decimals: number): Decimal {
  const rounded =
    decimals >= 0
      ? value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP)
      : value
          .div(new Decimal(10).pow(-decimals))
          .toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
          .times(new Decimal(10).pow(-decimals));
  return rounded.isZero() ? ZERO : rounded;
}

/** 1234.50 */
export function amountText({ value }: AmountValue, { decimals }: Scope): string {
  return formatFixed(value, decimals);
}

function formatFixed(value: Decimal, decimals: number): string {
  return round(value, decimals).toFixed(decimals);
}

/** A value as part of a text. */
export function plainText(value: Value, scope: Scope): string {
  switch (value.kind) {
    case "text":
      return value.value;
    case "amount":
      return plainNumber(round(value.value, scope.decimals));
    case "truth":
      return value.value ? "是" : "否";
    case "undetermined":
      return "数据不足";
  }
}
