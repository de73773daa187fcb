import { type CellPosition, formatRange } from "../../domain/workbook/cellAddress";
import { boundsOf } from "./areas";
import { type CellContent, toInput } from "./cellText";
import { bytesOf, OBJECT_BYTES, type SheetOrder } from "./sheetOrder";

const BAND_BYTES = 400_000;
/** A gap of so many rows is not worth the nulls that would fill it. */
const LARGEST_GAP = 40;

export interface CellEntry extends CellPosition {
  readonly content: CellContent;
  readonly isTextCell: boolean;
}

/**
 * Cells of one sheet as few blocks; what lies between them is null, which Excel leaves as it is. `width`: what
 * stands there is looked at, and in so many columns of the same rows whether these have moved; new sheets have none.
 */
export function entryOrders(
  sheet: string,
  entries: readonly CellEntry[],
  width?: number,
): SheetOrder[] {
  const bands = entryBands(entries);
  // Beside what stands there each block is looked at, too.
  return (width === undefined ? bands.flatMap(denseParts) : bands).map((band) => {
    const bounds = boundsOf(band);
    const inputs: unknown[][] = Array.from({ length: bounds.bottom - bounds.top + 1 }, () =>
      Array.from({ length: bounds.right - bounds.left + 1 }, () => null),
    );
    for (const { row, column, content, isTextCell } of band) {
      const line = inputs[row - bounds.top];
      if (line) line[column - bounds.left] = toInput(content, isTextCell);
    }
    const onlyValues = band.every(({ content }) => content.formula === undefined);
    return {
      sheet,
      bytes: OBJECT_BYTES + bytesOf(inputs),
      apply: (own) => {
        if (width) own.seeFrame({ ...bounds, left: 1, right: width });
        if (width !== undefined) own.seeBefore(bounds);
        const range = own.range(formatRange(bounds));
        // Excel takes back values that a program wrote, but not formulas.
        if (onlyValues) range.values = inputs;
        else range.formulas = inputs;
        if (width !== undefined) own.seeAfter(bounds, "formulas");
      },
    };
  });
}

/** What a null takes in a request. */
const NULL_BYTES = 5;

/** The same entries in blocks with fewer nulls between them, as long as a block of its own takes less than those. */
function denseParts(entries: readonly CellEntry[]): readonly (readonly CellEntry[])[] {
  const whole = areaOf(entries);
  if ((whole - entries.length) * NULL_BYTES <= OBJECT_BYTES) return [entries];
  let best = { area: whole - 150 / NULL_BYTES, parts: [entries] };
  for (const side of ["column", "row"] as const) {
    const places = [...new Set(entries.map((entry) => entry[side]))].sort((a, b) => a - b);
    for (const place of places.slice(1)) {
      const before = entries.filter((entry) => entry[side] < place);
      const after = entries.filter((entry) => entry[side] >= place);
      const area = areaOf(before) + areaOf(after);
      if (area < best.area) best = { area, parts: [before, after] };
    }
  }
  return best.parts.length === 1 ? best.parts : best.parts.flatMap(denseParts);
}

function areaOf(entries: readonly CellEntry[]): number {
  const { top, left, bottom, right } = boundsOf(entries);
  return (bottom - top + 1) * (right - left + 1);
}

function entryBands(entries: readonly CellEntry[]): CellEntry[][] {
  const bands: CellEntry[][] = [];
  let bytes = 0;
  for (const entry of [...entries].sort((one, other) => one.row - other.row)) {
    const last = bands.at(-1)?.at(-1);
    const isFar = last !== undefined && entry.row - last.row > LARGEST_GAP;
    const isFull = last !== undefined && entry.row !== last.row && bytes > BAND_BYTES;
    if (!last || isFar || isFull) {
      bands.push([]);
      bytes = 0;
    }
    bands.at(-1)?.push(entry);
    bytes += bytesOf(entry.content.formula ?? entry.content.value);
  }
  return bands;
}
