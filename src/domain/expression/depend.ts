import { referencesOf, type Expression } from "./expression";
import { columnMeant, placedBlock, rowsMeant, type Binding, type FigureSource } from "./scope";

/** Figures of one column that an expression needs. */
export interface NeededFigures {
  readonly table: string;
  readonly block: number;
  readonly columnKey: string;
  readonly rowIds: readonly string[];
}

/**
 * The figures of this year that an expression may need, whichever way its conditions go. Tables that are not there have
 * none.
 */
export function depend(
  expression: Expression,
  source: Pick<FigureSource, "placement">,
  binding: Binding,
): NeededFigures[] {
  const needed: NeededFigures[] = [];
  for (const reference of referencesOf(expression)) {
    const placed = placedBlock(reference, source);
    if (!placed || reference.year === "previous") continue;
    needed.push({
      table: reference.table.key,
      block: reference.block.index,
      columnKey: columnMeant(reference, binding),
      rowIds: rowsMeant(reference, placed, binding),
    });
  }
  return needed;
}
