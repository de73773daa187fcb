import type { CellPosition, CellRange } from "../../domain/workbook/cellAddress";
import type { CellStyle, SheetPlan } from "../../domain/workbook/writePlan";
import { positionsIn } from "../guard/planLimits";
import { toRectangles } from "./areas";

/** Settings that the same cells have, so that one object in Excel carries them all. */
export interface LookGroup {
  readonly ranges: readonly CellRange[];
  readonly settings: readonly LookSetting[];
}

export type LookSetting = {
  [Key in keyof CellStyle]-?: readonly [Key, NonNullable<CellStyle[Key]>];
}[keyof CellStyle];

interface StyledCell extends CellPosition {
  readonly style: CellStyle;
}

/** Each cell under a merge has the anchor's look: a border is drawn only where its own cell has it. */
export function styledCells(
  { cells, merges }: Pick<SheetPlan, "cells" | "merges">,
  styles: ReadonlyMap<string, CellStyle>,
): StyledCell[] {
  const byPlace = new Map<string, StyledCell>();
  const key = ({ row, column }: CellPosition) => `${String(row)}:${String(column)}`;
  for (const { row, column, style: name } of cells) {
    const style = name === undefined ? undefined : styles.get(name);
    if (style) byPlace.set(key({ row, column }), { row, column, style });
  }
  for (const merge of merges) {
    const anchor = byPlace.get(key({ row: merge.top, column: merge.left }));
    if (!anchor) continue;
    for (const position of positionsIn(merge)) {
      if (!byPlace.has(key(position)))
        byPlace.set(key(position), { ...position, style: anchor.style });
    }
  }
  return [...byPlace.values()];
}

/** By property and value, not by style: a sheet has far fewer of those, over larger areas. */
export function lookGroups(cells: readonly StyledCell[]): LookGroup[] {
  const bySetting = new Map<string, { setting: LookSetting; cells: CellPosition[] }>();
  for (const { row, column, style } of cells) {
    for (const setting of Object.entries(style) as unknown as LookSetting[]) {
      if (setting[0] === "numberFormat") continue;
      const key = JSON.stringify(setting);
      const own = bySetting.get(key) ?? { setting, cells: [] };
      own.cells.push({ row, column });
      bySetting.set(key, own);
    }
  }
  const byArea = new Map<string, { ranges: CellRange[]; settings: LookSetting[] }>();
  for (const { setting, cells: own } of bySetting.values()) {
    const ranges = toRectangles(own);
    const key = JSON.stringify(ranges);
    const group = byArea.get(key) ?? { ranges, settings: [] };
    group.settings.push(setting);
    byArea.set(key, group);
  }
  return [...byArea.values()];
}

/** Cells by number format, as rectangles. */
export function formatAreas(
  cells: readonly StyledCell[],
): ReadonlyMap<string, readonly CellRange[]> {
  const byFormat = new Map<string, CellPosition[]>();
  for (const { row, column, style } of cells) {
    if (style.numberFormat === undefined) continue;
    const own = byFormat.get(style.numberFormat) ?? [];
    own.push({ row, column });
    byFormat.set(style.numberFormat, own);
  }
  return new Map(Array.from(byFormat, ([format, own]) => [format, toRectangles(own)]));
}
