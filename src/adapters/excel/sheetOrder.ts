import { type CellRange, formatRange } from "../../domain/workbook/cellAddress";
import type { Witness } from "./witness";

/** One thing to do on one sheet, and about how long it is on the wire. */
export interface SheetOrder {
  readonly sheet: string;
  readonly bytes: number;
  readonly apply: (sheet: SheetHandle) => void;
}

/** A sheet within one request; what has been asked for once is not asked for again. */
export class SheetHandle {
  private readonly ranges = new Map<string, Excel.Range>();
  private readonly areas = new Map<string, Excel.RangeAreas>();

  constructor(
    readonly sheet: Excel.Worksheet,
    private readonly key: string,
    private readonly witness?: Witness,
  ) {}

  seeBefore(range: CellRange): void {
    this.witness?.before.take(this.sheet, this.key, range, "formulas");
  }

  seeFrame(range: CellRange): void {
    this.witness?.frame.take(this.sheet, this.key, range, "values");
  }

  seeAfter(range: CellRange, what: "values" | "formulas"): void {
    this.witness?.after.take(this.sheet, this.key, range, what);
  }

  range(address: string): Excel.Range {
    const known = this.ranges.get(address);
    if (known) return known;
    const range = this.sheet.getRange(address);
    range.untrack();
    this.ranges.set(address, range);
    return range;
  }

  manyAreas(address: string): Excel.RangeAreas {
    const known = this.areas.get(address);
    if (known) return known;
    const areas = this.sheet.getRanges(address);
    areas.untrack();
    this.areas.set(address, areas);
    return areas;
  }
}

/** Sheet names as formulas write them, where they are not the plan's. */
export type Names = ReadonlyMap<string, string>;

export const OBJECT_BYTES = 300;

const utf8 = new TextEncoder();

export function bytesOf(value: unknown): number {
  return utf8.encode(JSON.stringify(value)).length;
}

export function onRange(
  sheet: string,
  range: CellRange,
  bytes: number,
  apply: (range: Excel.Range) => void,
): SheetOrder {
  return {
    sheet,
    bytes,
    apply: (own) => {
      apply(own.range(formatRange(range)));
    },
  };
}

export function onAreas(
  sheet: string,
  addresses: readonly string[],
  apply: (areas: Excel.RangeAreas) => void,
): SheetOrder[] {
  return addresses.map((address) => ({
    sheet,
    bytes: 4 * OBJECT_BYTES + address.length,
    apply: (own) => {
      apply(own.manyAreas(address));
    },
  }));
}
