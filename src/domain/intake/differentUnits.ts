import { titled } from "../checking/checks/formWords";
import type { Template } from "../checking/compileTemplate";
import type { Disclosure } from "../disclosure/disclosure";
import type { PlacedTable } from "../disclosure/placement";
import { normaliseLabel } from "../template/labels";
import { moneyUnits } from "./moneyUnits";

/** unclear: nobody can tell one of the units · different: one figure is no mistake in either table. */
export interface UnitTrouble {
  readonly kind: "unclear" | "different";
  readonly words: string;
}

const UNCLEAR = "？";

/** Why figures of these tables cannot be compared; undefined where they can. */
export function differentUnits(
  template: Template,
  disclosure: Disclosure,
): (tables: readonly PlacedTable[]) => UnitTrouble | undefined {
  const units = moneyUnits(disclosure, template);
  const { moneyUnit } = template.structure.definition;
  const unitOf = ({ table }: PlacedTable): string => {
    const known = units.get(table.key);
    if (!known) return moneyUnit;
    if (known.unit === undefined) return known.why === "noHeading" ? moneyUnit : UNCLEAR;
    if (known.by !== "empty") return known.unit;
    // Without figures and without a word about it, it is as the others are.
    return normaliseLabel(disclosure.texts.get(table.key)?.moneyUnit?.text ?? "");
  };
  return (tables) => {
    const named = tables.filter((placed) => unitOf(placed) !== "");
    const unclear = named.find((placed) => unitOf(placed) === UNCLEAR);
    if (unclear) return { kind: "unclear", words: `${titled(unclear.table)}的金额单位不明` };
    const [first, ...others] = named;
    const other = first && others.find((placed) => unitOf(placed) !== unitOf(first));
    if (!other) return undefined;
    const words = `${titled(first.table)}和${titled(other.table)}的金额单位不同`;
    return { kind: "different", words };
  };
}
