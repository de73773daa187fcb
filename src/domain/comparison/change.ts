import type { Decimal } from "decimal.js";
import type { Table } from "../template/template";
import type { CellAddress } from "../workbook/cellAddress";

/** A figure with the decimals that are printed, or words. */
export type ChangeValue = string | { readonly amount: Decimal; readonly decimals: number };

export type ChangeKind =
  | "figure"
  | "text"
  | "rowAdded"
  | "rowRemoved"
  | "columnAdded"
  | "columnRemoved"
  | "tableAdded"
  | "tableRemoved"
  | "sheetAdded"
  | "sheetRemoved"
  | "appearance"
  | "sheetRenamed";

export const KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  figure: "数字",
  text: "文字",
  rowAdded: "增加行",
  rowRemoved: "删去行",
  columnAdded: "增加栏",
  columnRemoved: "删去栏",
  tableAdded: "增加表",
  tableRemoved: "删去表",
  sheetAdded: "增加工作表",
  sheetRemoved: "删去工作表",
  appearance: "显示",
  sheetRenamed: "工作表改名",
};

const SEEN_ALONE: ReadonlySet<ChangeKind> = new Set(["appearance", "sheetRenamed"]);

/** 显示改动: no figure and no sentence is another, and yet the print is. */
export function isSeenAlone({ kind }: Change): boolean {
  return SEEN_ALONE.has(kind);
}

/** One difference between two versions of a set, found by meaning and not by position. */
export interface Change {
  readonly kind: ChangeKind;
  /** None for sheets beside the tables. */
  readonly table?: Table;
  /** The sheet, where it holds no table. */
  readonly sheet?: string;
  /** Empty where the table has a single row, and where the table as a whole is meant. */
  readonly row: string;
  readonly column: string;
  /** None for what was not there. */
  readonly before?: ChangeValue;
  readonly after?: ChangeValue;
  /** After less before; a blank counts nothing. */
  readonly difference?: { readonly amount: Decimal; readonly decimals: number };
  readonly oldCell?: CellAddress;
  readonly newCell?: CellAddress;
}

export function textOf(value: ChangeValue): string {
  return typeof value === "string" ? value : value.amount.toFixed(value.decimals);
}

export const BLANK = "（空）";

/** Texts that print alike are the same. */
export function sameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/[\s\u200b\ufeff]/gu, "");
}
