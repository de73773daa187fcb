import type { FigureAt } from "../disclosure/figure";
import { evaluate } from "../expression/evaluate";
import type { Expression } from "../expression/expression";
import { figuresOf, type Scope } from "../expression/scope";

/** Called for every figure that is added up, with how often it counts; false where it cannot be used. */
export type Addend = (at: FigureAt, factor: number) => boolean;

/** Walks what an expression adds and subtracts. False where it does more than that, or a figure cannot be used. */
export function addUp(
  expression: Expression,
  factor: number,
  scope: Scope,
  addend: Addend,
): boolean {
  switch (expression.kind) {
    case "number":
      return expression.value.isZero();
    case "text":
    case "year":
    case "item":
      return false;
    case "reference":
      return figuresOf(expression.reference, scope).every((at) => addend(at, factor));
    case "negate":
      return addUp(expression.operand, -factor, scope, addend);
    case "binary": {
      const { operator, left, right } = expression;
      if (operator !== "+" && operator !== "-") return false;
      const other = operator === "+" ? factor : -factor;
      return addUp(left, factor, scope, addend) && addUp(right, other, scope, addend);
    }
    case "call":
      return addUpCall(expression, factor, scope, addend);
  }
}

function addUpCall(
  { name, args }: Expression & { readonly kind: "call" },
  factor: number,
  scope: Scope,
  addend: Addend,
): boolean {
  const [first, yes, no] = args;
  if (!first) return false;
  if (name === "SUM") return args.every((arg) => addUp(arg, factor, scope, addend));
  if (name === "ABS") {
    const value = evaluate(first, scope);
    if (value.kind !== "amount") return false;
    return addUp(first, value.value.isNegative() ? -factor : factor, scope, addend);
  }
  if (name !== "IF" || !yes || !no) return false;
  const condition = evaluate(first, scope);
  if (condition.kind !== "truth") return false;
  return addUp(condition.value ? yes : no, factor, scope, addend);
}
