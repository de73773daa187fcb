import type { BinaryExpression, Expression, ItemWord, Reference } from "../expression";
import { comparesWords, figureReferences, referencesOf } from "../expression";
import { withoutBlanks } from "../cellWords";
import { areaOf, PrintError, wordsCellOf, type Area, type PrintContext } from "./area";

/** What native formulas show where a figure is missing or cannot be read. */
export const UNDETERMINED = "数据不足";

/** One side of a relation, or a total, in native terms. */
export interface NativeNumber {
  /** Never an error: text counts nothing in it. */
  readonly value: string;
  /** TRUE where some cell holds something that is not a number. */
  readonly unreadable: string;
  /** TRUE where no cell holds a number. */
  readonly blank: string;
  /** How many numbers other than zero. */
  readonly nonzero: string;
  /** TRUE where a division by zero would be needed. */
  readonly zeroBase?: string;
}

/**
 * A total, rate or score as the formula of its cell: blank while nothing is filled in, 数据不足 while something cannot
 * be read.
 */
export function printCell(
  expression: Expression,
  context: PrintContext,
  decimals?: number,
): string {
  if (isTextual(expression)) return printTextual(expression, context);
  const number = printNumber(expression, context);
  const value = decimals === undefined ? number.value : rounded(number.value, decimals);
  const guarded = number.zeroBase ? `IF(${number.zeroBase},"${UNDETERMINED}",${value})` : value;
  return `IF(${number.unreadable},"${UNDETERMINED}",IF(${number.blank},"",${guarded}))`;
}

export function printNumber(expression: Expression, context: PrintContext): NativeNumber {
  const areas = new Map<Reference, Area>();
  for (const reference of figureReferences(expression))
    areas.set(reference, areaOf(reference, context));
  const all = [...areas.values()];
  const zeroBase = zeroBases(expression, context);
  return {
    value: valueOf(expression, context),
    unreadable: all.length === 0 ? "FALSE" : `${all.map(({ texts }) => texts).join("+")}>0`,
    blank: blankOf(expression, context),
    nonzero: all.length === 0 ? "0" : plus(all.map(({ nonzero }) => nonzero)),
    ...(zeroBase.length === 0 ? {} : { zeroBase: anyOf(zeroBase) }),
  };
}

export function rounded(value: string, decimals: number): string {
  return `ROUND(${value},${String(decimals)})`;
}

/** Binary remainders (100.03-100.02) must not decide a comparison. */
function settled(value: string): string {
  return rounded(value, 6);
}

function valueOf(expression: Expression, context: PrintContext): string {
  switch (expression.kind) {
    case "number":
      return expression.value.toFixed();
    case "text":
      return literal(expression.value);
    case "year":
      return literal(String(context.year ?? expression.value));
    case "item":
      return itemCell(expression.word, context);
    case "reference":
      return areaOf(expression.reference, context).sum;
    case "negate":
      return `-${valueOf(expression.operand, context)}`;
    case "binary": {
      if (comparesWords(expression)) return comparedWords(expression, context);
      const { operator } = expression;
      const left = valueOf(expression.left, context);
      const right = valueOf(expression.right, context);
      switch (operator) {
        case "+":
        case "-":
          if (isFromNought(expression)) return right;
          return `(${isChain(expression.left) ? left.slice(1, -1) : left}${operator}${right})`;
        case "×":
          return `(${left}*${right})`;
        case "÷":
          return `(${left}/${right})`;
        case "&":
          return `${left}&${right}`;
        default: {
          const sign = { "≠": "<>", "≤": "<=", "≥": ">=" } as Partial<Record<string, string>>;
          const [one, other] = [expression.left, expression.right].map((side, index) =>
            side.kind === "number" ? side.value.toFixed() : settled(index === 0 ? left : right),
          );
          return `${one ?? ""}${sign[operator] ?? operator}${other ?? ""}`;
        }
      }
    }
    case "call":
      return callOf(expression, context);
  }
}

/** 0 + x: as x is added up, but never blank. */
function isFromNought({ operator, left }: BinaryExpression): boolean {
  return operator === "+" && left.kind === "number" && left.value.isZero();
}

function comparedWords({ operator, left, right }: BinaryExpression, context: PrintContext): string {
  const [a, b] = [left, right].map((side) => {
    if (side.kind === "text") return literal(withoutBlanks(side.value));
    const cell = side.kind === "reference" ? wordsCellOf(side.reference, context) : undefined;
    if (cell === undefined) throw new PrintError("文字只能和一个单元格比较");
    return `SUBSTITUTE(SUBSTITUTE(${cell}," ",""),"　","")`;
  });
  return `(${a ?? ""}${operator === "=" ? "=" : "<>"}${b ?? ""})`;
}

/** a + b - c needs one pair of brackets, however long it is: Excel counts the levels. */
function isChain(expression: Expression): boolean {
  return (
    expression.kind === "binary" &&
    (expression.operator === "+" || expression.operator === "-") &&
    !isFromNought(expression)
  );
}

function callOf(expression: Expression & { readonly kind: "call" }, context: PrintContext): string {
  const { name, args } = expression;
  const values = () => args.map((arg) => valueOf(arg, context));
  switch (name) {
    case "SUM":
      return plusValues(values());
    case "MIN":
    case "MAX":
      return extreme(name, args, context);
    case "ROUND":
      return `ROUND(${settledProduct(args[0], context)},${values()[1] ?? "0"})`;
    case "ABS":
    case "NOT":
    case "AND":
    case "OR":
      return `${name}(${values().join(",")})`;
    case "IF": {
      const [condition, ...branches] = args;
      if (!condition) throw new PrintError("IF 缺少条件");
      return `IF(${valueOf(condition, context)},${branches.map((arg) => valueOf(arg, context)).join(",")})`;
    }
    case "有数": {
      const [arg] = args;
      if (!arg) throw new PrintError("有数 缺少引用");
      return `NOT(${blankOf(arg, context)})`;
    }
    case "计数":
    case "不适用数": {
      const [arg] = args;
      if (arg?.kind !== "reference") throw new PrintError(`${name} 缺少引用`);
      const { numbers, dropped } = areaOf(arg.reference, context);
      const count = name === "计数" ? numbers : dropped;
      if (count === undefined) throw new PrintError(`${arg.reference.text} 不能数不适用的格`);
      return count;
    }
    default:
      throw new PrintError(`${name} 只能用在文字里`);
  }
}

export function itemCell(word: ItemWord, { textCells }: PrintContext): string {
  const cell = textCells?.itemCell?.(word);
  if (cell === undefined) throw new PrintError(`“${word}”没有所在的格`);
  return cell;
}

/** Products and quotients carry binary remainders: settle them before rounding decides a tie. */
function settledProduct(arg: Expression | undefined, context: PrintContext): string {
  if (!arg) throw new PrintError("ROUND 缺少参数");
  return `ROUND(${valueOf(arg, context)},9)`;
}

function extreme(name: "MIN" | "MAX", args: readonly Expression[], context: PrintContext): string {
  return `${name}(${args.map((arg) => (arg.kind === "reference" ? rangesOf(arg.reference, context) : valueOf(arg, context))).join(",")})`;
}

/** MIN and MAX take cells as they are, so that blank ones stay out. */
function rangesOf(reference: Reference, context: PrintContext): string {
  const { sum } = areaOf(reference, context);
  const ranges = /^SUM\((.*)\)$/u.exec(sum)?.[1];
  if (ranges === undefined) throw new PrintError(`${reference.text} 不能用在 MIN、MAX 里`);
  return ranges;
}

function blankOf(expression: Expression, context: PrintContext): string {
  switch (expression.kind) {
    case "number":
    case "text":
    case "year":
    case "item":
      return "FALSE";
    case "reference":
      return `${areaOf(expression.reference, context).numbers}=0`;
    case "negate":
      return blankOf(expression.operand, context);
    case "binary": {
      if (comparesWords(expression)) return "FALSE";
      const both = [blankOf(expression.left, context), blankOf(expression.right, context)];
      if (expression.operator === "×" || expression.operator === "÷") return anyOf(both);
      const plain = plainReferences(expression);
      return plain ? `${plus(plain.map((each) => areaOf(each, context).numbers))}=0` : allOf(both);
    }
    case "call": {
      const { name, args } = expression;
      const [first] = args;
      if (name === "ROUND" && first) return blankOf(first, context);
      if (name === "IF" && first) return blankChoice(first, context);
      if (["有数", "计数", "不适用数", "AND", "OR", "NOT"].includes(name)) return "FALSE";
      const blanks = args.map((arg) => blankOf(arg, context));
      return name === "MIN" || name === "MAX" ? anyOf(blanks) : allOf(blanks);
    }
  }
}

/** A condition on a cell that nobody has filled in decides nothing. */
export function blankChoice(condition: Expression, context: PrintContext): string {
  if (condition.kind !== "binary" || comparesWords(condition)) return "FALSE";
  return anyOf([condition.left, condition.right].map((side) => blankOf(side, context)));
}

/** All references of a sum or difference without constants: one COUNT tells whether it is blank. */
function plainReferences(expression: Expression): Reference[] | undefined {
  switch (expression.kind) {
    case "reference":
      return [expression.reference];
    case "negate":
      return plainReferences(expression.operand);
    case "binary": {
      if (expression.operator !== "+" && expression.operator !== "-") return undefined;
      const left = plainReferences(expression.left);
      const right = plainReferences(expression.right);
      return left && right && [...left, ...right];
    }
    default:
      return undefined;
  }
}

function zeroBases(expression: Expression, context: PrintContext): string[] {
  switch (expression.kind) {
    case "binary":
      return [
        ...zeroBases(expression.left, context),
        ...zeroBases(expression.right, context),
        ...(expression.operator === "÷"
          ? [`${settled(valueOf(expression.right, context))}=0`]
          : []),
      ];
    case "negate":
      return zeroBases(expression.operand, context);
    case "call":
      return expression.args.flatMap((arg) => zeroBases(arg, context));
    default:
      return [];
  }
}

/** IF with texts as results: grades. */
function isTextual(expression: Expression): boolean {
  if (expression.kind === "text") return true;
  if (expression.kind === "binary") return expression.operator === "&";
  return (
    expression.kind === "call" &&
    expression.name === "IF" &&
    expression.args.slice(1).some(isTextual)
  );
}

function printTextual(expression: Expression, context: PrintContext): string {
  const references = referencesOf(expression);
  if (references.length === 0) return valueOf(expression, context);
  const { unreadable, blank } = printNumber(expression, context);
  return `IF(${unreadable},"${UNDETERMINED}",IF(${blank},"",${valueOf(expression, context)}))`;
}

export function literal(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function plus(parts: readonly string[]): string {
  const counts = parts.map((part) => /^COUNT\((.*)\)$/u.exec(part)?.[1]);
  return counts.every((each) => each !== undefined) && counts.length > 1 && counts.length < 200
    ? `COUNT(${counts.join(",")})`
    : parts.length === 1
      ? (parts[0] ?? "0")
      : `(${parts.join("+")})`;
}

function plusValues(values: readonly string[]): string {
  const lists = values.map((value) => /^SUM\(([^()]*)\)$/u.exec(value)?.[1]);
  return lists.every((list) => list !== undefined)
    ? `SUM(${lists.join(",")})`
    : `(${values.join("+")})`;
}

function anyOf(conditions: readonly string[]): string {
  const real = [...new Set(conditions)].filter((each) => each !== "FALSE");
  if (real.length === 0) return "FALSE";
  return real.length === 1 ? (real[0] ?? "FALSE") : `OR(${real.join(",")})`;
}

function allOf(conditions: readonly string[]): string {
  const different = [...new Set(conditions)];
  if (different.includes("FALSE")) return "FALSE";
  return different.length === 1 ? (different[0] ?? "FALSE") : `AND(${different.join(",")})`;
}
