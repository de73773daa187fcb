import type { Disclosure } from "../disclosure/disclosure";
import { normaliseLabel } from "../template/labels";
import type { Table } from "../template/template";

/** Several of them: figures of several units came together. */
export interface NamedUnit {
  readonly name: string;
  /** Its tables that are taken. */
  readonly tables: readonly Table[];
  /** Its tables that stand there once more, and are not. */
  readonly others: readonly Table[];
}

/** The units that the published tables name, also those of a second set. */
export function namedUnits({ texts, placement, problems, structure }: Disclosure): NamedUnit[] {
  const units = new Map<string, { name: string; tables: Table[]; others: Table[] }>();
  const unitOf = (name: string) => {
    const known = units.get(normaliseLabel(name)) ?? { name, tables: [], others: [] };
    units.set(normaliseLabel(name), known);
    return known;
  };
  for (const [key, { unitName }] of texts) {
    const table = placement.tables.get(key)?.table;
    if (unitName && table?.definition.role === "disclosure") {
      unitOf(unitName.text).tables.push(table);
    }
  }
  for (const { unitName, table: key } of problems) {
    const table = key === undefined ? undefined : structure.tables.get(key);
    if (unitName !== undefined && table?.definition.role === "disclosure") {
      unitOf(unitName).others.push(table);
    }
  }
  return [...units.values()];
}
