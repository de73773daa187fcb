import { columnName } from "../../domain/workbook/cellAddress";
import type { SheetPlan } from "../../domain/workbook/writePlan";
import { toAddresses, toSpans } from "./areas";
import { OBJECT_BYTES, onAreas, type SheetOrder } from "./sheetOrder";

/** Of the font that widths in characters are counted in. */
const CHARACTER_PIXELS = 7;
const PADDING_PIXELS = 5;
const POINTS_PER_PIXEL = 0.75;

export function sizeOrders(plan: SheetPlan, sheet: string): SheetOrder[] {
  const widths = Array.from(bySize(plan.columnWidths), ([width, columns]) =>
    onAreas(sheet, toAddresses(toSpans(columns).map(columnsAddress)), ({ format }) => {
      format.columnWidth = toPoints(width);
    }),
  );
  const heights = Array.from(bySize(plan.rowHeights), ([height, rows]) =>
    onAreas(sheet, toAddresses(toSpans(rows).map(rowsAddress)), ({ format }) => {
      format.rowHeight = height;
    }),
  );
  const hide = (addresses: readonly string[], apply: (range: Excel.Range) => void) =>
    addresses.map((address): SheetOrder => ({
      sheet,
      bytes: OBJECT_BYTES,
      apply: (own) => {
        apply(own.range(address));
      },
    }));
  return [
    ...widths.flat(),
    ...heights.flat(),
    ...hide(toSpans(plan.hiddenColumns).map(columnsAddress), (range) => {
      range.columnHidden = true;
    }),
    ...hide(toSpans(plan.hiddenRows).map(rowsAddress), (range) => {
      range.rowHidden = true;
    }),
  ];
}

function columnsAddress({
  first,
  last,
}: {
  readonly first: number;
  readonly last: number;
}): string {
  return `${columnName(first)}:${columnName(last)}`;
}

function rowsAddress({ first, last }: { readonly first: number; readonly last: number }): string {
  return `${String(first)}:${String(last)}`;
}

function bySize(sizes: ReadonlyMap<number, number>): Map<number, number[]> {
  const lines = new Map<number, number[]>();
  for (const [line, size] of sizes) lines.set(size, [...(lines.get(size) ?? []), line]);
  return lines;
}

function toPoints(characters: number): number {
  return Math.round(characters * CHARACTER_PIXELS + PADDING_PIXELS) * POINTS_PER_PIXEL;
}
