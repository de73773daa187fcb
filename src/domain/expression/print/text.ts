import {
  figureReferences,
  isTextCell,
  referencesOf,
  type Expression,
  type ItemWord,
  type Reference,
  type TextPart,
} from "../expression";
import { COMPARED, LAST_YEAR_FIGURE, lessThanPrinted, NEGATIVE_LAST_YEAR } from "../evaluate";
import { ITEM_NAME, missingWords } from "../renderText";
import { gapWords } from "../textPiece";
import { areaOf, PrintError, type PrintContext } from "./area";
import { blankChoice, itemCell, literal, printNumber, rounded } from "./number";

/** Excel repairs a file with a longer literal in a formula. */
const LONGEST_LITERAL = 240;

/** A paragraph as one native formula; the exact text is `renderText`'s. */
export function printText(parts: readonly TextPart[], context: PrintContext): string {
  const pieces = parts.flatMap((part) =>
    typeof part === "string" ? literals(part) : [printPart(part, context)],
  );
  return pieces.length === 0 ? '""' : pieces.join("&");
}

function literals(text: string): string[] {
  const chunks: string[] = text === "" ? ['""'] : [];
  for (let at = 0; at < text.length; at += LONGEST_LITERAL) {
    chunks.push(literal(text.slice(at, at + LONGEST_LITERAL)));
  }
  return chunks;
}

/** One {…} of a paragraph: an amount, a text, a phrase, or 【缺：…】. */
function printPart(part: Expression, context: PrintContext): string {
  switch (part.kind) {
    case "text":
      return literals(part.value).join("&");
    case "year":
      return literal(String(context.year ?? part.value));
    case "number":
      return literal(part.value.toFixed());
    case "item":
      return printItem(part.word, context);
    case "reference":
      return printReference(part.reference, context);
    case "binary":
      if (part.operator === "&") {
        return `${printPart(part.left, context)}&${printPart(part.right, context)}`;
      }
      return printAmount(part, context);
    case "negate":
      return printAmount(part, context);
    case "call":
      return printCall(part, context);
  }
}

function printCall(part: Expression & { readonly kind: "call" }, context: PrintContext): string {
  const [first, second, third] = part.args;
  switch (part.name) {
    case "金额":
      return printAmount(need(first), context);
    case "个数":
      return printCount(need(first), context);
    case "百分比":
      return printPercentage(need(first), need(second), context);
    case "较上年":
      return printComparison(need(first), need(second), context);
    case "IF": {
      const condition = need(first);
      const [yes, no] = [printPart(need(second), context), printPart(need(third), context)];
      const { unreadable, value } = printNumber(condition, context);
      const blank = blankChoice(condition, context);
      const lacking = missing(condition, context, blank);
      // One that is known decides, whatever the others are.
      if (condition.kind === "call" && condition.name === "OR") {
        return `IF(${value},${yes},${guard(unreadable, blank, lacking, no)})`;
      }
      return guard(unreadable, blank, lacking, `IF(${value},${yes},${no})`);
    }
    case "计数":
    case "不适用数": {
      const { value, unreadable } = printNumber(part, context);
      return guard(unreadable, "FALSE", missing(part, context, "FALSE"), `${value}&""`);
    }
    case "列举": {
      const cell = context.textCells?.listCell?.(part.args);
      if (cell === undefined) throw new PrintError("列举 没有所在的格");
      return cell;
    }
    default:
      return printAmount(part, context);
  }
}

function printItem(word: ItemWord, context: PrintContext): string {
  const cell = itemCell(word, context);
  if (word === "数") return fixed(cell, context.decimals);
  if (word === "编码" || word === "序号") return `${cell}&""`;
  return `IF(LEN(${cell})>0,${cell},${literal(gapWords(ITEM_NAME))})`;
}

function printReference(reference: Reference, context: PrintContext): string {
  if (isTextCell(reference)) {
    const { cell } = areaOf(reference, context);
    if (cell === undefined) throw new PrintError(`${reference.text} 不是一个单元格`);
    return `IF(LEN(${cell})>0,${cell}&"",${literal(missingWords(reference))})`;
  }
  return printAmount({ kind: "reference", reference }, context);
}

function printAmount(expression: Expression, context: PrintContext): string {
  const { value, unreadable, blank } = printNumber(expression, context);
  const amount = fixed(value, context.decimals);
  return guard(unreadable, blank, missing(expression, context, blank), amount);
}

function printCount(expression: Expression, context: PrintContext): string {
  const { value, unreadable, blank } = printNumber(expression, context);
  const count = `${rounded(value, context.decimals)}&""`;
  return guard(unreadable, blank, missing(expression, context, blank), count);
}

function printPercentage(part: Expression, base: Expression, context: PrintContext): string {
  const whole = printNumber(base, context);
  const piece = printNumber(part, context);
  const share = `${percentage(piece.value, whole.value, context)}&"%"`;
  const guarded = `IF(${cents(whole.value, context)}=0,${missing(base, context)},${share})`;
  return guard(
    piece.unreadable,
    piece.blank,
    missing(part, context, piece.blank),
    guard(whole.unreadable, whole.blank, missing(base, context, whole.blank), guarded),
  );
}

function printComparison(current: Expression, previous: Expression, context: PrintContext): string {
  const now = printNumber(current, context);
  const before = printNumber(previous, context);
  const change = rounded(`${now.value}-${before.value}`, context.decimals);
  const amount = fixed(`ABS(${change})`, context.decimals);
  const base = cents(before.value, context);
  const rate = percentage(`ABS(${change})`, before.value, context);
  const least = literal(lessThanPrinted(context.percentDecimals));
  const growth = `"，"&IF(${change}>0,"增长","下降")&IF(${rate}=0,${least},${rate}&"%")`;
  const negative = `IF(${base}<0,${literal(NEGATIVE_LAST_YEAR)},${growth})`;
  const byRate = `IF(${base}=0,"（上年为0，不计算增长率）",${negative})`;
  const phrase = `IF(${change}=0,"与上年持平",${literal(COMPARED)}&IF(${change}>0,"增加","减少")&${amount}&"万元"&${byRate})`;
  return guard(
    now.unreadable,
    now.blank,
    missing(current, context, now.blank),
    guard(before.unreadable, before.blank, literal(COMPARED + gapWords(LAST_YEAR_FIGURE)), phrase),
  );
}

/** Ratios are taken from whole cents, so that an exact tie stays one in binary arithmetic. */
function percentage(part: string, base: string, context: PrintContext): string {
  return rounded(`${cents(part, context)}*100/${cents(base, context)}`, context.percentDecimals);
}

function cents(value: string, { decimals }: PrintContext): string {
  return `ROUND(ROUND(${value},${String(decimals)})*1${"0".repeat(decimals)},0)`;
}

function fixed(value: string, decimals: number): string {
  const format = decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
  return `TEXT(${rounded(value, decimals)},"${format}")`;
}

function guard(unreadable: string, blank: string, label: string, then: string): string {
  const conditions = [unreadable, blank].filter((each) => each !== "FALSE");
  if (conditions.length === 0) return then;
  const lacking = conditions.length === 1 ? (conditions[0] ?? "") : `OR(${conditions.join(",")})`;
  return `IF(${lacking},${label},${then})`;
}

/**
 * As `renderText` chooses: what is no figure, else what is blank, else the first. What is never blank is missing only for
 * what is no figure.
 */
function missing(of: Expression, context: PrintContext, blank?: string): string {
  const references = referencesOf(of);
  const places = references.map((reference) => ({
    label: literal(missingWords(reference)),
    area: areaOf(reference, context),
  }));
  const [first] = places;
  if (!first) return literal(gapWords("数"));
  if (places.every(({ label }) => label === first.label)) return first.label;
  const choose = (choices: readonly (readonly [string, string])[], otherwise: string) =>
    choices.reduceRight((rest, [is, label]) => `IF(${is},${label},${rest})`, otherwise);
  const unread = places.map(({ label, area }) => [`${area.texts}>0`, label] as const);
  const last = places.at(-1);
  if (blank === "FALSE" && last && figureReferences(of).length === references.length) {
    return choose(unread.slice(0, -1), last.label);
  }
  const unfilled = places.map(({ label, area }) => [`${area.numbers}=0`, label] as const);
  return choose([...unread, ...unfilled], first.label);
}

function need(expression: Expression | undefined): Expression {
  if (!expression) throw new PrintError("函数缺少参数");
  return expression;
}
