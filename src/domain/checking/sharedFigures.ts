import type { Decimal } from "decimal.js";
import type { Disclosure } from "../disclosure/disclosure";
import type { Reference } from "../expression/expression";
import { bind, figuresOf, type Binding, type Scope } from "../expression/scope";
import { isMany } from "../expression/write";
import type { CellAddress } from "../workbook/cellAddress";
import { bindingsOf } from "./instances";
import type { Relation } from "./relation";

export interface SharedFigure {
  readonly table: string;
  readonly cell: CellAddress;
  readonly value: Decimal;
}

/** One figure in two tables, as the package's relations say; only where both are filled, and not zero. */
export function sharedFigures(
  disclosure: Disclosure,
  relations: readonly Relation[],
): readonly (readonly [SharedFigure, SharedFigure])[] {
  const { decimals, percentDecimals } = disclosure.structure.definition;
  const scope: Scope = { source: disclosure, decimals, percentDecimals };
  return relations.flatMap((relation) => {
    const { left, right, comparison } = relation.comparing;
    if (comparison !== "=" || left.kind !== "reference" || right.kind !== "reference") return [];
    const [a, b] = [left.reference, right.reference];
    if (a.table.key === b.table.key || isMany(a.row) || isMany(b.row)) return [];
    // 补充资料 has its unit in each row, and last year's figures.
    if ([a, b].some(({ table }) => table.definition.role !== "disclosure")) return [];
    return bindingsOf(relation, disclosure).flatMap((binding): [SharedFigure, SharedFigure][] => {
      const [x, y] = [figureOf(a, scope, binding), figureOf(b, scope, binding)];
      return x && y ? [[x, y]] : [];
    });
  });
}

function figureOf(reference: Reference, scope: Scope, binding: Binding): SharedFigure | undefined {
  const [at, another] = figuresOf(reference, bind(scope, binding));
  if (another || at?.figure.kind !== "amount" || !at.cell || at.figure.value.isZero()) {
    return undefined;
  }
  return { table: reference.table.key, cell: at.cell, value: at.figure.value };
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
