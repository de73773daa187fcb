import type { MoneyUnit } from "../money/moneyUnit";
import { Decimal } from "decimal.js";
import type { Disclosure } from "../disclosure/disclosure";
import { exactFigure } from "../disclosure/readFigure";
import type { FigureAt } from "../disclosure/figure";
import { rememberFigures } from "../disclosure/rememberFigures";
import type { Amount } from "../money/amount";
import type { ReadState } from "../workbook/stateSheet";
import { FigureBook, unitCentsFor, type MoneyFigure } from "./figureBook";
import { elementAt } from "./elementAt";

/** The section of the state sheet that keeps the figures in 元. */
export const RESCALED = "rescaled";

/** `values` by row id, in the order of `columns`; several where a code stands in several rows. */
interface BlockOriginals {
  readonly columns: readonly string[];
  readonly rows: Readonly<Record<string, readonly (readonly string[])[]>>;
}

/** A set's figures in 元, kept while it is in 万元. */
export interface Originals {
  readonly template: string;
  /** By table, block by block. A table that was in 万元 all along has none. */
  readonly tables: Readonly<Record<string, readonly BlockOriginals[]>>;
}

/** Every figure of the set that is to be rounded. */
export function originalsOf(source: Disclosure, unitOf: (table: string) => MoneyUnit): Originals {
  const { id, decimals } = source.structure.definition;
  const { figures } = new FigureBook(source, unitOf, unitCentsFor(decimals));
  const tables: Record<string, BlockOriginals[]> = {};
  for (const [key, { blocks }] of source.placement.tables) {
    const own = figures.filter(({ tableKey, isGiven }) => tableKey === key && !isGiven);
    if (own.length === 0) continue;
    tables[key] = blocks.map((_, index) =>
      blockOriginals(own.filter(({ blockIndex }) => blockIndex === index)),
    );
  }
  return { template: id, tables };
}

function blockOriginals(figures: readonly MoneyFigure[]): BlockOriginals {
  const columns = [...new Set(figures.map(({ columnKey }) => columnKey))];
  const rows: Record<string, string[][]> = {};
  for (const { rowId, columnKey, cents } of figures) {
    const row = (rows[rowId] ??= columns.map((): string[] => []));
    row[columns.indexOf(columnKey)]?.push(new Decimal(cents).div(100).toFixed());
  }
  return { columns, rows };
}

/** none: the set has not been rescaled · newer, damaged: as the state sheet. */
export function readOriginals(
  state: ReadState,
):
  | { readonly kind: "none" | "newer" | "damaged" }
  | { readonly kind: "originals"; readonly originals: Originals } {
  if (state.kind !== "state") return { kind: state.kind };
  const section = state.sections[RESCALED];
  if (section === undefined) return { kind: "none" };
  return isOriginals(section) ? { kind: "originals", originals: section } : { kind: "damaged" };
}

const AMOUNT = /^-?[0-9]+(?:\.[0-9]+)?$/u;

function isOriginals(section: unknown): section is Originals {
  if (!isRecord(section) || typeof section["template"] !== "string") return false;
  const { tables } = section;
  return isRecord(tables) && Object.values(tables).every((blocks) => isListOf(blocks, isBlock));
}

function isBlock(block: unknown): boolean {
  if (!isRecord(block) || !isRecord(block["rows"])) return false;
  const isText = (each: unknown) => typeof each === "string";
  const isAmount = (each: unknown) => typeof each === "string" && AMOUNT.test(each);
  return (
    isListOf(block["columns"], isText) &&
    Object.values(block["rows"]).every((row) =>
      isListOf(row, (figures) => isListOf(figures, isAmount)),
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, isOne: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

/** Rounding takes half a unit, balancing one more. */
const FARTHEST_UNITS = 1.5;

export interface Restored {
  /** As in `Disclosure`: the same cells, amounts in 元. */
  readonly figuresAt: Disclosure["figuresAt"];
  readonly originals: readonly { readonly figure: MoneyFigure; readonly yuan: Amount }[];
  /** Figures in 万元 of which no original is kept: ten thousand times as large. */
  readonly converted: readonly MoneyFigure[];
  /** Figures that say something else than their originals: somebody has changed them since. */
  readonly changed: readonly MoneyFigure[];
}

/** The exact figures in 元 of a set that has been rescaled. */
export function restore(source: Disclosure, { tables }: Originals): Restored {
  const book = new FigureBook(
    source,
    () => "万元",
    unitCentsFor(source.structure.definition.decimals),
  );
  const originalOf = (figure: MoneyFigure, position: number): Amount | undefined => {
    const block = tables[figure.tableKey]?.[figure.blockIndex];
    const column = block?.columns.indexOf(figure.columnKey) ?? -1;
    const text = block?.rows[figure.rowId]?.[column]?.[position];
    return text === undefined ? undefined : new Decimal(text);
  };
  const positions = new Map<string, number>();
  const amounts = book.figures.map((figure) => {
    const { tableKey, blockIndex, rowId, columnKey } = figure;
    const place = [tableKey, blockIndex, rowId, columnKey].join("\n");
    const position = positions.get(place) ?? 0;
    positions.set(place, position + 1);
    return originalOf(figure, position);
  });
  const inYuan = (at: FigureAt): FigureAt => {
    const index = at.cell && book.at(at.cell);
    if (index === undefined) return at;
    const value = amounts[index] ?? new Decimal(elementAt(book.figures, index).cents).div(100);
    return { ...at, figure: exactFigure(value) };
  };
  return {
    figuresAt: rememberFigures((...place) => source.figuresAt(...place).map(inYuan)),
    originals: book.figures.flatMap((figure, index) => {
      const yuan = amounts[index];
      return yuan ? [{ figure, yuan }] : [];
    }),
    converted: book.figures.filter(({ cents }, index) => cents !== 0 && !amounts[index]),
    changed: book.figures.filter(({ cents }, index) => {
      const moved = amounts[index]?.times(100).minus(cents).abs();
      return moved?.greaterThan(FARTHEST_UNITS * book.unitCents) === true;
    }),
  };
}
