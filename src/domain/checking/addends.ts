import type { Expression } from "../expression/expression";

/** One term of a sum. */
export interface Addend {
  readonly sign: "＋" | "－";
  readonly of: Expression;
}

/** a + b - SUM(c, d) as single addends, each with its sign. */
export function addendsOf(expression: Expression, sign: Addend["sign"]): Addend[] {
  const flipped = sign === "＋" ? "－" : "＋";
  switch (expression.kind) {
    case "negate":
      return addendsOf(expression.operand, flipped);
    case "binary": {
      const { operator, left, right } = expression;
      if (operator !== "+" && operator !== "-") break;
      return [...addendsOf(left, sign), ...addendsOf(right, operator === "-" ? flipped : sign)];
    }
    case "call":
      if (expression.name !== "SUM") break;
      return expression.args.flatMap((arg) => addendsOf(arg, sign));
    default:
      break;
  }
  return [{ sign, of: expression }];
}

export function joined(
  addends: readonly Addend[],
  words: (addend: Addend, index: number) => string,
): string {
  return addends
    .map((addend, index) => {
      const sign = index === 0 && addend.sign === "＋" ? "" : addend.sign;
      return sign + words(addend, index);
    })
    .join("");
}
