import type { Template } from "../checking/compileTemplate";
import { referencesOf, type Reference } from "../expression/expression";
import { missingLabel } from "../expression/renderText";
import { columnMeant, placedBlock, rowsMeant, type FigureSource } from "../expression/scope";
import type { CellAddress } from "../workbook/cellAddress";

/** A piece of a paragraph: plain words, or what is missing there. */
export type TextPiece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "gap"; readonly label: string };

const GAP = /【缺：([^】]*)】/u;

/** 增加 8.47 万元，主要是因为：【缺：增减原因】。 in its pieces. */
export function splitGaps(paragraph: string): TextPiece[] {
  return paragraph.split(GAP).flatMap((part, index): TextPiece[] => {
    if (index % 2 === 1) return [{ kind: "gap", label: part }];
    return part === "" ? [] : [{ kind: "words", text: part }];
  });
}

/** Where each 【缺：…】 of the 情况说明 is to be filled in; what has no cell in this workbook is left out. */
export function gapCells(
  source: Pick<FigureSource, "placement">,
  template: Template,
): Map<string, CellAddress> {
  const cells = new Map<string, CellAddress>();
  for (const { paragraphs } of template.sections) {
    for (const part of paragraphs.flat()) {
      if (typeof part === "string") continue;
      for (const reference of referencesOf(part)) {
        const [gap] = splitGaps(missingLabel(reference));
        const cell = cellOf(reference, source);
        if (gap?.kind === "gap" && cell && !cells.has(gap.label)) cells.set(gap.label, cell);
      }
    }
  }
  return cells;
}

/** Figures of a table that nobody has begun have no cells of their own, its rows have. */
function cellOf(
  reference: Reference,
  source: Pick<FigureSource, "placement">,
): CellAddress | undefined {
  const block = placedBlock(reference, source);
  const sheet = source.placement.tables.get(reference.table.key)?.sheet;
  if (!block || sheet === undefined) return undefined;
  const [rowId] = rowsMeant(reference, block, undefined);
  const placed = block.rows.find(({ id }) => id === rowId);
  const column = (placed?.columns ?? block.columns).get(columnMeant(reference, undefined));
  return placed && column !== undefined ? { sheet, row: placed.row, column } : undefined;
}
