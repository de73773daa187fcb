import { evaluate, type Value } from "../expression/evaluate";
import { referencesOf, type Expression } from "../expression/expression";
import type { Scope } from "../expression/scope";

/** What relations ask for first: once where all instances of one ask the same. */
export class Conditions {
  private readonly shared = new Map<Expression, Value>();

  /** `bound` is the scope of an instance. All instances are of one reading. */
  of(condition: Expression, bound: Scope): Value {
    const known = this.shared.get(condition);
    if (known) return known;
    const value = evaluate(condition, bound);
    if (!isBound(condition)) this.shared.set(condition, value);
    return value;
  }
}

/** Says another thing for another row or column. */
function isBound(condition: Expression): boolean {
  return referencesOf(condition).some(({ row, column }) => {
    const isEach = row.kind === "each" || (row.kind === "children" && row.code === undefined);
    return isEach || column.kind === "each";
  });
}
