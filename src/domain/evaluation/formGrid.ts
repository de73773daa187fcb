import type { Block } from "../template/template";
import type { FormBlocks } from "./formBlocks";

/** The columns that one heading of a block takes in the sheet. */
export interface ColumnSpan {
  readonly key: string;
  readonly left: number;
  readonly right: number;
}

/** Where the names of the blocks stand, down the left edge. */
export const NAME_COLUMN = 1;
const NAME_WIDTH = 5.5;

/** In characters; the indicators set the columns, the other blocks spread over them. */
export function formWidths({ indicators }: FormBlocks): readonly number[] {
  return [NAME_WIDTH, ...indicators.columns.map(({ definition }) => definition.width)];
}

/** A block with fewer columns widens its label, or all its columns alike. */
export function spread(block: Block, { indicators }: FormBlocks): readonly ColumnSpan[] {
  const { columns } = block;
  const spare = indicators.columns.length - columns.length;
  const label = columns.findIndex(({ definition }) => definition.role === "label");
  let left = NAME_COLUMN + 1;
  return columns.map(({ key }, index) => {
    const alike = Math.floor(spare / columns.length) + (index < spare % columns.length ? 1 : 0);
    const extra = label < 0 ? alike : index === label ? spare : 0;
    const span = { key, left, right: left + extra };
    left = span.right + 1;
    return span;
  });
}

/** A label and its answer in a line of the form. */
export interface FieldSpans {
  readonly label: Pick<ColumnSpan, "left" | "right">;
  readonly answer: Pick<ColumnSpan, "left" | "right">;
}

/** One field has the whole line; several share it beside the name of their rows. */
export function fieldSpans(count: number, right: number): readonly FieldSpans[] {
  if (count === 1) {
    return [{ label: { left: NAME_COLUMN, right: 2 }, answer: { left: 3, right } }];
  }
  const columns = right - NAME_COLUMN;
  const edge = (place: number) => NAME_COLUMN + Math.round((columns * place) / (count * 2));
  return Array.from({ length: count }, (_, index) => ({
    label: { left: edge(index * 2) + 1, right: edge(index * 2 + 1) },
    answer: { left: edge(index * 2 + 1) + 1, right: edge(index * 2 + 2) },
  }));
}

const REMARK = /[（(](.*)[）)]$/u;

/** 资金情况（万元） → two characters a line, the remark below them. */
export function breakName(name: string): string {
  const remark = REMARK.exec(name)?.[1];
  const lines = name.replace(REMARK, "").match(/.{1,2}/gu) ?? [];
  // Narrow brackets: the wide ones take a character each.
  return [...lines, ...(remark === undefined ? [] : [`(${remark})`])].join("\n");
}
