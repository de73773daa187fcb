import type { Decimal } from "decimal.js";
import type { Block, Table } from "../template/template";

/** Which rows of a block a reference means. */
export type RowSelector =
  | { readonly kind: "row"; readonly id: string }
  | { readonly kind: "code"; readonly code: string }
  /** Rows named together: a group of a `rows` block. */
  | { readonly kind: "group"; readonly name: string; readonly ids: readonly string[] }
  /** 每行, 每码, 每类, 每款, 每项: the relation holds for each of them. */
  | { readonly kind: "each"; readonly scope: RowScope }
  /** 下级: the listed codes directly below one code, or below the one that 每码 stands for. */
  | { readonly kind: "children"; readonly code?: string }
  /** 各类: the listed codes that have no listed parent. */
  | { readonly kind: "roots" }
  /** 各行: the rows that people add to a list. */
  | { readonly kind: "listed" };

export type RowScope = "rows" | "codes" | "class" | "section" | "item";

export type ColumnSelector =
  | { readonly kind: "column"; readonly key: string }
  /** 每列 */
  | { readonly kind: "each" };

export interface Reference {
  readonly year: "current" | "previous";
  readonly table: Table;
  readonly block: Block;
  readonly row: RowSelector;
  readonly column: ColumnSelector;
  /** As written. */
  readonly text: string;
}

export const COMPARISONS = ["=", "≠", "≤", "≥", "<", ">"] as const;
export type Comparison = (typeof COMPARISONS)[number];
export type Operator = "+" | "-" | "×" | "÷" | "&" | Comparison;

export const FUNCTIONS = {
  /** SUM(a, b, 表[组, 列]) */
  SUM: { least: 1, most: 200 },
  ROUND: { least: 2, most: 2 },
  MIN: { least: 1, most: 50 },
  MAX: { least: 1, most: 50 },
  ABS: { least: 1, most: 1 },
  /** IF(条件, 是, 否) */
  IF: { least: 3, most: 3 },
  AND: { least: 1, most: 20 },
  OR: { least: 1, most: 20 },
  NOT: { least: 1, most: 1 },
  /** 有数(x): the cell holds a figure */
  有数: { least: 1, most: 1 },
  /** 计数(引用): how many cells hold figures */
  计数: { least: 1, most: 1 },
  /** 不适用数(引用): how many cells say 不适用 */
  不适用数: { least: 1, most: 1 },
  /** 金额(x): 1234.50 */
  金额: { least: 1, most: 1 },
  /** 个数(x): 3, where 金额 would print 3.00 */
  个数: { least: 1, most: 1 },
  /** 百分比(部分, 基数): 42.1% */
  百分比: { least: 2, most: 2 },
  /** 较上年(本年, 上年): 与上年相比，增加8.47万元，增长12.7% */
  较上年: { least: 2, most: 2 },
  /** 列举(引用, …, 每一项的写法, 分隔, 一项也没有时): what is not zero, largest first */
  列举: { least: 4, most: 24 },
} as const;
export type FunctionName = keyof typeof FUNCTIONS;

/** What 列举, and a paragraph written for each code, call the item that they are about. */
export const ITEM_WORDS = ["编码", "名称", "类名", "款名", "数", "序号"] as const;
export type ItemWord = (typeof ITEM_WORDS)[number];

export type Expression =
  | { readonly kind: "number"; readonly value: Decimal }
  | { readonly kind: "text"; readonly value: string }
  /** {年度}: the year of the accounts, the package's unless the set is for another one. */
  | { readonly kind: "year"; readonly value: number }
  | { readonly kind: "item"; readonly word: ItemWord; readonly codeNames: CodeNames }
  | { readonly kind: "reference"; readonly reference: Reference }
  | { readonly kind: "negate"; readonly operand: Expression }
  | BinaryExpression
  | { readonly kind: "call"; readonly name: FunctionName; readonly args: readonly Expression[] };

/** The package's names of a code, for rows without one. */
export type CodeNames = (code: string) => string | undefined;

export interface BinaryExpression {
  readonly kind: "binary";
  readonly operator: Operator;
  readonly left: Expression;
  readonly right: Expression;
}

/** Two sides and what must hold between them. */
export interface Comparing {
  readonly left: Expression;
  readonly comparison: Comparison;
  readonly right: Expression;
}

/** A text with expressions in it: 情况说明 paragraphs. */
export type TextPart = string | Expression;

/** What was wrong in a formula, where, and what was probably meant. */
export interface FormulaProblem {
  /** 0-based offset into the formula. */
  readonly at: number;
  readonly length: number;
  /** Chinese, one sentence. */
  readonly message: string;
  readonly suggestion?: string;
}

export class FormulaError extends Error {
  constructor(readonly problem: FormulaProblem) {
    super(problem.message);
    this.name = "FormulaError";
  }
}

/** All references of a tree, in the order they are written. */
export function referencesOf(expression: Expression): Reference[] {
  switch (expression.kind) {
    case "number":
    case "text":
    case "year":
    case "item":
      return [];
    case "reference":
      return [expression.reference];
    case "negate":
      return referencesOf(expression.operand);
    case "binary":
      return [...referencesOf(expression.left), ...referencesOf(expression.right)];
    case "call":
      return expression.args.flatMap(referencesOf);
  }
}

/** A cell for people to write in: 补充资料's reasons. */
export function isTextCell({ column, block }: Reference): boolean {
  if (column.kind !== "column") return false;
  return block.columns.find(({ key }) => key === column.key)?.definition.role === "text";
}

/** Whether two sides are compared by their words: 补充资料[单位性质, 说明] = "行政". */
export function comparesWords({ operator, left, right }: BinaryExpression): boolean {
  if (operator !== "=" && operator !== "≠") return false;
  const sides = [left, right];
  const isWords = (side: Expression) =>
    side.kind === "text" || (side.kind === "reference" && isTextCell(side.reference));
  return sides.every(isWords) && sides.some(({ kind }) => kind === "reference");
}

/** The references whose figures count; texts that are only compared by their words are none. */
export function figureReferences(expression: Expression): Reference[] {
  switch (expression.kind) {
    case "negate":
      return figureReferences(expression.operand);
    case "binary":
      return comparesWords(expression)
        ? []
        : [...figureReferences(expression.left), ...figureReferences(expression.right)];
    case "call":
      return expression.args.flatMap(figureReferences);
    default:
      return referencesOf(expression);
  }
}

export interface ListWords {
  readonly references: readonly Reference[];
  readonly item: Expression;
  readonly separator: string;
  readonly none: Expression;
}

/** What 列举 is given, as the parser has checked it. */
export function listWords(args: readonly Expression[]): ListWords {
  const references = args.slice(0, -3).flatMap(referencesOf);
  const [item, separator, none] = args.slice(-3);
  if (!item || separator?.kind !== "text" || !none) throw new Error("列举 takes four arguments");
  return { references, item, separator: separator.value, none };
}
