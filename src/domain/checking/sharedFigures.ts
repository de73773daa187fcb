import type { Decimal } from "decimal.js";
import type { Disclosure } from "../disclosure/disclosure";
import type { Expression, Reference } from "../expression/expression";
import { bind, figuresOf, type Binding, type Scope } from "../expression/scope";
import { isMany } from "../expression/write";
import { ZERO } from "../money/amount";
import { addendsOf } from "./addends";
import { bindingsOf } from "./instances";
import type { Relation } from "./relation";

/** What a table says of an amount that another one says too: one figure, or several that add up to it. */
export interface SharedFigure {
  readonly table: string;
  readonly value: Decimal;
}

/** One amount in two tables, as the package's relations say; only where both are filled, and not zero. */
export function sharedFigures(
  disclosure: Disclosure,
  relations: readonly Relation[],
): readonly (readonly [SharedFigure, SharedFigure])[] {
  const { decimals, percentDecimals } = disclosure.structure.definition;
  const scope: Scope = { source: disclosure, decimals, percentDecimals };
  return relations.flatMap((relation) => {
    const { left, right, comparison } = relation.comparing;
    if (comparison !== "=") return [];
    const [a, b] = [partsOf(left), partsOf(right)];
    if (!a || !b || a[0].table.key === b[0].table.key) return [];
    return bindingsOf(relation, disclosure).flatMap((binding): [SharedFigure, SharedFigure][] => {
      const [x, y] = [amountOf(a, scope, binding), amountOf(b, scope, binding)];
      return x && y ? [[x, y]] : [];
    });
  });
}

type Parts = readonly [Reference, ...Reference[]];

/** Figures of one published table, added up. 补充资料 has its unit in each row, and last year's figures. */
function partsOf(side: Expression): Parts | undefined {
  const references = addendsOf(side, "＋").map(({ sign, of }) =>
    sign === "＋" && of.kind === "reference" ? of.reference : undefined,
  );
  const [first] = references;
  if (first?.table.definition.role !== "disclosure") return undefined;
  const own = references.flatMap((reference) =>
    reference?.table.key === first.table.key && reference.year === "current" ? reference : [],
  );
  const [one, ...others] = own;
  return one && own.length === references.length ? [one, ...others] : undefined;
}

function amountOf(parts: Parts, scope: Scope, binding: Binding): SharedFigure | undefined {
  const bound = bind(scope, binding);
  let value = ZERO;
  for (const reference of parts) {
    const figures = figuresOf(reference, bound);
    if (figures.length > 1 && !isMany(reference.row)) return undefined;
    for (const { figure } of figures) {
      if (figure.kind === "amount") value = value.plus(figure.value);
      // What cannot be read may be any amount.
      else if (figure.kind === "unreadable" || figure.kind === "error") return undefined;
      else if (figure.kind === "missing") return undefined;
    }
  }
  return value.isZero() ? undefined : { table: parts[0].table.key, value };
}

export const WAN = 10_000;
/** What rounding to two decimals of 万元 may do to the ratio of small figures. */
const NEAR = 0.05;

/** How many times 10,000 the first is larger than the second; undefined where it is something else. */
export function stepsOfWan(first: Decimal, second: Decimal): -1 | 0 | 1 | undefined {
  const ratio = first.div(second);
  const isNear = (wanted: number) => ratio.div(wanted).minus(1).abs().lessThan(NEAR);
  if (isNear(1)) return 0;
  if (isNear(WAN)) return 1;
  return isNear(1 / WAN) ? -1 : undefined;
}
