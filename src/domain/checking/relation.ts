import type { Comparing, Expression, Reference, RowScope } from "../expression/expression";
import { referencesOf } from "../expression/expression";
import type { Authority, FindingLevel } from "../template/templatePackage";

/** A line of 审核公式, resolved: written in the package, or following from what its tables add up. */
export interface Relation {
  readonly code: string;
  readonly id: string;
  readonly level: FindingLevel;
  readonly formula: string;
  readonly comparing: Comparing;
  readonly when?: Expression;
  readonly allowed?: Expression;
  readonly why: string;
  readonly authority: Authority;
  /** What an explanation of it usually says. */
  readonly reasons?: readonly string[];
  /** What it holds for each of; undefined for a relation between single figures. */
  readonly each: Quantifiers;
  /** The cells on the right are totals that the layout writes as formulas. */
  readonly definesTotal: boolean;
}

export interface Quantifiers {
  readonly rows?: RowScope;
  readonly columns: boolean;
}

export function quantifiersOf(comparing: Comparing): Quantifiers {
  const references = relationReferences(comparing);
  const scope = references.flatMap(({ row }) => {
    if (row.kind === "each") return [row.scope];
    return row.kind === "children" && row.code === undefined ? ["codes" as const] : [];
  })[0];
  return {
    ...(scope === undefined ? {} : { rows: scope }),
    columns: references.some(({ column }) => column.kind === "each"),
  };
}

/** Only sums and differences: how far printing can put the sides apart is known. As `AmountValue.provable` says it. */
export function isProvable({ left, right }: Comparing): boolean {
  return [left, right].every(addsOnly);
}

function addsOnly(expression: Expression): boolean {
  switch (expression.kind) {
    case "negate":
      return addsOnly(expression.operand);
    case "binary":
      if (expression.operator === "×" || expression.operator === "÷") return false;
      return addsOnly(expression.left) && addsOnly(expression.right);
    case "call": {
      const { name, args } = expression;
      if (name === "ROUND" || name === "MIN" || name === "MAX") return false;
      return (name === "IF" ? args.slice(1) : args).every(addsOnly);
    }
    default:
      return true;
  }
}

export function relationReferences(comparing: Comparing): Reference[] {
  return [...referencesOf(comparing.left), ...referencesOf(comparing.right)];
}
