import { Decimal } from "decimal.js";
import type { TemplateStructure } from "../template/template";
import {
  COMPARISONS,
  FUNCTIONS,
  ITEM_WORDS,
  comparesWords,
  type Comparing,
  type Comparison,
  type Expression,
  type FunctionName,
  type ItemWord,
  type Operator,
  type Reference,
  type TextPart,
} from "./expression";
import { nearest } from "./nearest";
import { resolveReference } from "./resolve";
import { fail, tokenize, type Token } from "./tokens";

const FUNCTION_ALIASES: Readonly<Record<string, FunctionName>> = {
  求和: "SUM",
  四舍五入: "ROUND",
  最小: "MIN",
  最大: "MAX",
  绝对值: "ABS",
  如果: "IF",
  并且: "AND",
  或者: "OR",
  非: "NOT",
};
const DEEPEST = 40;
const LONGEST = 4000;

/** One expression: a score, a rate, a part of a text. Throws FormulaError. */
export function parseExpression(formula: string, structure: TemplateStructure): Expression {
  const reader = new Reader(formula, structure);
  const expression = reader.comparison();
  reader.end();
  return expression;
}

/** A relation: two sides and a comparison. Throws FormulaError. */
export function parseRelation(formula: string, structure: TemplateStructure): Comparing {
  const expression = parseExpression(formula, structure);
  if (expression.kind !== "binary" || !isComparison(expression.operator)) {
    fail({
      at: 0,
      length: formula.length,
      message: "审核公式要有左右两方，中间用 =、≤、≥、<、> 或 ≠ 连接。",
    });
  }
  if (comparesWords(expression)) {
    fail({
      at: 0,
      length: formula.length,
      message: "审核公式的左右两方要是数；文字只能在条件（when）里比较。",
    });
  }
  return { left: expression.left, comparison: expression.operator, right: expression.right };
}

/** Bare words of a text that is written once for each code. */
const CODE_WORDS: readonly ItemWord[] = ["编码", "名称", "类名", "款名", "序号"];
/** Of one item of 列举. */
const LIST_WORDS: readonly ItemWord[] = ["编码", "名称", "数"];

/**
 * A paragraph: text with {expressions}; one that is written for each code knows its names. Throws FormulaError, placed
 * in the whole text.
 */
export function parseText(
  text: string,
  structure: TemplateStructure,
  isForEach = false,
): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("{", at);
    if (open < 0) {
      parts.push(text.slice(at));
      break;
    }
    if (open > at) parts.push(text.slice(at, open));
    const close = text.indexOf("}", open);
    if (close < 0) fail({ at: open, length: 1, message: "{ 没有对应的 }。" });
    const formula = text.slice(open + 1, close);
    const reader = new Reader(formula, structure, open + 1, isForEach ? CODE_WORDS : []);
    parts.push(reader.comparison());
    reader.end();
    at = close + 1;
  }
  return parts;
}

function isComparison(operator: Operator): operator is Comparison {
  return (COMPARISONS as readonly string[]).includes(operator);
}

class Reader {
  private readonly tokens: readonly Token[];
  private index = 0;
  private depth = 0;

  constructor(
    private readonly formula: string,
    private readonly structure: TemplateStructure,
    private readonly offset = 0,
    private itemWords: readonly ItemWord[] = [],
  ) {
    if (formula.length > LONGEST) {
      fail({
        at: offset,
        length: formula.length,
        message: `公式超过 ${String(LONGEST)} 个字，请拆成几条。`,
      });
    }
    this.tokens = tokenize(formula, offset);
    if (this.tokens.length === 0) fail({ at: offset, length: 0, message: "公式是空的。" });
  }

  end(): void {
    const token = this.tokens[this.index];
    if (!token) return;
    if (token.kind === "close") {
      fail({ at: token.at, length: 1, message: "多了一个右括号 )。" });
    }
    fail({ at: token.at, length: token.text.length, message: `“${token.text}”前面缺少运算符号。` });
  }

  comparison(): Expression {
    const left = this.chain(["&"], () => this.addition());
    const token = this.tokens[this.index];
    if (token?.kind !== "operator" || !isComparison(token.text as Operator)) return left;
    this.index += 1;
    const right = this.chain(["&"], () => this.addition());
    const next = this.tokens[this.index];
    if (next?.kind === "operator" && isComparison(next.text as Operator)) {
      fail({ at: next.at, length: 1, message: "一条公式只能比较一次，请拆成两条。" });
    }
    return { kind: "binary", operator: token.text as Operator, left, right };
  }

  private addition(): Expression {
    return this.chain(["+", "-"], () => this.chain(["×", "÷"], () => this.unary()));
  }

  private chain(operators: readonly string[], operand: () => Expression): Expression {
    let left = operand();
    for (;;) {
      const token = this.tokens[this.index];
      if (token?.kind !== "operator" || !operators.includes(token.text)) return left;
      this.index += 1;
      left = { kind: "binary", operator: token.text as Operator, left, right: operand() };
    }
  }

  private unary(): Expression {
    const token = this.tokens[this.index];
    if (token?.kind === "operator" && token.text === "-") {
      this.index += 1;
      return { kind: "negate", operand: this.unary() };
    }
    return this.primary();
  }

  private primary(): Expression {
    const token = this.tokens[this.index];
    if (!token) {
      return fail({
        at: this.offset + this.formula.length,
        length: 0,
        message: "公式没有写完：最后还缺一个数或一个引用。",
      });
    }
    this.index += 1;
    switch (token.kind) {
      case "number":
        return { kind: "number", value: readNumber(token.text) };
      case "text":
        return { kind: "text", value: token.text };
      case "open": {
        const inner = this.nested(token, () => this.comparison());
        this.close(token);
        return inner;
      }
      case "word":
        return this.afterWord(token);
      default:
        return fail({
          at: token.at,
          length: token.text.length,
          message: `这里不应是“${token.text}”。`,
        });
    }
  }

  private afterWord(word: Token): Expression {
    const next = this.tokens[this.index];
    if (next?.kind === "cell") {
      this.index += 1;
      return {
        kind: "reference",
        reference: resolveReference(word.text, next.text, this.structure, {
          table: word.at,
          cell: next.at,
        }),
      };
    }
    if (next?.kind === "open") {
      this.index += 1;
      return this.call(word, next);
    }
    if (word.text === "年度") {
      return { kind: "year", value: this.structure.definition.year };
    }
    if (word.text === "差异起点") {
      const { reasonThreshold = 0 } = this.structure.definition.narrative;
      return { kind: "number", value: new Decimal(reasonThreshold).div(100) };
    }
    if (isItemWord(word.text)) return this.itemWord(word, word.text);
    return fail({
      at: word.at,
      length: word.text.length,
      message: `“${word.text}”不是引用：引用要写作 表名[行, 列]。`,
    });
  }

  private call(word: Token, open: Token): Expression {
    const name = functionName(word.text);
    if (!name) {
      const suggestion = nearest(word.text, [
        ...Object.keys(FUNCTIONS),
        ...Object.keys(FUNCTION_ALIASES),
      ]);
      fail({
        at: word.at,
        length: word.text.length,
        message: `没有“${word.text}”这个函数。`,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
    const args = this.nested(open, () => this.inCall(name));
    this.close(open);
    const { least, most } = FUNCTIONS[name];
    if (args.length < least || args.length > most) {
      fail({
        at: word.at,
        length: word.text.length,
        message: `${name} 需要 ${least === most ? String(least) : `${String(least)}–${String(most)}`} 个参数，这里有 ${String(args.length)} 个。`,
      });
    }
    if (isCount(name) && args[0]?.kind !== "reference") {
      fail({
        at: word.at,
        length: word.text.length,
        message: `${name} 数的是格，括号里要写一个引用：表名[行, 列]。`,
      });
    }
    if (name === "列举") this.checkList(word, args);
    return { kind: "call", name, args };
  }

  private inCall(name: FunctionName): Expression[] {
    const outside = this.itemWords;
    if (name === "列举") this.itemWords = LIST_WORDS;
    const list = [this.comparison()];
    while (this.tokens[this.index]?.kind === "comma") {
      this.index += 1;
      list.push(this.comparison());
    }
    this.itemWords = outside;
    return list;
  }

  private itemWord({ at, text }: Token, word: ItemWord): Expression {
    if (!this.itemWords.includes(word)) {
      const message =
        word === "数"
          ? "“数”是列举的那一项的数，只能写在 列举 里。"
          : `“${word}”要写在 列举 里，或者写在逐项写的段落（each）里。`;
      fail({ at, length: text.length, message });
    }
    const { functional, economic } = this.structure.definition.codes;
    return { kind: "item", word, codeNames: (code) => functional[code] ?? economic[code] };
  }

  private checkList({ at, text }: Token, args: readonly Expression[]): void {
    const place = { at, length: text.length };
    for (const arg of args.slice(0, -3)) {
      if (arg.kind !== "reference" || !isListed(arg.reference)) {
        fail({
          ...place,
          message:
            "列举 前面写的是引用，要指许多有编码、有名称的行：表名[各类, 列] 或 表名[#302/下级, 列]。",
        });
      }
    }
    if (args.at(-2)?.kind !== "text") {
      fail({ ...place, message: "列举 的倒数第二个参数是两项之间的标点，要写在引号里。" });
    }
  }

  private nested<T>(open: Token, read: () => T): T {
    this.depth += 1;
    if (this.depth > DEEPEST) {
      fail({ at: open.at, length: 1, message: `括号套得太深（最多 ${String(DEEPEST)} 层）。` });
    }
    const result = read();
    this.depth -= 1;
    return result;
  }

  private close(open: Token): void {
    const token = this.tokens[this.index];
    if (token?.kind === "close") {
      this.index += 1;
      return;
    }
    if (token) {
      fail({
        at: token.at,
        length: token.text.length,
        message: `“${token.text}”前面缺少运算符号或右括号。`,
      });
    }
    fail({ at: open.at, length: 1, message: "左括号没有配对：缺少 )。" });
  }
}

function isListed({ row, block, column }: Reference): boolean {
  const has = (role: string) => block.columns.some(({ definition }) => definition.role === role);
  const isMeant = row.kind === "roots" || (row.kind === "children" && row.code !== undefined);
  return isMeant && column.kind === "column" && has("code") && has("name");
}

function isItemWord(word: string): word is ItemWord {
  return (ITEM_WORDS as readonly string[]).includes(word);
}

function functionName(text: string): FunctionName | undefined {
  const upper = text.normalize("NFKC").toUpperCase();
  const known = Object.hasOwn(FUNCTION_ALIASES, upper) ? FUNCTION_ALIASES[upper] : upper;
  return known !== undefined && Object.hasOwn(FUNCTIONS, known)
    ? (known as FunctionName)
    : undefined;
}

function readNumber(text: string): Decimal {
  return text.endsWith("%") ? new Decimal(text.slice(0, -1)).div(100) : new Decimal(text);
}

function isCount(name: FunctionName): boolean {
  return name === "计数" || name === "不适用数";
}
