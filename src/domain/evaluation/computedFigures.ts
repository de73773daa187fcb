import type { Computed } from "../checking/compileTemplate";
import type { Figure, FigureAt } from "../disclosure/figure";
import { readFigure } from "../disclosure/readFigure";
import { evaluate, type Value } from "../expression/evaluate";
import type { Reference } from "../expression/expression";
import type { FigureSource, Scope } from "../expression/scope";
import { resultOf } from "../expression/resultOf";
import { roundHalfUp } from "../money/amount";

export interface ComputedFigures extends FigureSource {
  /** What the formula of a computed cell gives, whatever stands in the cell. */
  result(computed: Computed): Value;
}

/**
 * A source whose computed cells hold what their formulas give. `keeps` says which given figures stay as they are;
 * other formulas then go on from those.
 */
export function computedFigures(
  source: FigureSource,
  computed: readonly Computed[],
  rounding: Pick<Scope, "decimals" | "percentDecimals">,
  keeps: (given: FigureAt, worked: Value, cell: Computed) => boolean = () => false,
): ComputedFigures {
  const byTarget = new Map(computed.map((cell) => [targetKey(cell.target), cell]));
  const results = new Map<Computed, Value>();
  const inWork = new Set<Computed>();

  const result = (cell: Computed): Value => {
    const known = results.get(cell);
    if (known) return known;
    if (inWork.has(cell)) throw new Error(`${cell.target.text} 的公式绕回了自己`);
    inWork.add(cell);
    const value = evaluate(cell.expression, { source: figures, ...rounding });
    inWork.delete(cell);
    results.set(cell, value);
    return value;
  };

  const figures: ComputedFigures = {
    placement: source.placement,
    result,
    figuresAt: (table, block, rowId, columnKey) => {
      const given = source.figuresAt(table, block, rowId, columnKey);
      const cell = byTarget.get(figureKey(table, block, rowId, columnKey));
      const [first] = given;
      if (!cell || !first) return given;
      const worked = result(cell);
      if (keeps(first, worked, cell)) return given;
      const decimals = columnDecimals(cell.target) ?? rounding.decimals;
      return [{ ...first, figure: figureOf(worked, decimals) }];
    },
  };
  return figures;
}

export function targetCell({ row, column }: Reference): { rowId: string; columnKey: string } {
  if (row.kind !== "row" || column.kind !== "column") {
    throw new Error("A computed cell is a single cell.");
  }
  return { rowId: row.id, columnKey: column.key };
}

function targetKey(target: Reference): string {
  const { rowId, columnKey } = targetCell(target);
  return figureKey(target.table.key, target.block.index, rowId, columnKey);
}

function figureKey(table: string, block: number, rowId: string, columnKey: string): string {
  return [table, block, rowId, columnKey].join("\n");
}

function columnDecimals({ block, column }: Reference): number | undefined {
  if (column.kind !== "column") return undefined;
  return block.columns.find(({ key }) => key === column.key)?.definition.decimals;
}

function figureOf(value: Value, decimals: number): Figure {
  if (value.kind === "amount" && !value.blank) {
    return {
      kind: "amount",
      value: value.value,
      published: roundHalfUp(value.value, decimals),
    };
  }
  const cell = resultOf(value, undefined);
  return readFigure(typeof cell === "number" ? null : cell, decimals);
}
