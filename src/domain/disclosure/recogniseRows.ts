import type { Row, TemplateStructure } from "../template/template";
import {
  beginReading,
  beginWithoutHead,
  isLike,
  placeRow,
  type BlockReading,
} from "./blockReading";
import { declaresNothing, holdsFigure } from "./emptyTable";
import { isColumnNumberRow, type HeadContext } from "./headBand";
import type { PlacedRow } from "./placement";
import { readCode } from "./printedCode";
import type { FoundHead } from "./recogniseHead";
import { readListRow } from "./recogniseList";
import { rowsLabelled } from "./rowLabels";
import { isBlank, textIn } from "./sheetGrid";

export interface RowContext extends HeadContext {
  readonly structure: TemplateStructure;
}

/** The rows of blocks side by side, from below the head down to (and without) `stop`. */
export function readRows(context: RowContext, head: FoundHead, stop: number): BlockReading[] {
  const readings = head.blocks.map((found) => beginReading(found, context.book));
  const homes = [...readings, ...headlessBlocks(context, head)];
  const labelled = readings.filter(({ found }) => found.block.definition.kind !== "record");
  for (let row = head.band.lastRow + 1; row < stop; row += 1) {
    if (isColumnNumberRow(context, row)) continue;
    for (const reading of readings) {
      if (!labelled.includes(reading)) readRecordRow(context, reading, row);
    }
    if (labelled.length === 0) continue;
    let carried = "";
    for (const reading of labelled) {
      carried =
        reading.found.block.definition.kind === "list"
          ? readListRow(context, reading, row)
          : readLabelledRow(context, reading, homes, row, carried);
    }
  }
  for (const reading of readings) {
    if (!labelled.includes(reading)) settleRecord(reading, head, stop);
  }
  return homes.filter((reading) => readings.includes(reading) || reading.rows.length > 0);
}

function headlessBlocks({ index, book }: RowContext, { blocks }: FoundHead): BlockReading[] {
  const placed = blocks.map(({ block }) => block);
  return index.blocks
    .filter(({ block }) => !placed.includes(block) && placed.some((other) => isLike(block, other)))
    .map(({ block }) => beginWithoutHead(block, book));
}

/** Returns the text that this block cannot use and the one at its right may (06: 公用经费合计). */
function readLabelledRow(
  context: RowContext,
  reading: BlockReading,
  homes: readonly BlockReading[],
  row: number,
  carried: string,
): string {
  const { grid, book, index } = context;
  const { spans, rows } = reading;
  const from = Math.min(spans.code?.from ?? spans.label.from, spans.label.from);
  if (spans.code) {
    const printed = readCode(grid, row, spans.code.from, spans.code.to, rows.at(-1)?.code);
    if (printed) {
      const name = printed.name ?? textIn(grid, row, spans.label.from, spans.label.to);
      placeCode(context, reading, homes, row, printed.code, name);
      return "";
    }
  }
  const own = textIn(grid, row, from, Math.max(spans.code?.to ?? 0, spans.label.to));
  const hasFigures = spans.figures.some((column) => holdsFigure(grid.value(row, column)));
  const text = own === "" ? carried : own;
  if (text === "") return "";

  if (placeLabel(context, reading, reading, row, text)) return "";
  if (index.labels.has(book.heading(text).canonical)) return "";
  if (!hasFigures) return text;
  const others = homes.filter(({ found }) => isLike(found.block, reading.found.block));
  if (others.some((home) => placeLabel(context, reading, home, row, text))) return "";
  reading.unknown.push({ label: text, row, column: from, isPlaced: false });
  return "";
}

function placeLabel(
  { book }: RowContext,
  reading: BlockReading,
  home: BlockReading,
  row: number,
  label: string,
): boolean {
  const { rows, isCut } = rowsLabelled(label, home.labels, book);
  const meant = chooseRow(rows, home);
  if (!meant) return false;
  placeRow(home, {
    id: meant.id,
    row,
    label,
    ...codeOf(meant),
    ...cutMark(isCut),
    ...ownColumns(reading, home),
  });
  return true;
}

function ownColumns(reading: BlockReading, home: BlockReading): Pick<PlacedRow, "columns"> {
  return home === reading ? {} : { columns: reading.found.columns };
}

function codeOf({ definition: { code } }: Row): { code?: string } {
  return code === undefined ? {} : { code };
}

function cutMark(isCut: boolean): { isCut?: true } {
  return isCut ? { isCut } : {};
}

/** "Of which" rows follow the row they belong to, so the nearest parent above decides. */
function chooseRow(candidates: readonly Row[], reading: BlockReading): Row | undefined {
  if (candidates.length < 2) return candidates[0];
  const { placeOf, labels } = reading;
  const possible = candidates.flatMap((row) => {
    const parent = labels.parentOf.get(row.id);
    const parentPlace = parent === undefined ? -1 : placeOf.get(parent);
    return parentPlace === undefined ? [] : [{ row, parentPlace, isNew: !placeOf.has(row.id) }];
  });
  possible.sort((a, b) => Number(b.isNew) - Number(a.isNew) || b.parentPlace - a.parentPlace);
  return possible[0]?.row;
}

function placeCode(
  context: RowContext,
  reading: BlockReading,
  homes: readonly BlockReading[],
  row: number,
  code: string,
  label: string,
): void {
  const home = homeOf(code, reading, homes);
  placeRow(home, {
    id: `#${code}`,
    row,
    label,
    code,
    ...cutMark(isCutName(label, nameOf(code, home, context), context)),
    ...ownColumns(reading, home),
  });
  const { definition } = reading.found.block;
  const isFigured = reading.spans.figures.some((column) =>
    holdsFigure(context.grid.value(row, column)),
  );
  if (definition.kind === "rows" && isFigured && !isKnown(code, home) && !hasParent(code, home)) {
    const column = reading.spans.code?.from ?? reading.found.left;
    reading.unknown.push({ label: `${code} ${label}`.trim(), row, column, isPlaced: true });
  }
}

/** Prints distribute the codes of 06 over its blocks in more than one way. */
function homeOf(code: string, reading: BlockReading, homes: readonly BlockReading[]): BlockReading {
  if (isKnown(code, reading)) return reading;
  const like = homes.filter(({ found }) => isLike(found.block, reading.found.block));
  return (
    like.find((home) => isKnown(code, home)) ??
    (hasParent(code, reading) ? reading : like.find((home) => hasParent(code, home))) ??
    reading
  );
}

function isKnown(code: string, { labels }: BlockReading): boolean {
  return labels.byCode.has(code);
}

function hasParent(code: string, { labels }: BlockReading): boolean {
  return code.length > 3 && labels.byCode.has(code.slice(0, -2));
}

function nameOf(code: string, reading: BlockReading, { structure }: RowContext): string {
  const { tree } = reading.found.block.definition;
  return (
    reading.labels.byCode.get(code)?.definition.label ??
    (tree ? structure.definition.codes[tree.classification][code] : undefined) ??
    ""
  );
}

function isCutName(label: string, name: string, { book }: RowContext): boolean {
  const printed = book.spell(label).bare;
  const whole = book.spell(name).bare;
  return printed !== "" && printed.length < whole.length && whole.startsWith(printed);
}

function readRecordRow({ grid }: RowContext, reading: BlockReading, row: number): void {
  const values = valuedColumns(reading).map((column) => grid.value(row, column));
  const filled = values.filter((value) => !isBlank(value));
  const [only] = filled;
  if (filled.length === 0) return;
  if (filled.length === 1 && typeof only === "string" && declaresNothing(only)) return;
  placeRow(reading, { id: "", row, label: "" });
}

function valuedColumns({ found, spans }: BlockReading): readonly number[] {
  return spans.figures.length > 0 ? spans.figures : [...found.columns.values()];
}

/** The row stays where it is printed even when nothing is in it. */
function settleRecord(reading: BlockReading, { band }: FoundHead, stop: number): void {
  const row = band.lastRow + 1;
  if (reading.rows.length === 0 && row < stop) placeRow(reading, { id: "", row, label: "" });
}
