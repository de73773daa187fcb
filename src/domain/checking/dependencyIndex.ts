import type { FigurePlace } from "../disclosure/figure";
import { depend, type NeededFigures } from "../expression/depend";
import type { FigureSource } from "../expression/scope";
import type { Verdict } from "./verdict";

type Instance = Pick<Verdict, "relation" | "binding">;
type PositionsByRow = Map<string, number[]>;
type Column = Pick<FigurePlace, "table" | "block" | "columnKey">;

/** Which instances of relations need a figure, by their position in the list. */
export class DependencyIndex {
  /** Table → block → column → row. */
  private readonly tables = new Map<string, Map<string, PositionsByRow>[]>();

  constructor(instances: readonly Instance[], source: Pick<FigureSource, "placement">) {
    for (const [position, instance] of instances.entries()) {
      for (const needed of neededBy(instance, source)) {
        const rows = this.rowsOf(needed);
        for (const rowId of needed.rowIds) {
          const positions = rows.get(rowId);
          if (positions) positions.push(position);
          else rows.set(rowId, [position]);
        }
      }
    }
  }

  dependentsOf(places: readonly FigurePlace[]): ReadonlySet<number> {
    const positions = new Set<number>();
    for (const place of places) {
      for (const position of this.rowsOf(place).get(place.rowId) ?? []) positions.add(position);
    }
    return positions;
  }

  private rowsOf({ table, block, columnKey }: Column): PositionsByRow {
    let blocks = this.tables.get(table);
    if (!blocks) {
      blocks = [];
      this.tables.set(table, blocks);
    }
    const columns = (blocks[block] ??= new Map<string, PositionsByRow>());
    let rows = columns.get(columnKey);
    if (!rows) {
      rows = new Map<string, number[]>();
      columns.set(columnKey, rows);
    }
    return rows;
  }
}

function neededBy(
  { relation, binding }: Instance,
  source: Pick<FigureSource, "placement">,
): readonly NeededFigures[] {
  const { comparing, when, allowed } = relation;
  const expressions = [comparing.left, comparing.right, when, allowed];
  try {
    return expressions.flatMap((each) => (each ? depend(each, source, binding) : []));
  } catch {
    // A faulty relation is a fault whatever the figures say.
    return [];
  }
}
