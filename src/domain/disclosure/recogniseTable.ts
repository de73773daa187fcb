import type { CellRange } from "../workbook/cellAddress";
import type { BlockReading } from "./blockReading";
import { declaresNothing } from "./emptyTable";
import { headLabelsIn } from "./headBand";
import type { WantedBlock } from "./headingIndex";
import type { PlacedBlock, PlacedTable } from "./placement";
import { findHead, type FoundHead, type HeadStrictness } from "./recogniseHead";
import { readRows, type RowContext } from "./recogniseRows";
import { looksLikeTitle } from "./recogniseTitles";
import { isBlank, looksLikeFigure, textIn, type SheetGrid } from "./sheetGrid";

/** Rows that one table may take: below its title, above the next one. */
export interface Region {
  readonly top: number;
  readonly bottom: number;
}

export interface FoundTable {
  readonly placed: PlacedTable;
  readonly readings: readonly BlockReading[];
  readonly headTop: number;
  readonly headLeft: number;
  /** The first row below the table. */
  readonly end: number;
  readonly fit: number;
}

/** Finds the table's head in the region and reads the rows below it; blocks one below the other in turn. */
export function recogniseTable(
  context: RowContext,
  region: Region,
  strictness: HeadStrictness,
): FoundTable | undefined {
  const { blocks } = context.index;
  const placed = new Map<number, PlacedBlock>();
  const readings: BlockReading[] = [];
  const heads: FoundHead[] = [];
  let end = region.top;
  let pending: readonly WantedBlock[] = blocks;
  while (pending.length > 0) {
    const head = findHead(
      context,
      pending,
      end,
      region.bottom,
      heads.length > 0 ? "half" : strictness,
    );
    if (!head) break;
    heads.push(head);
    pending = pending.filter(({ block }) => head.blocks.every((found) => found.block !== block));
    const stop = stopBelow(context, head, pending, region.bottom);
    const read = readRows(context, head, stop);
    end = endBelow(context.grid, head, read, stop);
    for (const reading of read)
      placed.set(reading.found.block.index, placeBlock(reading, head, end));
    readings.push(...read);
  }
  const [first] = heads;
  if (!first) return undefined;
  const { table } = context.index;
  return {
    placed: {
      table,
      sheet: context.grid.sheet.name,
      range: rangeOf(heads, end),
      blocks: blocks.map(({ block }) => placed.get(block.index) ?? missingBlock(block, first, end)),
    },
    readings,
    headTop: first.band.top,
    headLeft: Math.min(...first.blocks.map(({ left }) => left)),
    end,
    fit: first.fit,
  };
}

function placeBlock(
  { found, rows }: BlockReading,
  { band }: FoundHead,
  endRow: number,
): PlacedBlock {
  return { block: found.block, columns: found.columns, rows, headRow: band.lastRow, endRow };
}

function missingBlock(block: PlacedBlock["block"], head: FoundHead, endRow: number): PlacedBlock {
  return { block, columns: new Map(), rows: [], headRow: head.band.lastRow, endRow };
}

function rangeOf(heads: readonly FoundHead[], end: number): CellRange {
  const blocks = heads.flatMap((head) => head.blocks);
  return {
    top: Math.min(...heads.map(({ band }) => band.top)),
    left: Math.min(...blocks.map(({ left }) => left)),
    bottom: Math.max(end - 1, ...heads.map(({ band }) => band.lastRow)),
    right: Math.max(...blocks.map(({ right }) => right)),
  };
}

const NOTE = /^(?:注(?![册销])|(?:备注|说明)(?:$|[:\d(一]))/u;
/** Who answers for the table, below it in exports. */
const SIGNATURE =
  /^(?:(?:单位|部门|机构)?(?:主要)?负责人|(?:单位|部门|机构)?(?:财务|会计|财会)(?:机构|部门)?(?:负责人|主管)|分管(?:领导|负责人)|(?:填表|填报|制表|编制|审核|复核|经办|联系)人|(?:填表|填报|编制|报出|打印|报送)(?:日期|时间)|联系(?:电话|方式))(?:\(.*?\))?(?:$|[:_ ])/u;
const DIGITS = /^[0-9]+$/u;
const LONG_TEXT = 8;

/** The row where the table's body ends at the latest: a note, the head of a later block, another title. */
function stopBelow(
  context: RowContext,
  head: FoundHead,
  pending: readonly WantedBlock[],
  bottom: number,
): number {
  const { grid, book, index } = context;
  const parts = (index.table.definition.information?.parts ?? []).map(
    ({ title }) => book.spell(title).bare,
  );
  for (let row = head.band.lastRow + 1; row <= bottom; row += 1) {
    const first = firstText(grid, row, head);
    if (first === "" || DIGITS.test(first)) continue;
    const { normal, bare } = book.spell(first);
    if (parts.includes(bare)) return row;
    if (NOTE.test(normal) || SIGNATURE.test(normal)) return row;
    if (isAlone(grid, row)) {
      if (normal.length >= LONG_TEXT && declaresNothing(normal)) return row;
      if (looksLikeTitle(first)) return row;
    }
    if (pending.length > 0 && headLabelsIn(context, row, pending) > 1) return row;
  }
  return bottom + 1;
}

/** What stands beside the table is not its own, but a note may begin further left. */
function firstText(grid: SheetGrid, row: number, head: FoundHead): string {
  const [left, right] = edgesOf(head);
  const own = textIn(grid, row, left, right);
  if (own !== "" || grid.cells(row).some(looksLikeFigure)) return own;
  return textIn(grid, row, 1, grid.width);
}

function edgesOf({ blocks }: FoundHead): [left: number, right: number] {
  return [
    Math.min(...blocks.map(({ left }) => left)),
    Math.max(...blocks.map(({ right }) => right)),
  ];
}

function isAlone(grid: SheetGrid, row: number): boolean {
  let filled = 0;
  for (const value of grid.cells(row)) {
    if (!isBlank(value)) filled += 1;
    if (filled > 1) return false;
  }
  return filled === 1;
}

/**
 * The first row after the last one read in which a text stands between the table's edges: figures alone wait for their
 * code.
 */
function endBelow(
  grid: SheetGrid,
  head: FoundHead,
  readings: readonly BlockReading[],
  stop: number,
): number {
  const [left, right] = edgesOf(head);
  const read = readings.flatMap(({ rows, unknown }) => [...rows, ...unknown]).map(({ row }) => row);
  const last = Math.max(head.band.lastRow, ...read);
  for (let row = last + 1; row < stop; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const value = grid.value(row, column);
      if (!isBlank(value) && !looksLikeFigure(value)) return row;
    }
  }
  return stop <= grid.height ? stop : last + 1;
}
