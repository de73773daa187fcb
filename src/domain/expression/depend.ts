import type { FigurePlace } from "../disclosure/figure";
import { referencesOf, type Expression } from "./expression";
import { columnMeant, placedBlock, rowsMeant, type Binding, type FigureSource } from "./scope";

/**
 * The figures of this year that an expression may need, whichever way its conditions go. Tables that are not there have
 * none.
 */
export function depend(
  expression: Expression,
  source: Pick<FigureSource, "placement">,
  binding: Binding,
): FigurePlace[] {
  return referencesOf(expression).flatMap((reference) => {
    const placed = placedBlock(reference, source);
    if (!placed || reference.year === "previous") return [];
    const table = reference.table.key;
    const block = reference.block.index;
    const columnKey = columnMeant(reference, binding);
    return rowsMeant(reference, placed, binding).map((rowId) => ({
      table,
      block,
      rowId,
      columnKey,
    }));
  });
}
