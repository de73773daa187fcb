import { Decimal } from "decimal.js";
import type { Disclosure } from "../disclosure/disclosure";
import type { Figure } from "../disclosure/figure";
import type { EvaluationForm } from "../evaluation/evaluationForm";
import { isTelling } from "../disclosure/figureList";
import { columnWords, rowWords } from "../disclosure/figureWords";
import type { PlacedBlock, PlacedRow, PlacedTable } from "../disclosure/placement";
import type { Column } from "../template/template";
import type { CellAddress } from "../workbook/cellAddress";
import { figureText } from "../disclosure/figureText";
import { readFigure } from "../disclosure/readFigure";
import { valueAt } from "../workbook/workbookSnapshot";
import { BLANK, sameText, textOf, type Change, type ChangeValue } from "./change";

/** A block of a table in one version. */
export interface BlockVersion {
  readonly disclosure: Disclosure;
  readonly placed: PlacedTable;
  readonly block: PlacedBlock;
  /** Of 自评表: what its rows are called. */
  readonly form?: EvaluationForm;
}

export interface RowPair {
  readonly before?: PlacedRow;
  readonly after?: PlacedRow;
}

interface Standing {
  readonly figure: Figure;
  readonly cell?: CellAddress;
}

const ZERO = new Decimal(0);

/** Figures that are others now, rows and columns that came or went. */
export function figureChanges(
  before: BlockVersion,
  after: BlockVersion,
  rows: readonly RowPair[],
): Change[] {
  const { table } = after.placed;
  const columns = after.block.block.figureColumns;
  const changes = columns.flatMap((column): Change[] => {
    const [was, is] = [hasColumn(before.block, column), hasColumn(after.block, column)];
    const areRead = before.block.rows.length > 0 && after.block.rows.length > 0;
    if (was === is || !areRead) return [];
    const kind = is ? "columnAdded" : "columnRemoved";
    return [{ kind, table, row: "", column: columnWords(column) }];
  });
  for (const { before: was, after: is } of rows) {
    if (was && is) {
      for (const column of columns) changes.push(...changeAt(before, after, was, is, column));
    } else if (was) changes.push(...oneSided("rowRemoved", before, was));
    else if (is) changes.push(...oneSided("rowAdded", after, is));
  }
  return changes;
}

function hasColumn({ columns, rows }: PlacedBlock, { key }: Column): boolean {
  return columns.has(key) || rows.some((row) => row.columns?.has(key));
}

function changeAt(
  before: BlockVersion,
  after: BlockVersion,
  was: PlacedRow,
  is: PlacedRow,
  column: Column,
): Change[] {
  const [old, new_] = [standing(before, was, column), standing(after, is, column)];
  if (isMissing(old) || isMissing(new_)) return [];
  if (isSameFigure(old.figure, new_.figure)) {
    return appearanceChange(before, after, was, is, column);
  }
  const decimals = decimalsOf(after, column);
  const [one, other] = [amountOf(old.figure), amountOf(new_.figure)];
  return [
    {
      kind: one && other ? "figure" : "text",
      table: after.placed.table,
      row: rowName(after, is),
      column: columnWords(column),
      before: valueOf(old.figure, decimals),
      after: valueOf(new_.figure, decimals),
      ...(one && other ? { difference: { amount: other.minus(one), decimals } } : {}),
      ...(old.cell ? { oldCell: old.cell } : {}),
      ...(new_.cell ? { newCell: new_.cell } : {}),
    },
  ];
}

/** 0.00 in one version and nothing or “—” in the other: equal, and seen in print. */
function appearanceChange(
  before: BlockVersion,
  after: BlockVersion,
  was: PlacedRow,
  is: PlacedRow,
  column: Column,
): Change[] {
  const [old, new_] = [printedAt(before, was, column), printedAt(after, is, column)];
  if (!old || !new_ || sameText(old.text, new_.text)) return [];
  return [
    {
      kind: "appearance",
      table: after.placed.table,
      row: rowName(after, is),
      column: columnWords(column),
      before: old.text,
      after: new_.text,
      oldCell: old.cell,
      newCell: new_.cell,
    },
  ];
}

/** What the cell itself shows, also where the table as a whole says that it has no figures. */
function printedAt(
  version: BlockVersion,
  row: PlacedRow,
  column: Column,
): { readonly cell: CellAddress; readonly text: string } | undefined {
  const { disclosure, placed, block } = version;
  const place = (row.columns ?? block.columns).get(column.key);
  const sheet = disclosure.snapshot.sheets.find(({ name }) => name === placed.sheet);
  if (place === undefined || !sheet) return undefined;
  const cell = { sheet: sheet.name, row: row.row, column: place };
  const decimals = decimalsOf(version, column);
  const figure = readFigure(valueAt(sheet, cell), decimals);
  return { cell, text: textOf(valueOf(figure, decimals)) };
}

/** A row of 自评表 is called after its indicator. */
export function rowName({ block, form }: BlockVersion, row: PlacedRow): string {
  const indicator = form?.indicators.find(({ rowId }) => rowId === row.id);
  if (!indicator || block.block.definition.kind !== "list") return rowWords(block, row);
  return indicator.name === "" ? "（未写名称的指标）" : indicator.name;
}

/** A row that nothing is said in is none. */
function oneSided(
  kind: "rowAdded" | "rowRemoved",
  version: BlockVersion,
  row: PlacedRow,
): Change[] {
  const figures = version.block.block.figureColumns.flatMap((column) => {
    const { figure } = standing(version, row, column);
    if (!isTelling(figure)) return [];
    return [`${columnWords(column)} ${textOf(valueOf(figure, decimalsOf(version, column)))}`];
  });
  const words = rowName(version, row);
  if (figures.length === 0 && words === "") return [];
  const value = figures.length === 0 ? "（没有数）" : figures.join("，");
  const sheet = version.placed.sheet;
  const column = row.columns?.values().next().value ?? version.block.columns.values().next().value;
  const cell = { sheet, row: row.row, column: column ?? 1 };
  const { table } = version.placed;
  return [
    kind === "rowAdded"
      ? { kind, table, row: words, column: "", after: value, newCell: cell }
      : { kind, table, row: words, column: "", before: value, oldCell: cell },
  ];
}

/** Of a code that stands in several rows the figure of this one. */
function standing(
  { disclosure, placed, block }: BlockVersion,
  row: PlacedRow,
  { key }: Column,
): Standing {
  const found = disclosure.figuresAt(placed.table.key, block.block.index, row.id, key);
  const own = found.find(({ cell }) => cell?.row === row.row) ?? found[0];
  return own ?? { figure: { kind: "blank" } };
}

function isMissing({ figure }: Standing): boolean {
  return figure.kind === "missing";
}

/** As it is published; blank, “—” and zero are the same. */
function isSameFigure(one: Figure, other: Figure): boolean {
  if (!isTelling(one) || !isTelling(other)) return !isTelling(one) && !isTelling(other);
  if (one.kind === "amount" && other.kind === "amount") {
    return one.published.equals(other.published);
  }
  if (one.kind === "unreadable" && other.kind === "unreadable") {
    return sameText(one.text, other.text);
  }
  return one.kind === "error" && other.kind === "error" && one.error === other.error;
}

/** Undefined for what cannot be read. */
function amountOf(figure: Figure): Decimal | undefined {
  if (figure.kind === "amount") return figure.published;
  return isTelling(figure) ? undefined : ZERO;
}

function valueOf(figure: Figure, decimals: number): ChangeValue {
  if (figure.kind === "amount") return { amount: figure.published, decimals };
  return figureText(figure, decimals) || BLANK;
}

function decimalsOf({ disclosure }: BlockVersion, { definition }: Column): number {
  return definition.decimals ?? disclosure.structure.definition.decimals;
}
