import type { FigurePlace } from "../disclosure/figure";
import { depend } from "../expression/depend";
import type { FigureSource } from "../expression/scope";
import type { Verdict } from "./verdict";

type Instance = Pick<Verdict, "relation" | "binding">;
type PositionsByRow = Map<string, number[]>;

/** Which instances of relations need a figure, by their position in the list. */
export class DependencyIndex {
  /** Table → block and column → row. */
  private readonly tables = new Map<string, Map<string, PositionsByRow>>();

  constructor(instances: readonly Instance[], source: Pick<FigureSource, "placement">) {
    for (const [position, instance] of instances.entries()) {
      for (const place of placesOf(instance, source)) this.add(place, position);
    }
  }

  dependentsOf(places: readonly FigurePlace[]): ReadonlySet<number> {
    const positions = new Set<number>();
    for (const place of places) {
      const rows = this.tables.get(place.table)?.get(columnOf(place));
      for (const position of rows?.get(place.rowId) ?? []) positions.add(position);
    }
    return positions;
  }

  private add(place: FigurePlace, position: number): void {
    const columns = getOrAdd(this.tables, place.table, () => new Map<string, PositionsByRow>());
    const rows = getOrAdd(columns, columnOf(place), () => new Map<string, number[]>());
    getOrAdd(rows, place.rowId, () => []).push(position);
  }
}

function columnOf({ block, columnKey }: FigurePlace): string {
  return `${String(block)}/${columnKey}`;
}

function getOrAdd<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function placesOf({ relation, binding }: Instance, source: Pick<FigureSource, "placement">) {
  const { comparing, when, allowed } = relation;
  const expressions = [comparing.left, comparing.right, when, allowed];
  try {
    return expressions.flatMap((each) => (each ? depend(each, source, binding) : []));
  } catch {
    // A faulty relation is a fault whatever the figures say.
    return [];
  }
}
