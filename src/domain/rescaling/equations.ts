import type { Template } from "../checking/compileTemplate";
import { scopeOf } from "../checking/checkDisclosure";
import { bindingsOf } from "../checking/instances";
import { addUp } from "../checking/linearSum";
import { isProvable, type Relation } from "../checking/relation";
import type { Disclosure } from "../disclosure/disclosure";
import { evaluate } from "../expression/evaluate";
import type { Comparison, Expression } from "../expression/expression";
import { bind, type Binding, type Scope } from "../expression/scope";
import { isMany } from "../expression/write";
import type { FigureBook } from "./figureBook";
import { unrounded } from "./unrounded";

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
  // Tables may be in different units, and what prints as 0.00 need not be nothing.
  const exact: Scope = { ...scope, source: { ...source, figuresAt: unrounded(source, book) } };
  const applies = ({ when }: Relation, binding: Binding): boolean => {
    const condition = when && evaluate(when, bind(exact, binding));
    return !condition || (condition.kind === "truth" && condition.value);
  };
  return relations
    .filter(({ level, comparing }) => {
      const { comparison } = comparing;
      if (comparison === "≠" || !isProvable(comparing)) return false;
      return level === "must-hold" || (level === "explain" && isBound(comparison));
    })
    .flatMap((relation) =>
      bindingsOf(relation, source).flatMap((binding) => {
        if (!applies(relation, binding)) return [];
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

const NOTHING_TO_ADD: ReadonlySet<string> = new Set(["blank", "nothing", "notApplicable"]);

/** Undefined where something in it is no money, or cannot be read. */
function readSide(side: Expression, scope: Scope, book: FigureBook): Side | undefined {
  const terms = new Map<number, number>();
  const isAdded = addUp(side, 1, scope, ({ figure, cell }, factor) => {
    if (figure.kind !== "amount") return NOTHING_TO_ADD.has(figure.kind);
    const number = cell && book.at(cell);
    if (number === undefined) return false;
    add(terms, number, factor);
    return true;
  });
  if (!isAdded) return undefined;
  const [only, another] = terms.keys();
  const isSingle =
    side.kind === "reference" &&
    !isMany(side.reference.row) &&
    only !== undefined &&
    another === undefined;
  return isSingle ? { terms, single: only } : { terms };
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
