import { normaliseLabel } from "../template/labels";
import { formatPosition } from "../workbook/cellAddress";
import { isErrorValue, type CellValue, type SheetSnapshot } from "../workbook/workbookSnapshot";
import type { SheetPlan } from "../workbook/writePlan";

/** A text that stands in both, so that the rows around it can be told. */
interface Anchor {
  readonly row: number;
  readonly planned: number;
}

/** Where a row of a sheet that we laid out once stands in its new plan; undefined where that cannot be told. */
export function matchRows(
  plan: SheetPlan,
  sheet: SheetSnapshot,
): (row: number) => number | undefined {
  const anchors = anchorsOf(plan, sheet);
  return (row) => {
    const above = anchors.filter((anchor) => anchor.row <= row).at(-1);
    const below = anchors.find((anchor) => anchor.row >= row);
    const known = above ?? below;
    if (!known || (above && below && shiftOf(above) !== shiftOf(below))) return undefined;
    const planned = row + shiftOf(known);
    return planned > 0 ? planned : undefined;
  };
}

function shiftOf({ row, planned }: Anchor): number {
  return planned - row;
}

function anchorsOf(plan: SheetPlan, sheet: SheetSnapshot): Anchor[] {
  const planned = new OnceOnly();
  for (const { row, column, value, formula } of plan.cells) {
    if (formula === undefined && typeof value === "string") planned.add(column, value, row);
  }
  const standing = new OnceOnly();
  sheet.values.forEach((values, index) => {
    values.forEach((value, place) => {
      const at = { row: index + 1, column: place + 1 };
      if (!sheet.formulas.has(formatPosition(at))) standing.add(at.column, value, at.row);
    });
  });
  const anchors = new Map<number, Anchor>();
  for (const [key, row] of standing.rows) {
    const own = planned.rows.get(key);
    if (row === undefined || own === undefined || anchors.has(row)) continue;
    anchors.set(row, { row, planned: own });
  }
  return [...anchors.values()].sort((a, b) => a.row - b.row);
}

/** The row of each text of a column; undefined where it stands in several. */
class OnceOnly {
  readonly rows = new Map<string, number | undefined>();

  add(column: number, value: CellValue, row: number): void {
    if (value === null || isErrorValue(value)) return;
    const text = normaliseLabel(String(value));
    if (text === "") return;
    const key = `${String(column)} ${text}`;
    this.rows.set(key, this.rows.has(key) ? undefined : row);
  }
}
