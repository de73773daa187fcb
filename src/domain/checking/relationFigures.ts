import type { Expression } from "../expression/expression";
import { termsOf, type Scope } from "../expression/scope";
import { isMany } from "../expression/write";
import type { Verdict } from "./verdict";

const SIGNS: Readonly<Record<string, string>> = { "+": "＋", "-": "－", "=": "＝" };
const BLANK = "空白";
const TIGHT = new Set(["×", "÷"]);
/** As many figures as can be followed with a finger. */
const SHOWN = 12;

/** The relation with its figures in it: 12.00 ＋ 103.82 ＝ 115.82 ≠ 179.22. Nothing where a side is no amount. */
export function relationFigures(verdict: Verdict, scope: Scope): string | undefined {
  const { relation, binding, left, right, state } = verdict;
  if (!left || !right) return undefined;
  const bound: Scope = { ...scope, binding };
  const { comparing } = relation;
  const withTotal = (side: Expression, total: string) => {
    const figures = say(side, bound);
    if (figures === BLANK) return `${BLANK}（按 0 计）`;
    return figures === total ? total : `${figures} ＝ ${total}`;
  };
  const { comparison } = comparing;
  const sign = state === "passed" || comparison !== "=" ? (SIGNS[comparison] ?? comparison) : "≠";
  const a = withTotal(comparing.left, left.toFixed(scope.decimals));
  const b = withTotal(comparing.right, right.toFixed(scope.decimals));
  return `${a} ${sign} ${b}`;
}

function say(expression: Expression, scope: Scope): string {
  switch (expression.kind) {
    case "number":
      return expression.value.toFixed();
    case "text":
      return expression.value;
    case "year":
      return String(expression.value);
    case "item":
      return expression.word;
    case "negate":
      return `－${say(expression.operand, scope)}`;
    case "reference":
      return figures(expression, scope);
    case "binary": {
      const { operator, left, right } = expression;
      const operand = (part: Expression, isTight: boolean) =>
        isTight && part.kind === "binary" ? `（${say(part, scope)}）` : say(part, scope);
      const tight = TIGHT.has(operator);
      return `${operand(left, tight)} ${SIGNS[operator] ?? operator} ${operand(right, operator !== "+")}`;
    }
    case "call": {
      const args = expression.args.map((arg) => say(arg, scope));
      return expression.name === "SUM"
        ? args.join(" ＋ ")
        : `${expression.name}（${args.join("，")}）`;
    }
  }
}

function figures({ reference }: Expression & { readonly kind: "reference" }, scope: Scope): string {
  const amounts = termsOf(reference, scope).map(({ figure }) =>
    figure.kind === "amount" ? figure.published : undefined,
  );
  const print = (amount: (typeof amounts)[number]) => amount?.toFixed(scope.decimals) ?? BLANK;
  if (!isMany(reference.row)) return amounts.map(print).join(" ＋ ");
  const telling = amounts.filter((amount) => amount !== undefined && !amount.isZero());
  if (telling.length === 0) return "0";
  if (telling.length <= SHOWN) return telling.map(print).join(" ＋ ");
  const shown = telling.slice(0, SHOWN).map(print).join(" ＋ ");
  return `${shown} ＋ …（共 ${String(telling.length)} 项）`;
}
