import type { Template } from "../checking/compileTemplate";
import { scopeOf } from "../checking/checkDisclosure";
import { bindingsOf } from "../checking/instances";
import { isProvable, type Relation } from "../checking/relation";
import type { Disclosure } from "../disclosure/disclosure";
import { evaluate } from "../expression/evaluate";
import type { Comparison, Expression } from "../expression/expression";
import { bind, figuresOf, type Binding, type Scope } from "../expression/scope";
import { isMany } from "../expression/write";
import type { FigureBook } from "./figureBook";

/** One relation at one place as a sum of figures that is compared with zero. */
export interface Instance {
  readonly relation: Relation;
  readonly binding: Binding;
  readonly comparison: Comparison;
  /** Left minus right: figures by number, with how often each counts. */
  readonly terms: ReadonlyMap<number, number>;
  /** A side that is a single figure, where the other is a sum. */
  readonly total?: number;
  /** Both sides are single figures: one figure in two places. */
  readonly isOneFigure: boolean;
}

interface Side {
  readonly terms: Map<number, number>;
  /** The one figure that it consists of. */
  readonly single?: number;
}

export interface Instances {
  /** What must hold. */
  readonly binding: readonly Instance[];
  /** A part and its whole, also where more is only asked about. */
  readonly atMost: readonly Instance[];
}

/** Relations that only add and subtract, wherever they apply and can be read. */
export function instancesOf(template: Template, source: Disclosure, book: FigureBook): Instances {
  const found = readInstances(template, source, book);
  return {
    binding: found.filter(({ relation }) => relation.level === "must-hold"),
    atMost: found.filter(({ comparison }) => isBound(comparison)),
  };
}

function isBound(comparison: Comparison): boolean {
  return comparison === "≤" || comparison === "≥";
}

function readInstances(
  { relations, ...template }: Template,
  source: Disclosure,
  book: FigureBook,
): Instance[] {
  const scope = scopeOf(source, { relations, ...template });
  return relations
    .filter(({ level, comparing }) => {
      const { comparison } = comparing;
      if (comparison === "≠" || !isProvable(comparing)) return false;
      return level === "must-hold" || (level === "explain" && isBound(comparison));
    })
    .flatMap((relation) =>
      bindingsOf(relation, source).flatMap((binding) => {
        const instance = instanceOf(relation, binding, bind(scope, binding), book);
        return instance && instance.terms.size > 0 ? [instance] : [];
      }),
    );
}

function instanceOf(
  relation: Relation,
  binding: Binding,
  scope: Scope,
  book: FigureBook,
): Instance | undefined {
  if (relation.when) {
    const condition = evaluate(relation.when, scope);
    if (condition.kind !== "truth" || !condition.value) return undefined;
  }
  const left = readSide(relation.comparing.left, scope, book);
  const right = readSide(relation.comparing.right, scope, book);
  if (!left || !right) return undefined;
  const terms = new Map(left.terms);
  for (const [figure, factor] of right.terms) add(terms, figure, -factor);
  const isOneFigure = left.single !== undefined && right.single !== undefined;
  const total = isOneFigure ? undefined : (right.single ?? left.single);
  const { comparison } = relation.comparing;
  return {
    relation,
    binding,
    comparison,
    terms,
    isOneFigure,
    ...(total === undefined ? {} : { total }),
  };
}

function readSide(side: Expression, scope: Scope, book: FigureBook): Side | undefined {
  const terms = new Map<number, number>();
  if (!addUp(side, 1, scope, book, terms)) return undefined;
  const [only, another] = terms.keys();
  const isSingle =
    side.kind === "reference" &&
    !isMany(side.reference.row) &&
    only !== undefined &&
    another === undefined;
  return isSingle ? { terms, single: only } : { terms };
}

/** False where something in it is no money, or cannot be read. */
function addUp(
  expression: Expression,
  factor: number,
  scope: Scope,
  book: FigureBook,
  terms: Map<number, number>,
): boolean {
  switch (expression.kind) {
    case "number":
      return expression.value.isZero();
    case "text":
    case "year":
      return false;
    case "reference":
      return figuresOf(expression.reference, scope).every(({ figure, cell }) => {
        if (figure.kind === "amount") {
          const number = cell && book.at(cell);
          if (number === undefined) return false;
          add(terms, number, factor);
          return true;
        }
        return ["blank", "nothing", "notApplicable"].includes(figure.kind);
      });
    case "negate":
      return addUp(expression.operand, -factor, scope, book, terms);
    case "binary": {
      const { operator, left, right } = expression;
      if (operator !== "+" && operator !== "-") return false;
      const other = operator === "+" ? factor : -factor;
      return addUp(left, factor, scope, book, terms) && addUp(right, other, scope, book, terms);
    }
    case "call":
      return addUpCall(expression, factor, scope, book, terms);
  }
}

function addUpCall(
  { name, args }: Expression & { readonly kind: "call" },
  factor: number,
  scope: Scope,
  book: FigureBook,
  terms: Map<number, number>,
): boolean {
  const [first, yes, no] = args;
  if (!first) return false;
  if (name === "SUM") return args.every((arg) => addUp(arg, factor, scope, book, terms));
  if (name === "ABS") {
    const value = evaluate(first, scope);
    if (value.kind !== "amount") return false;
    return addUp(first, value.value.isNegative() ? -factor : factor, scope, book, terms);
  }
  if (name !== "IF" || !yes || !no) return false;
  const condition = evaluate(first, scope);
  if (condition.kind !== "truth") return false;
  return addUp(condition.value ? yes : no, factor, scope, book, terms);
}

function add(terms: Map<number, number>, figure: number, factor: number): void {
  const sum = (terms.get(figure) ?? 0) + factor;
  if (sum === 0) terms.delete(figure);
  else terms.set(figure, sum);
}

/** Left minus right, in whatever whole measure. */
export function sumOf({ terms }: Instance, amountOf: (figure: number) => number): number {
  let sum = 0;
  for (const [figure, factor] of terms) sum += factor * amountOf(figure);
  return sum;
}

export function holds(comparison: Comparison, difference: number): boolean {
  switch (comparison) {
    case "=":
      return difference === 0;
    case "≠":
      return difference !== 0;
    case "≤":
      return difference <= 0;
    case "≥":
      return difference >= 0;
    case "<":
      return difference < 0;
    case ">":
      return difference > 0;
  }
}
